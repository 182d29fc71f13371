import { createSignal, For, type JSX } from 'solid-js';
import {
  type CommandGroup,
  type CommandId,
  commandIds,
  commandRow,
} from '../a11y/command-table.ts';
import { useWorkspace } from '../session/workspace.ts';
import { pinyinInitials } from '../shared/pinyin-initials.ts';
import { useKeyNames } from './use-key-names.ts';

const groups: readonly CommandGroup[] = ['listen', 'go', 'offers', 'write', 'finish', 'desk'];
const inGroups = groups.map((group) => ({
  group,
  ids: commandIds.filter((id) => commandRow(id).group === group),
}));
const all = inGroups.flatMap(({ ids }) => ids);
/** Milliseconds after which letters typed in the list begin anew. */
const pause = 1000;

/** All commands with their keys: a listbox, so that sixty rows are one tab stop (A50). */
export function KeyList(props: { onOpen(command: CommandId): void }): JSX.Element {
  const { t, clock, keymap } = useWorkspace();
  const names = useKeyNames();
  const [current, setCurrent] = createSignal<CommandId>(all[0] as CommandId);
  let typed = '';
  let typedAt = 0;

  const go = (id: CommandId | undefined) => {
    if (!id) return;
    setCurrent(id);
    const option = document.getElementById(`command-${id}`);
    option?.focus();
    option?.scrollIntoView({ block: 'nearest' });
  };
  const find = (letter: string): CommandId | undefined => {
    if (clock.now() - typedAt > pause) typed = '';
    typedAt = clock.now();
    typed += letter.toLowerCase();
    // The same word goes on matching; a first letter goes to the next that has it.
    const from = all.indexOf(current()) + (typed.length === 1 ? 1 : 0);
    return [...all.slice(from), ...all.slice(0, from)].find((id) => {
      const name = names.commandName(id);
      return name.toLowerCase().startsWith(typed) || pinyinInitials(name).startsWith(typed);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = all.indexOf(current());
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, all.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      PageDown: Math.min(at + 10, all.length - 1),
      PageUp: Math.max(at - 10, 0),
      Home: 0,
      End: all.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) go(all[next]);
    else if (event.key === 'Enter' || (event.key === ' ' && clock.now() - typedAt > pause)) {
      props.onOpen(current());
    } else if (event.key.length === 1) go(find(event.key));
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const option = event.target instanceof Element && event.target.closest('[role=option]');
    const id = option && all.find((one) => option.id === `command-${one}`);
    if (!id) return;
    go(id);
    props.onOpen(id);
  };

  return (
    <div
      role="listbox"
      id="key-list"
      class="key-list"
      aria-label={t('settings.keys.list')}
      aria-describedby="key-list-hint"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <For each={inGroups}>
        {({ group, ids }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, but no fieldset
          <div role="group" aria-labelledby={`key-group-${group}`}>
            <div class="group-name" id={`key-group-${group}`} role="presentation">
              {t(`commands.groups.${group}`)}
            </div>
            <For each={ids}>
              {(id) => {
                const keys = () => names.namesOf(keymap.bindingsOf(id));
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: it has a roving tabindex
                  <div
                    role="option"
                    id={`command-${id}`}
                    class="option"
                    tabindex={current() === id ? 0 : -1}
                    aria-selected={current() === id}
                  >
                    <span>
                      {names.commandName(id)}
                      <span class="visually-hidden">{t('common.colon')}</span>
                    </span>
                    <span class="keys-now">{keys()}</span>
                  </div>
                );
              }}
            </For>
          </div>
        )}
      </For>
    </div>
  );
}
