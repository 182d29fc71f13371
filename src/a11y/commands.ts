import type { MessageKey } from '../shared/translate.ts';
import { type CommandGroup, type CommandId, commandIds, commandRow } from './command-table.ts';

/** What a part of the desk can do, given to the registry while that part is there. */
export interface Command {
  readonly id: CommandId;
  run(): void;
  /** Whether it can be done at this moment; always, if left out. */
  available?(): boolean;
}

/** A registered command as palette, help and slash words show it. */
export interface CommandInfo {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly label: MessageKey;
  /** For the label: `{ n }` where the command has a number. */
  readonly values: Readonly<Record<string, number>>;
  readonly slash: string | undefined;
}

/** All that can be done now (A34). */
export interface CommandRegistry {
  /** Adds commands; the returned function takes them away. A later one covers an earlier one. */
  add(commands: readonly Command[]): () => void;
  /** Does it; false if nobody has registered it or it cannot be done now. */
  run(id: CommandId): boolean;
  available(id: CommandId): boolean;
  has(id: CommandId): boolean;
  /** Those registered, in table order. */
  list(): readonly CommandInfo[];
  /** Calls `listener` when commands came or went. */
  subscribe(listener: () => void): () => void;
}

/** What the table says of a command, for showing it. */
export function commandInfo(id: CommandId): CommandInfo {
  const { group, n, slash } = commandRow(id);
  const name = id.replace(/-\d$/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const label = `commands.${name}` as MessageKey;
  return { id, group, label, values: n === undefined ? {} : { n }, slash };
}

/** Makes an empty registry. */
export function createCommandRegistry(): CommandRegistry {
  let commands: readonly Command[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const find = (id: CommandId) => commands.findLast((command) => command.id === id);
  const isAvailable = (command: Command | undefined): command is Command =>
    command !== undefined && (command.available?.() ?? true);
  return {
    add: (added) => {
      commands = [...commands, ...added];
      changed();
      return () => {
        commands = commands.filter((command) => !added.includes(command));
        changed();
      };
    },
    run: (id) => {
      const command = find(id);
      if (!isAvailable(command)) return false;
      command.run();
      return true;
    },
    available: (id) => isAvailable(find(id)),
    has: (id) => find(id) !== undefined,
    list: () => commandIds.filter((id) => find(id)).map(commandInfo),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
