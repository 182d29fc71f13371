import { describe, expect, it } from 'vitest';
import { type FormValues, readForm, toFormValues } from '../../src/canned-library/read-form.ts';
import type { CannedResponse } from '../../src/canned-responses/canned-response.ts';
import { sample } from '../canned-responses/sample.ts';

const typed = (patch: Partial<FormValues> = {}): FormValues => ({
  title: 'Greeting',
  shortcut: 'hi',
  folder: 'Mine',
  en: 'Hello.',
  zh: '您好。',
  ...patch,
});
const read = (
  values: FormValues,
  before?: CannedResponse,
  responses: readonly CannedResponse[] = [],
  language = 'en',
) => readForm(values, { id: before?.id ?? 'new', before, responses, language });
const value = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const faults = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  return result.ok ? [] : result.error.map(({ field, error }) => `${field} ${error.kind}`);
};

describe('what the form begins with', () => {
  it('is empty for a new response', () => {
    expect(toFormValues(undefined, 'en')).toEqual({
      title: '',
      shortcut: '',
      folder: '',
      en: '',
      zh: '',
    });
  });

  it('is the title in the agent’s language and both texts, by whatever tag they have', () => {
    const response = sample('hi', {
      titles: { en: 'Greeting', zh: '问候' },
      texts: { 'en-GB': 'Hello.', 'zh-TW': '您好。', fr: 'Bonjour.' },
    });
    expect(toFormValues(response, 'zh-CN')).toEqual(
      typed({ title: '问候', en: 'Hello.', zh: '您好。' }),
    );
  });
});

describe('reading the form', () => {
  it('makes a new response, its title in the agent’s language', () => {
    expect(value(typed(), undefined, [], 'zh-CN')).toEqual({
      id: 'new',
      shortcut: 'hi',
      folder: 'Mine',
      titles: { zh: 'Greeting' },
      texts: { en: 'Hello.', zh: '您好。' },
    });
  });

  it('folds the shortcut: no slash, one width, one case', () => {
    expect(value(typed({ shortcut: ' /ＨＩ ' })).shortcut).toBe('hi');
  });

  it('keeps the tags and the languages that the form does not show', () => {
    const before = sample('hi', { texts: { 'zh-TW': '您好。', fr: 'Bonjour.' } });
    expect(value(typed({ zh: '嗨。' }), before).texts).toEqual({
      'zh-TW': '嗨。',
      fr: 'Bonjour.',
      en: 'Hello.',
    });
  });

  it('leaves the titles alone while the one that is shown is unchanged', () => {
    const before = sample('hi', { titles: { en: 'Greeting' } });
    expect(value(typed(), before, [], 'zh-CN').titles).toEqual({ en: 'Greeting' });
    expect(value(typed({ title: '问候' }), before, [], 'zh-CN').titles).toEqual({
      en: 'Greeting',
      zh: '问候',
    });
  });
});

describe('A61: mistakes', () => {
  it('are all told at once, in the order of the fields', () => {
    const all = typed({
      title: ' ',
      shortcut: 'two words',
      folder: 'f'.repeat(61),
      en: '',
      zh: ' ',
    });
    expect(faults(all)).toEqual([
      'title no-title',
      'shortcut bad-shortcut',
      'folder too-long',
      'en no-text',
    ]);
  });

  it.each<[keyof FormValues, number]>([
    ['title', 120],
    ['folder', 60],
    ['en', 5000],
    ['zh', 5000],
  ])('%s may have %i characters and not one more', (field, limit) => {
    expect(faults(typed({ [field]: 'x'.repeat(limit) }))).toEqual([]);
    expect(faults(typed({ [field]: 'x'.repeat(limit + 1) }))).toEqual([`${field} too-long`]);
  });

  it('name the response that has the shortcut already, unless it is this one', () => {
    const other = sample('hi');
    expect(read(typed({ shortcut: '/HI' }), undefined, [other])).toEqual({
      ok: false,
      error: [{ field: 'shortcut', error: { kind: 'duplicate-shortcut', shortcut: 'hi', other } }],
    });
    expect(faults(typed(), other, [other])).toEqual([]);
  });

  it('are none where one language is written', () => {
    expect(faults(typed({ zh: '' }))).toEqual([]);
    expect(faults(typed({ en: '' }))).toEqual([]);
  });
});
