import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { describeBinding } from '../a11y/describe-binding.ts';
import { useWorkspace } from '../session/workspace.ts';
import { Dialog } from '../ui/dialog.tsx';
import { moveInList } from '../ui/move-in-list.ts';
import { matchCommands } from './match-commands.ts';

const listId = 'palette-list';

/** All commands, found by a few letters: a combobox in a dialog (A38). */
export function Palette(props: { onClose(): void }): JSX.Element {
  const { t, commands, keymap } = useWorkspace();
  const [query, setQuery] = createSignal('');
  const [active, setActive] = createSignal(0);
  const all = commands
    .list()
    .filter(({ id }) => id !== 'palette' && commands.available(id))
    .map((info) => ({
      id: info.id,
      label: t(info.label, info.values),
      keys: keymap.bindingsOf(info.id).map((binding) => describeBinding(binding, t)),
      slash: info.slash,
      isNumbered: 'n' in info.values,
    }))
    // Nine of one kind at the top would hide all the others.
    .sort((a, b) => Number(a.isNumbered) - Number(b.isNumbered));
  const found = createMemo(() => matchCommands(all, query()));
  const current = () => found()[Math.min(active(), found().length - 1)];

  const run = (id: (typeof all)[number]['id'] | undefined) => {
    if (!id) return;
    // Closing first gives the focus back, so that the command finds the screen as it was.
    props.onClose();
    queueMicrotask(() => commands.run(id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const next = moveInList(event.key, active(), found().length, true);
    if (next !== undefined) {
      setActive(next);
      document.getElementById(`palette-${current()?.id}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') run(current()?.id);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog id="palette" title={t('commands.palette')} onClose={props.onClose}>
      <input
        type="text"
        role="combobox"
        autofocus
        autocomplete="off"
        spellcheck={false}
        aria-label={t('palette.label')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current() ? `palette-${current()?.id}` : undefined}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setActive(0);
          setQuery(event.currentTarget.value);
        }}
      />
      <div id={listId} class="options palette" role="listbox" aria-label={t('palette.list')}>
        <For each={found()}>
          {(command) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and the keys
            // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
            <div
              id={`palette-${command.id}`}
              class="option"
              role="option"
              aria-selected={command === current()}
              onClick={() => run(command.id)}
            >
              <span>{command.label}</span>
              <kbd>{command.keys[0] ?? ''}</kbd>
            </div>
          )}
        </For>
      </div>
      <Show when={!found().length}>
        <p>{t('palette.none')}</p>
      </Show>
    </Dialog>
  );
}
