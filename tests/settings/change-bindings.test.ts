import { describe, expect, it } from 'vitest';
import { commandIds, defaultBindings } from '../../src/a11y/command-table.ts';
import { validateBindings } from '../../src/a11y/key-conflicts.ts';
import {
  addBinding,
  hasUsual,
  removeBinding,
  resetBindings,
} from '../../src/settings/change-bindings.ts';

describe('adding keys', () => {
  it('A35: leaves the usual ones beside the new', () => {
    expect(addBinding({}, 'next-unread', 'ctrl+shift+Y')).toMatchObject({ ok: true });
    expect(addBinding({}, 'next-unread', 'Shift+Control+y')).toEqual({
      ok: true,
      value: { 'next-unread': ['Alt+N', 'Leader N', 'Control+Shift+Y'] },
    });
  });

  it.each([
    ['Insert+N', 'screen-reader'],
    ['Meta+K', 'system'],
    ['Control+T', 'browser'],
    ['Control+C', 'typing'],
    ['Enter', 'widget'],
  ] as const)('A37: refuses %s, which is the %s’s', (binding, reason) => {
    expect(addBinding({}, 'send', binding)).toEqual({
      ok: false,
      error: { kind: 'forbidden', binding, reason },
    });
  });

  it('names the command that has them', () => {
    expect(addBinding({}, 'send', 'Alt+N')).toEqual({
      ok: false,
      error: { kind: 'taken', binding: 'Alt+N', command: 'next-unread' },
    });
    expect(addBinding({}, 'send', 'Leader N')).toEqual({
      ok: false,
      error: { kind: 'taken', binding: 'Leader N', command: 'next-unread' },
    });
  });

  it('says when the command has them already', () => {
    expect(addBinding({}, 'send', 'Control+Enter')).toEqual({
      ok: false,
      error: { kind: 'present', binding: 'Control+Enter' },
    });
  });

  it('takes what another command has given up', () => {
    const freed = removeBinding({}, 'next-unread', 'Alt+N');
    expect(freed).toEqual({ 'next-unread': ['Leader N'] });
    expect(addBinding(freed, 'send', 'Alt+N')).toEqual({
      ok: true,
      value: { ...freed, send: ['Control+Enter', 'Alt+N'] },
    });
  });
});

describe('removing and resetting', () => {
  it('A35: switches a command’s keys off altogether', () => {
    expect(removeBinding({}, 'send', 'Control+Enter')).toEqual({ send: [] });
  });

  it('keeps nothing of what is usual again', () => {
    const added = addBinding({}, 'send', 'Shift+F9');
    if (!added.ok) throw new Error('refused');
    expect(hasUsual(added.value, 'send')).toBe(false);
    const removed = removeBinding(added.value, 'send', 'Shift+F9');
    expect(removed).toEqual({});
    expect(hasUsual(removed, 'send')).toBe(true);
  });

  it('gives the usual keys back', () => {
    expect(resetBindings({ send: [], help: ['Shift+F9'] }, 'send')).toEqual({
      ok: true,
      value: { help: ['Shift+F9'] },
    });
  });

  it('does not give back what another command has by now', () => {
    const bindings = { 'next-unread': ['Leader N'], send: ['Control+Enter', 'Alt+N'] };
    expect(resetBindings(bindings, 'next-unread')).toEqual({
      ok: false,
      error: { kind: 'taken', binding: 'Alt+N', command: 'send' },
    });
  });

  it('never leaves anything that collides, whichever command is emptied and reset', () => {
    for (const id of commandIds) {
      let bindings: Readonly<Record<string, readonly string[]>> = {};
      for (const binding of defaultBindings(id)) bindings = removeBinding(bindings, id, binding);
      expect(validateBindings(bindings)).toEqual([]);
      expect(resetBindings(bindings, id)).toEqual({ ok: true, value: {} });
    }
  });
});
