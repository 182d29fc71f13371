import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { createComposition } from '../a11y/is-composing.ts';
import { chooseVariant } from '../canned-responses/canned-response.ts';
import { createSearch } from '../canned-responses/search.ts';
import { shortcutAtCaret } from '../canned-responses/shortcut-at-caret.ts';
import type { Conversation } from '../domain/conversation.ts';
import { createCannedStore, loadStarter } from '../session/create-canned-store.ts';
import { useWorkspace } from '../session/workspace.ts';
import { moveInList } from '../ui/move-in-list.ts';
import { type Choice, isCommand, listChoices, previewOf } from './canned-choices.ts';
import type { ComposerHandle } from './composer.tsx';
import { insertResponse, knownValues } from './insert-response.ts';
import '../ui/canned.css';

/** Room above the reply box, in pixels, below which the picker stands in line instead of over it. */
const leastRoom = 240;

const triggerAt = (box: HTMLTextAreaElement) =>
  box.selectionStart === box.selectionEnd
    ? shortcutAtCaret(box.value, box.selectionEnd)
    : undefined;

/** Whether a `/shortcut` is being typed in the reply box, and the agent is still there. */
export const isShortcutTyped = (composer: ComposerHandle): boolean =>
  document.activeElement === composer.element() && triggerAt(composer.element()) !== undefined;

interface CannedPickerProps {
  readonly conversation: Conversation;
  readonly composer: ComposerHandle;
  /** Takes the picker away; the focus is where it belongs already. */
  onClose(): void;
}

/**
 * Finds a canned response and puts it at the caret: a combobox beside the reply box (A20). The
 * slash that opened it stays typeable: a space after it, a second one, or Escape keeps the text.
 */
export function CannedPicker(props: CannedPickerProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, clock, queue, commands, storage, language } = workspace;
  const store = createCannedStore({ storage, loadStarter });
  const composition = createComposition(clock);
  // Kept: after `onClose` the properties are those of a component that is gone.
  const { composer, conversation } = props;
  const box = composer.element();
  const trigger = triggerAt(box);
  const [query, setQuery] = createSignal(trigger?.query ?? '');
  const [active, setActive] = createSignal(0);
  const [failed, setFailed] = createSignal(false);
  let isOpen = true;
  let root!: HTMLDivElement;
  let input!: HTMLInputElement;

  const wanted = () => [conversation.language, language()];
  const runnable =
    trigger?.start === 0 && trigger.end === box.value.length
      ? commands.list().filter(({ id }) => id !== 'canned-responses' && commands.available(id))
      : [];
  const search = createMemo(() => createSearch(store.library()?.responses ?? []));
  const isReady = () => store.library() !== undefined || failed();
  const choices = createMemo(() =>
    isReady()
      ? listChoices(search(), runnable, query(), ({ label, values }) => t(label, values))
      : [],
  );
  const current = () => choices()[active()];
  const idOf = (choice: Choice) => `pick-${isCommand(choice) ? choice.id : `/${choice.shortcut}`}`;
  void store.loaded.then((isThere) => setFailed(!isThere));
  createEffect(
    on(
      () => store.library() !== undefined && !choices().length,
      (none) => none && say(t('canned.none')),
      { defer: true },
    ),
  );

  onCleanup(() => {
    isOpen = false;
  });

  const leave = () => {
    props.onClose();
    composer.focus();
  };
  /** Writes `text` in the place of the `/query` that opened this; nothing else is touched. */
  const replaceTyped = (text: string) => {
    const draft = box.value;
    const stands = trigger && /^[/／]/.test(draft.slice(trigger.start, trigger.end));
    if (stands) {
      const left = draft.slice(0, trigger.start) + text;
      composer.set(left + draft.slice(trigger.end), left.length);
    }
    leave();
  };
  const keepTyped = () => replaceTyped(box.value.charAt(trigger?.start ?? 0) + input.value);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    if (isCommand(choice)) {
      replaceTyped('');
      commands.run(choice.id);
      return;
    }
    props.onClose();
    insertResponse(choice, conversation, composer, workspace, trigger);
  };
  /** Who knows the shortcut types it and Enter faster than a library is read. */
  const accept = () => {
    if (isReady()) choose(current());
    else void store.loaded.then(() => isOpen && choose(current()));
  };
  const move = (to: number) => {
    setActive(to);
    const choice = current();
    if (choice) document.getElementById(idOf(choice))?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    queue.keystroke();
    if (composition.owns(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveInList(event.key, active(), choices().length, true);
    if (next !== undefined) move(next);
    else if (event.key === 'Escape') keepTyped();
    else if (event.key === 'Enter') accept();
    else if (event.key === 'Tab' && !event.shiftKey && (current() || !isReady())) accept();
    else if (event.key === 'Backspace' && trigger && !input.value) replaceTyped('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onInput = (isComposing: boolean) => {
    const literal = /^\s|[/／]/u.test(input.value);
    if (trigger && literal && !isComposing) return keepTyped();
    setQuery(input.value);
    move(0);
  };

  onMount(() => {
    const main = root.closest('main');
    const log = main?.querySelector('.log');
    const isAtBottom = log && log.scrollHeight - log.scrollTop - log.clientHeight < 48;
    // Measured as it would stand over the transcript, where it takes no room of its own.
    root.classList.add('over');
    const edge = Math.max(main?.getBoundingClientRect().top ?? 0, 0);
    const room = root.getBoundingClientRect().bottom - edge - 8;
    if (room < leastRoom) root.classList.remove('over');
    else main?.style.setProperty('--picker', `min(20rem, max(16rem, ${room / 2}px), ${room}px)`);
    // The stylesheet gives the log room below, so that the last words stay in sight above this.
    if (isAtBottom) log.scrollTop = log.scrollHeight;
    input.value = query();
    input.focus();
    root.scrollIntoView({ block: 'nearest' });
  });

  return (
    <div class="picker-place">
      <div
        ref={root}
        class="picker"
        onFocusOut={(event) => {
          const to = event.relatedTarget;
          if (to instanceof Node && !root.contains(to)) props.onClose();
        }}
      >
        <div class="row">
          <label for="canned-query">{t('canned.pick')}</label>
          <input
            ref={input}
            id="canned-query"
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-expanded={choices().length > 0}
            aria-controls="canned-options"
            aria-autocomplete="list"
            aria-activedescendant={current() && idOf(current() as Choice)}
            onKeyDown={onKeyDown}
            onCompositionStart={() => composition.start()}
            onCompositionEnd={() => {
              composition.end();
              onInput(false);
            }}
            onInput={(event) => onInput(event.isComposing)}
          />
          <button type="button" class="quiet" onClick={leave}>
            {t('app.close')}
          </button>
        </div>
        <div
          id="canned-options"
          class="options"
          role="listbox"
          aria-label={t('canned.found')}
          onMouseDown={(event) => event.preventDefault()}
        >
          <For each={choices()}>
            {(choice) => {
              const label = isCommand(choice)
                ? t(choice.label, choice.values)
                : (chooseVariant(choice.titles, [language()])?.text ?? choice.shortcut);
              const preview = isCommand(choice)
                ? undefined
                : previewOf(choice, wanted(), knownValues(conversation, workspace));
              const slash = `/${isCommand(choice) ? choice.slash : choice.shortcut}`;
              const words = preview?.text ?? t('canned.command');
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and the keys
                // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
                <div
                  id={idOf(choice)}
                  class="option"
                  role="option"
                  aria-selected={choice === current()}
                  // Pieces that stand in a grid would be read with a space before each comma.
                  aria-label={[label, slash, words].join(t('app.comma'))}
                  onClick={() => choose(choice)}
                >
                  <span class="who">{label}</span> <kbd>{slash}</kbd>{' '}
                  <span class="preview" lang={preview?.language} dir="auto">
                    {words}
                  </span>
                </div>
              );
            }}
          </For>
        </div>
        <Show when={!choices().length}>
          <p class="empty">
            {failed() ? t('app.loadFailed') : t(isReady() ? 'canned.none' : 'app.loading')}
          </p>
        </Show>
      </div>
    </div>
  );
}
