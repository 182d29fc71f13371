/** Where a command stands in the help and the settings. */
export type CommandGroup = 'listen' | 'go' | 'offers' | 'write' | 'finish' | 'desk';

interface Row {
  readonly group: CommandGroup;
  /** Which message from the end, where it is about one; its label is `commands.speakMessage`. */
  readonly n?: number;
  /** Default bindings, as in `Alt+N`. A letter or digit is found on any layout (`keymap.ts`). */
  readonly keys?: string | undefined;
  /** The key that runs it after the leader key (A36). */
  readonly leader?: string | undefined;
  /** What is typed after `/` in the composer; its id where left out, nothing where empty. */
  readonly slash?: string | undefined;
}

const row = (group: CommandGroup, keys?: string, leader?: string, slash?: string): Row => ({
  group,
  keys,
  leader,
  slash,
});

// With the leader key as well, for who cannot hold two keys at once.
const nth = (n: number): Row => ({ ...row('listen', `Alt+${n}`, String(n), ''), n });

/** Every action of the desk (A34). Palette, help, slash words and docs/keymap.md come from here. */
export const commandTable = {
  leader: row('desk', 'Alt+J', '', ''),
  'speak-message-1': nth(1),
  'speak-message-2': nth(2),
  'speak-message-3': nth(3),
  'speak-message-4': nth(4),
  'speak-message-5': nth(5),
  'speak-message-6': nth(6),
  'speak-message-7': nth(7),
  'speak-message-8': nth(8),
  'speak-message-9': nth(9),
  'speak-longest-waiting': row('listen', 'Alt+O', 'o', 'who-waits'),
  'repeat-announcement': row('listen', 'Alt+R', 'r', 'repeat'),
  'do-not-disturb': row('listen', 'Alt+Q', 'q', 'quiet'),
  'announcement-log': row('listen', '', 'g', 'log'),
  'where-was-i': row('listen', 'Alt+G', 'v', 'where'),
  'read-aloud': row('listen', 'Alt+Y', ';', 'read'),
  'stop-reading': row('listen', 'F2', "'", 'stop'),
  'read-again': row('listen', '', '\\', 'again'),
  'read-slower': row('listen', '', '[', 'slower'),
  'read-faster': row('listen', '', ']', 'faster'),
  'spell-word': row('listen', '', '`', 'spell'),
  'read-draft': row('listen', 'Shift+F2', '', 'preview'),
  gloss: row('listen'),
  hint: row('listen'),
  'show-numbers': row('go', 'F4', '', 'numbers'),
  'next-unread': row('go', 'Alt+N', 'n', 'next'),
  'longest-waiting': row('go', 'Alt+L', 'l', 'longest'),
  'next-region': row('go', 'Control+F6', '', ''),
  'previous-region': row('go', 'Control+Shift+F6', '', ''),
  'focus-list': row('go', '', 'd', 'list'),
  'focus-transcript': row('go', '', 'h', 'transcript'),
  'focus-composer': row('go', 'Alt+M', 'm', ''),
  'customer-panel': row('go', '', 'k', 'customer'),
  'jump-to-unread': row('go', 'Alt+U', 'u', 'unread'),
  'load-earlier': row('go', '', 'b', 'earlier'),
  'search-conversation': row('go', '', 'f', 'search'),
  'plain-text': row('go', 'Alt+P', 'p', 'plain'),
  're-sort': row('go', '', 's', 'sort'),
  'accept-offer': row('offers', 'Alt+A', 'a', 'accept'),
  'decline-offer': row('offers', '', 'x', 'decline'),
  'speak-offers': row('offers', 'Alt+I', 'i', 'offers'),
  send: row('write', 'Control+Enter', '', ''),
  'undo-send': row('write', 'Alt+Z', 'z', 'undo'),
  'retry-failed': row('write', '', 'y', 'retry'),
  'speak-recipient': row('write', 'Alt+K', 't', 'to'),
  'canned-responses': row('write', 'Alt+C', 'c', 'reply'),
  'next-field': row('write', 'F8', '.', ''),
  dictate: row('write', 'F9'),
  'scratch-that': row('write', '', '', 'scratch'),
  'correct-that': row('write', '', '', 'correct'),
  'answer-by-voice': row('write', '', '', 'voice'),
  advice: row('write', 'Shift+F8', 'F8'),
  'copy-message': row('write', '', '', 'copy'),
  'describe-picture': row('write', '', '', 'describe'),
  'wrap-up': row('finish', 'Alt+W', 'w'),
  'end-conversation': row('finish', '', 'e', 'end'),
  'hand-over': row('finish'),
  'extend-timer': row('desk', 'Alt+X', 'j', 'more-time'),
  palette: row('desk', 'Control+K', '', ''),
  available: row('desk', '', '0'),
  busy: row('desk', '', '-'),
  away: row('desk', '', '='),
  offline: row('desk'),
  help: row('desk', 'Control+Slash', '/'),
  settings: row('desk', 'Control+Comma', ','),
  'canned-library': row('desk', '', '', 'library'),
  'switch-language': row('desk', '', '', 'language'),
  update: row('desk'),
  phrases: row('desk'),
  traffic: row('desk'),
  'check-link': row('desk', '', '', 'link'),
  practise: row('desk'),
  'sign-in': row('desk'),
  lock: row('desk'),
  'sign-out': row('desk'),
} satisfies Record<string, Row>;

/** The name of a command, as settings and keymap files have it. */
export type CommandId = keyof typeof commandTable;

/** What the table says of one command. */
export type CommandRow = Row;

/** All ids in table order. */
export const commandIds = Object.keys(commandTable) as readonly CommandId[];

/** The row of a command; `slash` is there unless nothing can be typed for it. */
export const commandRow = (id: CommandId): CommandRow => {
  const entry: Row = commandTable[id];
  return { ...entry, slash: (entry.slash ?? id) || undefined };
};

/** Whether a string from outside names a command. */
export const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandTable, id);

/** The bindings of a command until the agent changes them; `Leader N` is the leader key, then N. */
export function defaultBindings(id: CommandId): readonly string[] {
  const { keys, leader } = commandRow(id);
  return [keys, leader && `Leader ${leader.toUpperCase()}`].filter(
    (binding): binding is string => !!binding,
  );
}
