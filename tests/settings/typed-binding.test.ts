import { describe, expect, it } from 'vitest';
import { commandIds, defaultBindings } from '../../src/a11y/command-table.ts';
import { describeBinding } from '../../src/a11y/describe-binding.ts';
import { normalizeBinding } from '../../src/a11y/key-conflicts.ts';
import { parseTypedBinding, pressedBinding } from '../../src/settings/typed-binding.ts';
import { chinese, english } from '../support/samples.ts';

const parse = (text: string) => parseTypedBinding(text, english, 'Alt+J');

describe('names of keys that are typed', () => {
  it.each([
    ['Alt+N', 'Alt+N'],
    ['alt + n', 'Alt+N'],
    ['ctrl+shift+l', 'Control+Shift+L'],
    ['Shift+Ctrl+L', 'Control+Shift+L'],
    ['Option+M', 'Alt+M'],
    ['F8', 'F8'],
    ['shift+f9', 'Shift+F9'],
    ['Ctrl+/', 'Control+Slash'],
    ['Ctrl+,', 'Control+Comma'],
    ['ctrl+page down', 'Control+PageDown'],
    ['Alt+Up arrow', 'Alt+ArrowUp'],
    ['Cmd+K', 'Meta+K'],
    ['n', 'N'],
    ['Alt+J, N', 'Leader N'],
    ['alt+j,n', 'Leader N'],
    ['leader n', 'Leader N'],
    ['Leader key, n', 'Leader N'],
    ['Alt+J, /', 'Leader /'],
    ['Leader ,', 'Leader ,'],
  ])('%s is %s', (text, binding) => {
    expect(parse(text)).toBe(binding);
  });

  it.each([
    [''],
    ['the big one'],
    ['Alt+'],
    ['Alt'],
    ['Ctrl+Alt'],
    ['Hyper+N'],
    ['F99'],
    ['Alt+N, M'],
    ['Alt+J, N, M'],
    ['Alt+J, Ctrl+N'],
    ['Leader'],
    ['N+Alt'],
  ])('“%s” cannot be read', (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('goes by the leader key that the agent has', () => {
    expect(parseTypedBinding('Alt+Q, N', english, 'Alt+Q')).toBe('Leader N');
    expect(parseTypedBinding('Alt+J, N', english, 'Alt+Q')).toBeUndefined();
  });

  it('A35: what the list shows can be typed back, in each language and on a Mac', () => {
    for (const t of [english, chinese]) {
      for (const platform of ['mac', 'other'] as const) {
        for (const binding of commandIds.flatMap(defaultBindings)) {
          const shown = describeBinding(binding, t, platform);
          const read = parseTypedBinding(shown, t, 'Alt+J');
          expect(read && normalizeBinding(read), shown).toBe(normalizeBinding(binding));
        }
      }
    }
  });

  it('knows Chinese names', () => {
    expect(parseTypedBinding('Ctrl+空格', chinese, 'Alt+J')).toBe('Control+Space');
    expect(parseTypedBinding('Ctrl＋回车', chinese, 'Alt+J')).toBe('Control+Enter');
    expect(parseTypedBinding('前导键 n', chinese, 'Alt+J')).toBe('Leader N');
    expect(parseTypedBinding('Alt+J，N', chinese, 'Alt+J')).toBe('Leader N');
  });
});

describe('keys that are pressed', () => {
  const press = (name: string, held: Partial<KeyboardEvent> = {}, altGraph = false) =>
    pressedBinding(
      {
        ctrlKey: false,
        altKey: false,
        shiftKey: false,
        metaKey: false,
        getModifierState: () => altGraph,
        ...held,
      } as KeyboardEvent,
      name,
    );

  it('are named with their modifiers in one order', () => {
    expect(press('l', { shiftKey: true, ctrlKey: true })).toBe('Control+Shift+L');
    expect(press('n', { altKey: true })).toBe('Alt+N');
    expect(press('/', { ctrlKey: true })).toBe('Control+Slash');
    expect(press(' ', { ctrlKey: true })).toBe('Control+Space');
    expect(press('F8')).toBe('F8');
    expect(press('q', {}, true)).toBe('AltGraph+Q');
  });

  it.each(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead', 'Process', ''])(
    '%s alone is nothing yet',
    (name) => {
      expect(press(name, { ctrlKey: true })).toBeUndefined();
    },
  );
});
