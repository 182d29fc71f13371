import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Phrase } from '../english/phrase-book.ts';
import { slowPace, speakPhrase } from '../session/speak-phrase.ts';
import { useWorkspace } from '../session/workspace.ts';
import { moveInList } from '../ui/move-in-list.ts';
import { ShadowButton } from './shadow-button.tsx';

interface PhraseGroupProps {
  readonly phrases: readonly Phrase[];
  /** What the list is called. */
  readonly label: string;
}

const optionId = (phrase: Phrase) => `phrase-${phrase.id}`;

/**
 * Phrases as a list with one tab stop, and what can be done with the one that is chosen. Enter says
 * it. Four buttons a phrase would be six hundred stops.
 */
export function PhraseGroup(props: PhraseGroupProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, drafts, session } = workspace;
  const [chosen, setChosen] = createSignal<string>();
  const active = createMemo(
    () => props.phrases.find(({ id }) => id === chosen()) ?? props.phrases[0],
  );
  const english = () => active()?.english ?? '';
  const speak = (pace?: number) => void speakPhrase(workspace, english(), 'en', pace);
  const conversation = () => {
    const one = session()?.selected();
    return one?.state === 'open' ? one : undefined;
  };
  const copy = () =>
    navigator.clipboard.writeText(english()).then(
      () => say(t('phrases.copied')),
      () => say(t('transcript.copyFailed')),
    );
  const put = () => {
    const to = conversation();
    if (!to) return;
    const before = drafts.get(to.id).text.trimEnd();
    const text = before ? `${before} ${english()}` : english();
    drafts.set(to.id, { text, selectionStart: text.length, selectionEnd: text.length });
    say(t('phrases.put', { name: to.customer.name }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const now = active();
    if (event.key === 'Enter') speak();
    else {
      const at = moveInList(event.key, now ? props.phrases.indexOf(now) : -1, props.phrases.length);
      const next = at === undefined ? undefined : props.phrases[at];
      if (!next) return;
      document.getElementById(optionId(next))?.focus();
    }
    event.preventDefault();
  };

  return (
    <div class="phrase-group">
      <div
        class="options"
        role="listbox"
        tabindex="-1"
        aria-label={props.label}
        onKeyDown={onKeyDown}
      >
        <For each={props.phrases}>
          {(phrase) => (
            // biome-ignore lint/a11y/useFocusableInteractive: one of them is, the others by arrows
            <div
              id={optionId(phrase)}
              class="option phrase"
              role="option"
              tabindex={active() === phrase ? 0 : -1}
              aria-selected={active() === phrase}
              onFocus={() => setChosen(phrase.id)}
              onClick={() => setChosen(phrase.id)}
              onKeyDown={() => undefined}
            >
              <span class="who" lang="en">
                {phrase.english}
              </span>{' '}
              <span lang="zh-CN">{phrase.chinese}</span>
              <Show when={phrase.use}>
                {' '}
                <span class="hint" lang="zh-CN">
                  {phrase.use}
                </span>
              </Show>
            </div>
          )}
        </For>
      </div>
      <div class="row actions">
        <button type="button" id="phrase-say" class="primary" onClick={() => speak()}>
          {t('phrases.say')}
        </button>
        <button type="button" onClick={() => speak(slowPace)}>
          {t('phrases.saySlowly')}
        </button>
        <ShadowButton phrase={english()} />
        <button type="button" onClick={() => void copy()}>
          {t('phrases.copy')}
        </button>
        <Show when={conversation()}>
          <button type="button" onClick={put}>
            {t('phrases.putIn')}
          </button>
        </Show>
      </div>
    </div>
  );
}
