import { type JSX, Show } from 'solid-js';
import { authorName, describeMessage, stateOf, whyOf } from '../domain/describe-message.ts';
import type { Message } from '../domain/message.ts';
import { deferred } from '../session/deferred.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { MixedText } from './mixed-text.tsx';

const Attached = deferred(async () => (await import('./attached.tsx')).Attached);

interface MessageArticleProps {
  readonly message: Message;
  readonly customerName: string;
  readonly isStop: boolean;
  onFocus(): void;
  retry(messageId: string): void;
}

/** One message. Its name is one sentence (A11); what is seen says the same in other places. */
export function MessageArticle(props: MessageArticleProps): JSX.Element {
  const { t, language, settings, formatTime } = useWorkspace();
  const time = () => formatTime(props.message.at);
  const author = () => authorName(props.message, props.customerName, t);
  // Hundreds of these are mounted: what no message ever changes is not watched.
  const isOwn = props.message.author === 'agent';
  const isNamed = props.message.author !== 'system';
  return (
    <article
      id={`m-${props.message.id}`}
      class={`message ${props.message.author}`}
      lang={props.message.language}
      tabindex={props.isStop ? 0 : -1}
      aria-label={describeMessage(props.message, props.customerName, time(), t)}
      onFocus={() => props.onFocus()}
    >
      {isNamed && (
        <Show
          when={settings().messageHeadings}
          fallback={
            <p class="author" lang={language()}>
              {author()}
            </p>
          }
        >
          <h2 class="author" lang={language()}>
            {author()}
          </h2>
        </Show>
      )}
      {props.message.attachment && (
        <Attached message={props.message} author={author()} isStop={props.isStop} />
      )}
      <p class="text" dir="auto">
        <MixedText text={props.message.text} language={props.message.language} />
      </p>
      <p class="meta" lang={language()}>
        <time>{time()}</time>
        {isOwn && (
          <Show when={props.message.delivery}>
            {(delivery) => (
              <>
                <span class={`delivery ${delivery()}`}>{stateOf(props.message, t)}</span>
                <Show when={props.message.failure}>
                  {(failure) => <span>{whyOf(failure(), t)}</span>}
                </Show>
                <Show when={delivery() === 'failed'}>
                  <button
                    type="button"
                    class="quiet"
                    tabindex={props.isStop ? 0 : -1}
                    onClick={() => props.retry(props.message.id)}
                  >
                    {t('transcript.retry')}
                  </button>
                </Show>
              </>
            )}
          </Show>
        )}
      </p>
    </article>
  );
}
