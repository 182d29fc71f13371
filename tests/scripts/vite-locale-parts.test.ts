import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { laterSections, localeParts, settingsSections } from '../../scripts/vite/locale-parts.ts';
import { flatten, languages, readLocale } from '../locales/locale-files.ts';
import { loadWith } from './load-with.ts';

/** A folder with one locale in it, gone after the test. */
const writeLocale = (locale: object): string => {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-locale-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'locales'));
  const file = join(folder, 'locales', 'xx.json');
  writeFileSync(file, JSON.stringify(locale));
  return file;
};

describe('a locale in parts', () => {
  it('has each section in one of them, whole', async () => {
    const file = writeLocale({ app: { name: 'Desk' }, help: { title: '帮助' }, new: { a: 'b' } });
    expect((await loadWith(localeParts, `${file}?first`)).value).toEqual({
      app: { name: 'Desk' },
      new: { a: 'b' },
    });
    expect((await loadWith(localeParts, `${file}?later`)).value).toEqual({
      help: { title: '帮助' },
    });
  });

  it.each(languages)('is all of %s when put together', async (language) => {
    const file = new URL(`../../locales/${language}.json`, import.meta.url).pathname;
    const apart = ['safe', 'slips'];
    const all: object[] = [];
    for (const part of ['first', 'later', 'settings', ...apart]) {
      const { value } = await loadWith(localeParts, `${file}?${part}`);
      if (apart.includes(part)) expect(Object.keys(value as object)).toEqual([part]);
      all.push(value as object);
    }
    expect(new Map(flatten(Object.assign({}, ...all)))).toEqual(new Map(readLocale(language)));
  });

  it('keeps every character: quotes, line breaks, separators, markup', async () => {
    const sentence = 'a "b" \\ \n \u2028 </script> `y`';
    const file = writeLocale({ app: { sentence } });
    expect((await loadWith(localeParts, `${file}?first`)).value).toEqual({ app: { sentence } });
  });

  it('is built again when its file changes', async () => {
    const file = writeLocale({ app: {} });
    expect((await loadWith(localeParts, `${file}?later`)).watched).toEqual([file]);
  });

  it.each([
    '/x/locales/en.json',
    '/x/locales/en.json?both',
    '/x/other/en.json?first',
    '/x/locales/deep/en.json?first',
    '/x/locales/en.txt?first',
  ])('leaves %s to others', async (id) => {
    expect((await loadWith(localeParts, id)).code).toBeUndefined();
  });

  it('names only sections that there are, each once, in order', () => {
    const sections = new Set([...readLocale('en').keys()].map((key) => key.split('.')[0] ?? ''));
    for (const named of [laterSections, settingsSections]) {
      expect(named.filter((section) => !sections.has(section))).toEqual([]);
      expect(named).toEqual([...new Set(named)].toSorted());
    }
  });
});
