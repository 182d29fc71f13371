import { type CommandId, commandIds, defaultBindings } from './command-table.ts';

/** Whose key it is already (A37). */
export type ForbiddenReason = 'screen-reader' | 'system' | 'browser' | 'typing' | 'widget';

/** Why a set of bindings will not do. */
export type BindingConflict =
  | {
      readonly kind: 'forbidden';
      readonly command: CommandId;
      readonly binding: string;
      readonly reason: ForbiddenReason;
    }
  | { readonly kind: 'taken'; readonly binding: string; readonly commands: readonly CommandId[] };

const modifiers = ['Control', 'Alt', 'Shift', 'Meta', 'Insert', 'CapsLock', 'ScrollLock'];

/** One spelling for each binding: modifiers in a fixed order, single letters in capitals. */
export const normalizeBinding = (binding: string): string =>
  binding
    .trim()
    .split(/\s+/)
    .map((press) => {
      const parts = press.split(/\b\+/);
      const key = parts.pop() ?? '';
      parts.sort((a, b) => modifiers.indexOf(a) - modifiers.indexOf(b));
      return [...parts, key.length === 1 ? key.toUpperCase() : key].join('+');
    })
    .join(' ');

/** In this order; the first that fits is the reason. Tested on normalized bindings. */
const rules: readonly (readonly [RegExp, ForbiddenReason])[] = [
  [/(?:^|\+)(?:Insert|CapsLock|ScrollLock)(?:\+|$)/, 'screen-reader'],
  [/(?:^|\+)(?:Meta|OS|Super)(?:\+|$)/, 'system'],
  [/^(?:Control\+)?Alt\+(?:Shift\+)?F\d+$/, 'system'],
  [/^(?:Control|Shift|Alt|AltGraph)$/, 'screen-reader'],
  [/^Control\+Alt\+(?:Shift\+)?(?:Arrow\w+|Home|End|PageUp|PageDown|N)$/, 'screen-reader'],
  // Ctrl+Alt is AltGr on Windows: letters there write @, €, ą.
  [/^(?:Control\+Alt\+(?:Shift\+)?|AltGraph\+)./, 'typing'],
  [/^Alt\+Shift\+(?:Arrow\w+|Home|End|.)$/, 'screen-reader'],
  [/^Control\+Shift\+[ACIJNTW]$/, 'browser'],
  [/^Control\+[\dTWNLFRP]$/, 'browser'],
  [/^Control\+[ACVXZY]$/, 'typing'],
  [/^Alt\+(?:Arrow(?:Left|Right)|Home|[DEF])$/, 'browser'],
  [/^(?:Alt\+(?:Shift\+)?Tab|Alt\+Space)$/, 'system'],
  [/^F(?:1|3|5|6|7|10|11|12)$/, 'browser'],
  [/^(?:Shift\+)?(?:Tab|Enter|Escape|Space|Backspace|Delete|Home|End|Page\w+|Arrow\w+)$/, 'widget'],
];

/** Why a binding must not be used, if so. */
export function forbiddenReason(binding: string): ForbiddenReason | undefined {
  const [press = ''] = normalizeBinding(binding).split(' ');
  return rules.find(([pattern]) => pattern.test(press))?.[1];
}

/**
 * All that is wrong with the agent's bindings together with the defaults that they leave standing.
 * @param bindings as in the settings: only what differs from the defaults
 */
export function validateBindings(
  bindings: Readonly<Record<string, readonly string[]>>,
): readonly BindingConflict[] {
  const users = new Map<string, CommandId[]>();
  const conflicts: BindingConflict[] = [];
  for (const command of commandIds) {
    for (const given of bindings[command] ?? defaultBindings(command)) {
      const binding = normalizeBinding(given);
      const reason = forbiddenReason(binding);
      if (reason) conflicts.push({ kind: 'forbidden', command, binding, reason });
      users.set(binding, [...(users.get(binding) ?? []), command]);
    }
  }
  for (const [binding, commands] of users) {
    if (commands.length > 1) conflicts.push({ kind: 'taken', binding, commands });
  }
  return conflicts;
}
