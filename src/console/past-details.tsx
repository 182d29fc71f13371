import { createMemo, For, type JSX, Show } from 'solid-js';
import { authorName } from '../domain/describe-message.ts';
import type { PastConversation } from '../domain/past.ts';
import { useWorkspace } from '../session/workspace.ts';
import { MixedText } from './mixed-text.tsx';

/** Characters of the last words that stand in the list. */
const excerptLength = 60;

const excerpt = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > excerptLength
    ? `${characters.slice(0, excerptLength - 1).join('')}…`
    : characters.join('');
};

/** One earlier conversation: when, how it came out, its last words; opened, all that was said. */
export function PastDetails(props: {
  readonly past: PastConversation;
  readonly customerName: string;
  /** Whether more was said before what is here. */
  readonly isCut: boolean;
}): JSX.Element {
  const { t, language } = useWorkspace();
  const when = createMemo(() =>
    new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(
      props.past.at,
    ),
  );
  const wrapUp = () => props.past.wrapUp;
  const last = () => props.past.messages.at(-1);
  const label = () => t('transcript.label', { name: props.customerName });
  const line = (label: string, text: string) => (
    <Show when={text}>
      <p dir="auto">
        {label}
        {t('common.colon')}
        {text}
      </p>
    </Show>
  );
  return (
    <details>
      <summary>
        <span class="when">
          {when()}
          <Show when={wrapUp()}>
            {(closed) => `${t('app.comma')}${t(`wrapUp.${closed().disposition}`)}`}
          </Show>
          <Show when={last()}>{t('common.colon').trimEnd()}</Show>
        </span>{' '}
        <Show when={last()}>
          {(message) => (
            <span class="last-words" lang={message().language} dir="auto">
              {excerpt(message().text)}
            </span>
          )}
        </Show>
      </summary>
      {/* Can take the focus: on a summary Orca leaves the arrows to the page, here it reads with them. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class="said" role="group" tabindex="0" aria-label={label()}>
        {/* An arrow goes on from the first line without reading it: so that is none of the words. */}
        <p class="visually-hidden">{label()}</p>
        {line(t('wrapUp.note'), wrapUp()?.note ?? '')}
        {line(t('customer.tags'), wrapUp()?.tags.join(t('app.comma')) ?? '')}
        <Show when={props.isCut}>
          <p class="hint">{t('customer.earlierCut')}</p>
        </Show>
        <For each={props.past.messages} fallback={<p>{t('customer.earlierWordless')}</p>}>
          {(message) => (
            <p class="text" lang={message.language} dir="auto">
              <span class="author" lang={language()}>
                {authorName(message, props.customerName, t)}
                {t('common.colon')}
              </span>
              <MixedText text={message.text} language={message.language} />
            </p>
          )}
        </For>
      </div>
    </details>
  );
}
