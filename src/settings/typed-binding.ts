import type { MessageKey, Translate } from '../shared/translate.ts';

/** Modifiers in the order of `normalizeBinding`, by the names that people type. */
const modifiers: Readonly<Record<string, string>> = {
  ctrl: 'Control',
  control: 'Control',
  strg: 'Control',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  meta: 'Meta',
  cmd: 'Meta',
  command: 'Meta',
  win: 'Meta',
  altgr: 'AltGraph',
  altgraph: 'AltGraph',
};

const keys: Readonly<Record<string, string>> = {
  '/': 'Slash',
  ',': 'Comma',
  slash: 'Slash',
  comma: 'Comma',
  space: 'Space',
  spacebar: 'Space',
  enter: 'Enter',
  return: 'Enter',
  esc: 'Escape',
  escape: 'Escape',
  tab: 'Tab',
  backspace: 'Backspace',
  del: 'Delete',
  delete: 'Delete',
  ins: 'Insert',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  capslock: 'CapsLock',
  scrolllock: 'ScrollLock',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
};

/** What `describeBinding` says in the agent's language can be typed back. */
const localised: readonly (readonly [MessageKey, string])[] = [
  ['keys.alt', 'Alt'],
  ['keys.option', 'Alt'],
  ['keys.control', 'Control'],
  ['keys.shift', 'Shift'],
  ['keys.enter', 'Enter'],
  ['keys.escape', 'Escape'],
  ['keys.space', 'Space'],
  ['keys.up', 'ArrowUp'],
  ['keys.down', 'ArrowDown'],
  ['keys.left', 'ArrowLeft'],
  ['keys.right', 'ArrowRight'],
];

/** Not `table[name]`: somebody may type `constructor`. */
const lookUp = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const modifierNames = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'];

/**
 * A key event as a binding, `Control+Shift+L`; undefined while only modifiers are down.
 * @param name the key as bindings name it (`keyName`)
 */
export function pressedBinding(event: KeyboardEvent, name: string): string | undefined {
  if (!name || modifierNames.includes(name) || ['Dead', 'Process', 'Unidentified'].includes(name)) {
    return undefined;
  }
  const key =
    name === ' '
      ? 'Space'
      : (lookUp(keys, name) ?? (name.length === 1 ? name.toUpperCase() : name));
  const held = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Meta',
  ].filter(Boolean);
  if (!held.length && event.getModifierState('AltGraph')) held.push('AltGraph');
  return [...held, key].join('+');
}

/**
 * Reads the names of keys: `ctrl + shift + l`, `F8`, `Alt+J, N`, `leader n`, in the agent's
 * language too.
 * @param leader what the leader key's own binding is, as in `Alt+J`
 * @returns the binding, or undefined if it cannot be read
 */
export function parseTypedBinding(text: string, t: Translate, leader: string): string | undefined {
  const own = new Map(localised.map(([key, name]) => [t(key).toLowerCase(), name]));
  const readPress = (typed: string): string | undefined => {
    const parts = typed
      .trim()
      .split(/\s*[+＋]\s*/)
      .map((part) => part.toLowerCase());
    const last = parts.pop() ?? '';
    const held = parts.map((part) => own.get(part) ?? lookUp(modifiers, part));
    if (held.some((name) => name === undefined || !modifierNames.includes(name))) return undefined;
    const single = [...last].length === 1 ? last.toUpperCase() : undefined;
    const key =
      own.get(last) ??
      lookUp(keys, last) ??
      lookUp(keys, last.replaceAll(' ', '')) ??
      single ??
      (/^f([1-9]|1\d|2[0-4])$/.test(last) ? last.toUpperCase() : undefined);
    if (!key || modifierNames.includes(key)) return undefined;
    const order = modifierNames.filter((name) => held.includes(name));
    return [...order, key].join('+');
  };

  const trimmed = text.trim();
  const words = [t('commands.leader'), 'leader'].map((word) => word.toLowerCase());
  const word = words.find((one) => trimmed.toLowerCase().startsWith(one));
  const [first = '', second, ...more] = word
    ? [leader, trimmed.slice(word.length).replace(/^\s*[,，]\s+(?=\S)|^\s+/, '')]
    : trimmed.split(/(?<=\w)\s*[,，、]\s*/);
  if (second === undefined) return readPress(first);
  const key = readPress(second);
  const isLeader = readPress(first) === leader;
  if (!isLeader || more.length || !key || key.includes('+')) return undefined;
  // The keymap compares with what the key writes.
  return `Leader ${{ Slash: '/', Comma: ',' }[key] ?? key}`;
}
