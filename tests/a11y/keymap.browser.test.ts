import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandId } from '../../src/a11y/command-table.ts';
import { createCommandRegistry } from '../../src/a11y/commands.ts';
import { createKeymap } from '../../src/a11y/keymap.ts';

const setUp = (bindings: Record<string, readonly string[]> = {}, characterKeys = false) => {
  const registry = createCommandRegistry();
  const log: string[] = [];
  const ids: readonly CommandId[] = [
    'next-unread',
    'speak-message-1',
    'palette',
    'help',
    'settings',
    'send',
    'next-region',
    'previous-region',
    'available',
  ];
  registry.add(ids.map((id) => ({ id, run: () => log.push(id) })));
  registry.add([{ id: 'wrap-up', run: () => log.push('wrap-up'), available: () => false }]);
  const keymap = createKeymap({
    registry,
    preferences: () => ({ bindings, characterKeys }),
    onLeader: (active) => log.push(active ? 'leader' : 'leader over'),
    onUnknown: (key) => log.push(`unknown ${key}`),
    onUnavailable: (id) => log.push(`unavailable ${id}`),
  });
  return { keymap, log };
};

let target: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<button>b</button><input /><textarea></textarea>';
  target = document.querySelector('button') as HTMLElement;
});
afterEach(() => document.body.replaceChildren());

/** What a browser sends for a key; fields as it would fill them. */
const press = (
  { keymap }: { keymap: ReturnType<typeof createKeymap> },
  key: string,
  code: string,
  init: KeyboardEventInit & { keyCode?: number } = {},
) => {
  const event = new KeyboardEvent('keydown', {
    key,
    code,
    bubbles: true,
    cancelable: true,
    ...init,
  });
  let ours = false;
  const listen = (given: Event) => {
    ours = keymap.handle(given as KeyboardEvent);
  };
  document.addEventListener('keydown', listen);
  target.dispatchEvent(event);
  document.removeEventListener('keydown', listen);
  expect(event.defaultPrevented).toBe(ours);
  return ours;
};

const alt = { altKey: true };
const control = { ctrlKey: true };

test('A34: a default binding runs its command and is kept from the browser', () => {
  const rig = setUp();
  expect(press(rig, 'n', 'KeyN', alt)).toBe(true);
  expect(press(rig, 'k', 'KeyK', control)).toBe(true);
  expect(press(rig, '/', 'Slash', control)).toBe(true);
  expect(press(rig, ',', 'Comma', control)).toBe(true);
  expect(press(rig, 'Enter', 'Enter', control)).toBe(true);
  expect(press(rig, 'F6', 'F6', control)).toBe(true);
  expect(press(rig, 'F6', 'F6', { ...control, shiftKey: true })).toBe(true);
  expect(rig.log).toEqual([
    'next-unread',
    'palette',
    'help',
    'settings',
    'send',
    'next-region',
    'previous-region',
  ]);
});

test('A2: plain F6 stays the browser’s, and so does a letter with another modifier', () => {
  const rig = setUp();
  expect(press(rig, 'F6', 'F6')).toBe(false);
  expect(press(rig, 'n', 'KeyN')).toBe(false);
  expect(press(rig, 'N', 'KeyN', { ...alt, shiftKey: true })).toBe(false);
  expect(press(rig, 'n', 'KeyN', { ...alt, metaKey: true })).toBe(false);
  expect(rig.log).toEqual([]);
});

test('A13: a digit is found on any layout: Mac, French, Russian', () => {
  const rig = setUp();
  press(rig, '¡', 'Digit1', alt);
  press(rig, '&', 'Digit1', alt);
  press(rig, 'т', 'KeyN', alt);
  press(rig, 'Dead', 'KeyN', alt);
  expect(rig.log).toEqual(['speak-message-1', 'speak-message-1', 'next-unread', 'next-unread']);
});

test('a letter goes by what the layout writes: Dvorak’s n is where l is', () => {
  const rig = setUp();
  expect(press(rig, 'n', 'KeyL', alt)).toBe(true);
  expect(press(rig, 'b', 'KeyN', alt)).toBe(false);
});

test('A37: AltGr writes a character and never runs a command', () => {
  const rig = setUp();
  expect(press(rig, 'ń', 'KeyN', { modifierAltGraph: true })).toBe(false);
  expect(press(rig, 'ń', 'KeyN', { ...alt, ...control, modifierAltGraph: true })).toBe(false);
  expect(press(rig, 'n', 'KeyN', { ...alt, modifierAltGraph: true })).toBe(false);
  expect(rig.log).toEqual([]);
});

test('A17: keys of an input method are not ours', () => {
  const rig = setUp();
  expect(press(rig, 'Enter', 'Enter', { ...control, isComposing: true })).toBe(false);
  expect(press(rig, 'Process', 'KeyN', { ...alt, keyCode: 229 })).toBe(false);
});

test('A13: a key held down counts once', () => {
  const rig = setUp();
  press(rig, '1', 'Digit1', alt);
  expect(press(rig, '1', 'Digit1', { ...alt, repeat: true })).toBe(true);
  expect(rig.log).toEqual(['speak-message-1']);
});

test('A36: the leader key waits for a letter, and holding Alt does not matter', () => {
  const rig = setUp();
  press(rig, 'j', 'KeyJ', alt);
  expect(rig.keymap.leaderActive()).toBe(true);
  expect(press(rig, 'Shift', 'ShiftLeft')).toBe(false);
  expect(rig.keymap.leaderActive()).toBe(true);
  expect(press(rig, 'n', 'KeyN')).toBe(true);
  press(rig, 'j', 'KeyJ', alt);
  press(rig, 'n', 'KeyN', alt);
  press(rig, 'j', 'KeyJ', alt);
  press(rig, '/', 'Slash');
  press(rig, 'j', 'KeyJ', alt);
  press(rig, '1', 'Digit1');
  const each = (id: string) => ['leader', 'leader over', id];
  expect(rig.log).toEqual(['next-unread', 'next-unread', 'help', 'speak-message-1'].flatMap(each));
});

test('A36: Escape calls the leader off; an unknown letter and a useless one say so', () => {
  const rig = setUp();
  press(rig, 'j', 'KeyJ', alt);
  expect(press(rig, 'Escape', 'Escape')).toBe(true);
  press(rig, 'j', 'KeyJ', alt);
  expect(press(rig, 'ö', 'Semicolon')).toBe(true);
  press(rig, 'j', 'KeyJ', alt);
  press(rig, 'w', 'KeyW');
  expect(rig.log.filter((one) => !one.startsWith('leader'))).toEqual([
    'unknown Ö',
    'unavailable wrap-up',
  ]);
  expect(press(rig, 'n', 'KeyN')).toBe(false);
});

test('A36: an input method that is switched on does not swallow the letter after the leader', () => {
  const rig = setUp();
  press(rig, 'j', 'KeyJ', alt);
  expect(press(rig, 'Process', 'KeyN', { keyCode: 229 })).toBe(true);
  expect(rig.log.at(-1)).toBe('next-unread');
});

test('A35: a binding can be changed and switched off, the leader key as well', () => {
  const rig = setUp({ 'next-unread': ['F9'], palette: [], leader: ['Control+J'] });
  expect(press(rig, 'n', 'KeyN', alt)).toBe(false);
  expect(press(rig, 'k', 'KeyK', control)).toBe(false);
  expect(press(rig, 'j', 'KeyJ', alt)).toBe(false);
  expect(press(rig, 'F9', 'F9')).toBe(true);
  expect(press(rig, 'j', 'KeyJ', control)).toBe(true);
  expect(rig.keymap.bindingsOf('palette')).toEqual([]);
  expect(rig.keymap.bindingsOf('help')).toEqual(['Control+Slash', 'Leader /']);
});

test('A35: character keys act only when switched on, and never in a text field', () => {
  const bindings = { 'next-unread': ['N'] };
  expect(press(setUp(bindings), 'n', 'KeyN')).toBe(false);
  const rig = setUp(bindings, true);
  expect(press(rig, 'n', 'KeyN')).toBe(true);
  for (const field of ['input', 'textarea']) {
    target = document.querySelector(field) as HTMLElement;
    expect(press(rig, 'n', 'KeyN')).toBe(false);
  }
  expect(rig.log).toEqual(['next-unread']);
});
