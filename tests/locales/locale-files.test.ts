import { describe, expect, it } from 'vitest';
import { readSources } from '../architecture/source-files.ts';
import {
  findChineseFaults,
  findPlaces,
  findUnused,
  languages,
  readLocale,
} from './locale-files.ts';

const english = readLocale('en');
const keys = [...english.keys()];
const text = (sentence: unknown) => (typeof sentence === 'string' ? sentence : '');

describe.each(languages)('locales/%s.json', (language) => {
  const sentences = readLocale(language);

  it('has the keys of English, no fewer and no more', () => {
    expect([...sentences.keys()].sort()).toEqual([...keys].sort());
  });

  it('has keys in camel case (or named as a kind is), with a plural suffix at most', () => {
    const odd = keys.filter(
      (key) => !/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9-]*)*(_one|_other)?$/.test(key),
    );
    expect(odd).toEqual([]);
  });

  it('says something for each', () => {
    const empty = [...sentences].filter(([, sentence]) => text(sentence).trim() === '');
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('has the same places in each sentence', () => {
    const different = [...sentences].filter(
      ([key, sentence]) =>
        // The word for one may say "one" instead of the number.
        !key.endsWith('_one') &&
        findPlaces(text(sentence)).join() !== findPlaces(text(english.get(key))).join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('has both plural forms wherever it has one', () => {
    const lonely = [...sentences.keys()].filter((key) => {
      const other = key.endsWith('_one')
        ? key.replace(/one$/, 'other')
        : key.replace(/other$/, 'one');
      return /_(one|other)$/.test(key) && !sentences.has(other);
    });
    expect(lonely).toEqual([]);
  });

  it('writes its places as {{name}}', () => {
    const odd = [...sentences].filter(([, sentence]) =>
      findPlaces(text(sentence)).some((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name)),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});

describe('Chinese', () => {
  it('has the punctuation of Chinese', () => {
    const faults = [...readLocale('zh-CN')].flatMap(([key, sentence]) =>
      findChineseFaults(text(sentence)).map((fault) => `${key}: ${fault}: ${text(sentence)}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['您好,请稍候', 'half-width punctuation'],
    ['确定吗?', 'half-width punctuation'],
    ['按键 (Alt+J)', 'half-width punctuation'],
    ['新 消息', 'a space inside Chinese'],
    ['完成。 {{name}} 已离开', 'a space beside full-width punctuation'],
    ['加载中…', 'half an ellipsis'],
  ])('would be noticed with %s', (sentence, fault) => {
    expect(findChineseFaults(sentence)).toContain(fault);
  });

  it.each([
    '{{count}} 条新消息，来自 {{name}}',
    '按 Alt+J（或 F2）……',
    '{{page}} – Harebell',
    '在 2.5 秒内',
  ])('is right as %s', (sentence) => {
    expect(findChineseFaults(sentence)).toEqual([]);
  });
});

describe('keys', () => {
  it('are all in use', () => {
    const source = [...readSources('src', ['.ts', '.tsx']), ...readSources('scripts', ['.ts'])];
    expect(findUnused(keys, source.map((file) => file.text).join('\n'))).toEqual([]);
  });

  it('count as used whole, by their plural base, or by a template that names their section', () => {
    const code = "t('a.one'); t('a.many', { count });".concat(
      ' t(`b.$',
      '{kind}.title`); `$',
      '{c}.d`',
    );
    expect(findUnused(['a.one', 'a.many_one', 'a.many_other', 'b.x.title'], code)).toEqual([]);
    expect(findUnused(['a.two', 'b.x.text', 'c.d'], code)).toEqual(['a.two', 'b.x.text', 'c.d']);
  });
});
