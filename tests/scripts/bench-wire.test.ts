import { expect, it } from 'vitest';
import { mix, readCorpus, readLongChinese } from '../../scripts/bench/wire-corpus.ts';

it('has more than 500 different sentences of about 75 bytes, the same each time', () => {
  const [en, zh] = [readCorpus('en'), readCorpus('zh')];
  const all = mix([en, zh]);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(500);
  for (const text of all) expect(Math.abs(Buffer.byteLength(text) - 75)).toBeLessThanOrEqual(6);
  expect(zh.every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
  expect(readCorpus('en')).toEqual(en);
});

it('takes the languages in turn', () => {
  expect(
    mix([
      ['a', 'b', 'c'],
      ['1', '2'],
    ]),
  ).toEqual(['a', '1', 'b', '2']);
});

it('makes Chinese messages of about 75 characters', () => {
  const messages = readLongChinese();
  expect(new Set(messages).size).toBe(messages.length);
  for (const { length } of messages) expect(Math.abs(length - 75)).toBeLessThanOrEqual(6);
});
