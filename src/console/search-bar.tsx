import { createMemo, createSignal, type JSX, onMount } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { View } from './views.ts';

interface SearchBarProps {
  readonly conversation: Conversation;
  readonly view: View;
  onClose(): void;
}

/** Finds words in the messages that are loaded; Enter says how many and goes to the newest. */
export function SearchBar(props: SearchBarProps): JSX.Element {
  const { t, say } = useWorkspace();
  const before = document.activeElement;
  let field!: HTMLInputElement;
  const [query, setQuery] = createSignal('');
  let position = -1;
  const found = createMemo(() => {
    const words = query().trim().toLowerCase();
    if (!words) return [];
    return props.conversation.messages.filter(({ text }) => text.toLowerCase().includes(words));
  });
  const step = (by: number) => {
    const matches = found();
    if (!matches.length) return say(t('search.none', { query: query() }));
    position =
      position < 0 ? matches.length - 1 : (position + by + matches.length) % matches.length;
    const match = matches[position];
    if (!match) return;
    if (position === matches.length - 1) {
      say(t('search.found', { count: matches.length, text: match.text }), match.language);
    }
    props.view.focusMessage(match.id);
  };
  const close = () => {
    props.onClose();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  onMount(() => field.focus());
  return (
    <form
      class="search row"
      onSubmit={(event) => {
        event.preventDefault();
        step(-1);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <label for="search">{t('search.label')}</label>
      <input
        autocomplete="off"
        ref={field}
        id="search"
        type="search"
        enterkeyhint="search"
        onInput={(event) => {
          position = -1;
          setQuery(event.currentTarget.value);
        }}
      />
      <button type="submit">{t('search.previous')}</button>
      <button type="button" onClick={() => step(1)}>
        {t('search.next')}
      </button>
      <button type="button" onClick={close}>
        {t('search.close')}
      </button>
    </form>
  );
}
