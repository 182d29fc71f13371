import type { CommandId } from '../a11y/command-table.ts';
import { commandInfo } from '../a11y/commands.ts';
import { describeBinding } from '../a11y/describe-binding.ts';
import { useWorkspace } from '../session/workspace.ts';

/** Names of keys and commands in the agent's language, as they are bound now. */
export interface KeyNames {
  /** `Alt+J, N` */
  nameOf(binding: string): string;
  /** Several, joined by "or"; "no keys" for none. */
  namesOf(bindings: readonly string[]): string;
  commandName(command: CommandId): string;
  /** The binding of the leader key. */
  leader(): string;
}

/** Key names for a component of the workspace. */
export function useKeyNames(): KeyNames {
  const { t, keymap } = useWorkspace();
  const platform = /Mac|iP(ad|hone|od)/.test(navigator.platform) ? 'mac' : 'other';
  const leader = () => keymap.bindingsOf('leader')[0] ?? 'Alt+J';
  const nameOf = (binding: string) => describeBinding(binding, t, platform, leader());
  return {
    leader,
    nameOf,
    namesOf: (bindings) =>
      bindings.length ? bindings.map(nameOf).join(t('settings.keys.or')) : t('settings.keys.none'),
    commandName: (command) => {
      const { label, values } = commandInfo(command);
      return t(label, values);
    },
  };
}
