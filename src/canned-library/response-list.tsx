import { createSignal, For, type JSX, Show } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import { useWorkspace } from '../session/workspace.ts';

const shownAtFirst = 100;

interface ResponseListProps {
  readonly responses: readonly CannedResponse[];
  readonly activeId: string | undefined;
  titleOf(response: CannedResponse): string;
  onActive(id: string): void;
  edit(): void;
  remove(): void;
}

/** The id of a response's line. */
export const optionId = (id: string): string => `response-${id}`;

/** A listbox with one tab stop: arrows choose, Enter edits, Delete deletes. */
export function ResponseList(props: ResponseListProps): JSX.Element {
  const { t } = useWorkspace();
  const [limit, setLimit] = createSignal(shownAtFirst);
  const shown = () => props.responses.slice(0, limit());
  const stop = () => shown().find(({ id }) => id === props.activeId) ?? shown()[0];
  const focus = (response: CannedResponse | undefined) => {
    if (response) document.getElementById(optionId(response.id))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const active = stop();
    const index = active ? shown().indexOf(active) : -1;
    const last = shown().length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, last),
      ArrowUp: Math.max(index - 1, 0),
      PageDown: Math.min(index + 10, last),
      PageUp: Math.max(index - 10, 0),
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next !== undefined) focus(shown()[next]);
    else if (event.key === 'Enter') props.edit();
    else if (event.key === 'Delete') props.remove();
    else return;
    event.preventDefault();
  };

  return (
    <div class="stack">
      <div
        id="canned-list"
        class="options"
        role="listbox"
        tabindex="-1"
        aria-label={t('canned.list')}
        onKeyDown={onKeyDown}
      >
        <For each={shown()}>
          {(response) => (
            // biome-ignore lint/a11y/useFocusableInteractive: one of them is, the others by arrows
            <div
              id={optionId(response.id)}
              class="option"
              role="option"
              tabindex={stop() === response ? 0 : -1}
              aria-selected={stop() === response}
              aria-label={`${props.titleOf(response)}${t('app.comma')}/${response.shortcut}`}
              onFocus={() => props.onActive(response.id)}
            >
              <span class="who">{props.titleOf(response)}</span> <kbd>/{response.shortcut}</kbd>
            </div>
          )}
        </For>
      </div>
      <Show when={props.responses.length > limit()}>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            const next = props.responses[limit()];
            setLimit((count) => count + shownAtFirst);
            focus(next);
          }}
        >
          {t('canned.more', {
            count: Math.min(props.responses.length - limit(), shownAtFirst),
          })}
        </button>
      </Show>
    </div>
  );
}
