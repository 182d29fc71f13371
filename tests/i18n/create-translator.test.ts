import { describe, expect, it } from 'vitest';
import { createTranslator, type Locale } from '../../src/i18n/create-translator.ts';
import type { MessageKey } from '../../src/shared/translate.ts';
import { chinese, english } from '../support/samples.ts';

describe('plural forms', () => {
  it.each([
    [0, 'You have 0 of 3 chats open. Finish one, or raise “Chats at once”.'],
    [1, 'You have 1 of 3 chat open. Finish it, or raise “Chats at once”.'],
    [3, 'You have 3 of 3 chats open. Finish one, or raise “Chats at once”.'],
  ])('English knows one and others: %i', (count, sentence) => {
    expect(english('offers.full', { count, most: 3 })).toBe(sentence);
  });

  it.each([1, 3])('Chinese has the one form that its grammar has: %i', (count) => {
    expect(chinese('offers.full', { count, most: 3 })).toBe(
      `已有 ${count} 个会话，最多同时接待 3 个。先结束一个，或调高“同时接待”。`,
    );
  });

  it.each([1.5, 21, 1_000_000])('English says %f in the form for others', (count) => {
    expect(english('time.minutes', { count })).toBe(`${count} minutes`);
  });

  it('a sentence with one form only takes a count like any other value', () => {
    const t = createTranslator('en', { app: { name: '{{count}} names' } } as unknown as Locale);
    expect(t('app.name', { count: 1 })).toBe('1 names');
  });
});

describe('values', () => {
  it('stand in their places, each as often as it is named', () => {
    const t = createTranslator('en', { app: { name: '{{a}} {{b}} {{a}}' } } as unknown as Locale);
    expect(t('app.name', { a: 'x', b: 2 })).toBe('x 2 x');
  });

  it.each(['$&', '{{name}}', '$1', '<b>', '\\'])(
    'of a customer are left as they are: %s',
    (name) => {
      expect(english('offers.declined', { name })).toBe(`${name} goes to another agent.`);
    },
  );
});

describe('several values', () => {
  it('do not stand in for each other’s places', () => {
    expect(english('spoken.from', { name: '{{text}}', text: '{{name}} costs $$5' })).toBe(
      '{{text}}: {{name}} costs $$5',
    );
  });

  it('leave a place for which there is none', () => {
    expect(english('offers.declined')).toBe('{{name}} goes to another agent.');
  });
});

describe('a sentence that is not there', () => {
  it('is told by its key rather than by silence', () => {
    const t = createTranslator('en', {});
    expect(t('app.name')).toBe('app.name');
    expect(t('offers.full', { count: 1 })).toBe('offers.full');
  });

  it('is one whole sentence, not a section of them', () => {
    expect(english('app' as MessageKey)).toBe('app');
  });

  it('does not come from what all objects inherit', () => {
    expect(english('constructor' as MessageKey)).toBe('constructor');
    expect(english('app.toString' as MessageKey)).toBe('app.toString');
  });
});
