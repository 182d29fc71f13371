import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json';
import zh from '../../locales/zh-CN.json';
import { renderKeymap } from '../../scripts/keymap.ts';
import { commandIds, commandRow, defaultBindings } from '../../src/a11y/command-table.ts';
import { commandInfo, createCommandRegistry } from '../../src/a11y/commands.ts';
import { describeBinding } from '../../src/a11y/describe-binding.ts';
import { forbiddenReason, validateBindings } from '../../src/a11y/key-conflicts.ts';
import { exportKeymap, importKeymap } from '../../src/a11y/keymap-file.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';

const english = createTranslator('en', en);
const chinese = createTranslator('zh-CN', zh);

describe('registry', () => {
  test('A34: what is registered can be run and listed in table order, and goes away again', () => {
    const registry = createCommandRegistry();
    const ran: string[] = [];
    let told = 0;
    registry.subscribe(() => {
      told += 1;
    });
    const remove = registry.add([
      { id: 'help', run: () => ran.push('help') },
      { id: 'next-unread', run: () => ran.push('next'), available: () => false },
      { id: 'speak-message-3', run: () => ran.push('3') },
    ]);
    expect(registry.list().map((info) => info.id)).toEqual([
      'speak-message-3',
      'next-unread',
      'help',
    ]);
    expect([registry.run('help'), registry.run('next-unread'), registry.run('send')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(registry.available('next-unread')).toBe(false);
    expect(ran).toEqual(['help']);
    remove();
    expect(registry.list()).toEqual([]);
    expect(registry.has('help')).toBe(false);
    expect(told).toBe(2);
  });

  test('a later command covers an earlier one until it is taken away', () => {
    const registry = createCommandRegistry();
    const ran: string[] = [];
    registry.add([{ id: 'send', run: () => ran.push('screen') }]);
    const remove = registry.add([{ id: 'send', run: () => ran.push('dialog') }]);
    registry.run('send');
    remove();
    registry.run('send');
    expect(ran).toEqual(['dialog', 'screen']);
    expect(registry.list()).toHaveLength(1);
  });

  test.each([
    ['en', english],
    ['zh-CN', chinese],
  ])('A34: every command has its own name in %s', (_language, t) => {
    const names = commandIds.map((id) => {
      const { label, values } = commandInfo(id);
      const name = t(label, values);
      expect(name).not.toBe(label);
      expect(name).not.toContain('{{');
      return name;
    });
    expect(new Set(names).size).toBe(names.length);
  });

  test('A34: no slash word stands for two commands', () => {
    const words = commandIds.flatMap((id) => commandRow(id).slash ?? []);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('bindings', () => {
  test('A37: no default collides with a reader, system or browser, or with another', () => {
    expect(validateBindings({})).toEqual([]);
  });

  test.each([
    ['Insert+F7', 'screen-reader'],
    ['CapsLock+A', 'screen-reader'],
    ['ScrollLock+A', 'screen-reader'],
    ['Meta+K', 'system'],
    ['Shift+Meta+K', 'system'],
    ['Alt+F4', 'system'],
    ['Control', 'screen-reader'],
    ['Shift', 'screen-reader'],
    ['Control+Alt+ArrowLeft', 'screen-reader'],
    ['Alt+Control+n', 'screen-reader'],
    ['Control+Alt+PageDown', 'screen-reader'],
    ['Alt+Shift+ArrowUp', 'screen-reader'],
    ['Shift+Alt+5', 'screen-reader'],
    ['Alt+Shift+k', 'screen-reader'],
    ['Control+Shift+A', 'browser'],
    ['Control+1', 'browser'],
    ['Control+t', 'browser'],
    ['Control+P', 'browser'],
    ['Alt+ArrowLeft', 'browser'],
    ['Alt+d', 'browser'],
    ['Alt+E', 'browser'],
    ['Control+Alt+Q', 'typing'],
    ['F6', 'browser'],
    ['Tab', 'widget'],
  ])('A37: %s is taken by the %s', (binding, reason) => {
    expect(forbiddenReason(binding)).toBe(reason);
  });

  test.each([
    'Alt+N',
    'Alt+1',
    'Control+K',
    'Control+F6',
    'Control+Shift+F6',
    'Control+Enter',
    'Leader N',
    'F8',
  ])('A37: %s is free', (binding) => expect(forbiddenReason(binding)).toBeUndefined());

  test('A35: two commands on one key are found, however it is spelt', () => {
    expect(validateBindings({ help: ['alt+n'.replace('alt', 'Alt')] })).toEqual([
      { kind: 'taken', binding: 'Alt+N', commands: ['next-unread', 'help'] },
    ]);
    expect(validateBindings({ help: ['Alt+N'], 'next-unread': [] })).toEqual([]);
  });

  test('A36: every command that is needed often has one letter after the leader key', () => {
    for (const id of [
      'next-unread',
      'accept-offer',
      'canned-responses',
      'wrap-up',
      'where-was-i',
      'help',
      'plain-text',
    ] as const) {
      expect(defaultBindings(id).some((binding) => /^Leader .$/.test(binding))).toBe(true);
    }
  });

  test('A60: bindings are described as people say them', () => {
    expect(describeBinding('Leader N', english)).toBe('Alt+J, N');
    expect(describeBinding('Leader N', english, 'mac')).toBe('Option+J, N');
    expect(describeBinding('Leader ,', english, 'other', 'Control+J')).toBe('Ctrl+J, ,');
    expect(describeBinding('Control+Slash', english)).toBe('Ctrl+/');
    expect(describeBinding('Control+Enter', chinese)).toBe('Ctrl+回车');
    expect(describeBinding('Control+Shift+F6', english)).toBe('Ctrl+Shift+F6');
  });

  test('A60: docs/keymap.md is what the table says', () => {
    const written = readFileSync(new URL('../../docs/keymap.md', import.meta.url), 'utf8');
    expect(written).toBe(renderKeymap());
  });
});

describe('keymap file', () => {
  test('A35: what was exported is imported again', () => {
    const bindings = {
      'next-unread': ['Alt+U', 'Leader N'],
      'jump-to-unread': [],
      send: ['Shift+F9'],
    };
    expect(importKeymap(exportKeymap(bindings))).toEqual({ ok: true, value: bindings });
  });

  const file = (bindings: unknown, version = 1) =>
    JSON.stringify({ format: 'harebell-keymap', version, bindings });

  test.each([
    ['{', { kind: 'not-json' }],
    ['[]', { kind: 'not-a-keymap' }],
    ['null', { kind: 'not-a-keymap' }],
    ['{"format":"other","bindings":{}}', { kind: 'not-a-keymap' }],
    [file({}, 2), { kind: 'newer-version' }],
    [file({ fly: ['Alt+N'] }), { kind: 'unknown-command', command: 'fly' }],
    [file({ toString: ['Alt+N'] }), { kind: 'unknown-command', command: 'toString' }],
    [file({ help: 'Alt+N' }), { kind: 'bad-binding', command: 'help' }],
    [file({ help: ['Alt+N Alt+M x'] }), { kind: 'bad-binding', command: 'help' }],
    [file({ help: [7] }), { kind: 'bad-binding', command: 'help' }],
    [' '.repeat(100_001), { kind: 'too-large' }],
  ])('A35: a file that is none is refused whole: %.40s', (text, error) => {
    expect(importKeymap(text)).toEqual({ ok: false, error });
  });

  test('A37: a file with a forbidden key is refused with its reason', () => {
    expect(importKeymap(file({ help: ['Meta+H'] }))).toEqual({
      ok: false,
      error: {
        kind: 'conflicts',
        conflicts: [{ kind: 'forbidden', command: 'help', binding: 'Meta+H', reason: 'system' }],
      },
    });
  });
});
