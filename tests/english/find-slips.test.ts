import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSlip } from '../../src/english/slips/describe-slip.ts';
import { findSlips, slipRules } from '../../src/english/slips/find-slips.ts';
import type { MessageKey } from '../../src/shared/translate.ts';
import { chinese, english } from '../support/samples.ts';
import { correctSentences, slipExamples } from './read-table.ts';

const ids = [...new Set(slipRules.map(({ id }) => id))];
const examples = slipExamples();
const correct = correctSentences();
const of = (rule: string, isHit: boolean) =>
  examples.filter((example) => example.rule === rule && example.isHit === isHit);

test('there are about fifty rules, and each example is of one of them', () => {
  expect(ids.length).toBeGreaterThanOrEqual(50);
  expect(examples.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  test('has four sentences or more that it finds, and puts right', () => {
    const hits = of(id, true);
    expect(hits.length).toBeGreaterThanOrEqual(4);
    for (const { sentence, better } of hits) {
      const found = findSlips(sentence).filter(({ rule }) => rule === id);
      expect(
        found.map((slip) => slip.better.trim()),
        sentence,
      ).toContain(better);
    }
  });

  test('has four near ones or more that it leaves alone', () => {
    const misses = of(id, false);
    expect(misses.length).toBeGreaterThanOrEqual(4);
    for (const { sentence } of misses) {
      expect(
        findSlips(sentence).filter(({ rule }) => rule === id),
        sentence,
      ).toEqual([]);
    }
  });

  test('is explained shortly in both languages', () => {
    const key = `slips.${id}` as MessageKey;
    for (const [t, longest] of [
      [english, 120],
      [chinese, 80],
    ] as const) {
      expect(t(key)).not.toBe(key);
      expect(t(key).length).toBeLessThanOrEqual(longest);
    }
    expect(chinese(key)).toMatch(/\p{Script=Han}/u);
  });
});

test('of three hundred correct sentences or more, at most two in a hundred are called in question', () => {
  expect(new Set(correct).size).toBe(correct.length);
  expect(correct.length).toBeGreaterThanOrEqual(300);
  const alarms = correct.filter((sentence) => findSlips(sentence).length > 0);
  expect(alarms.length / correct.length, alarms.join('\n')).toBeLessThanOrEqual(0.02);
});

test('what is proposed is no slip itself', () => {
  const again = examples.flatMap(({ sentence, isHit }) => {
    const [first] = isHit ? findSlips(sentence) : [];
    if (!first) return [];
    const put = sentence.slice(0, first.start) + first.better + sentence.slice(first.end);
    return findSlips(put).filter(({ rule, start }) => rule === first.rule && start === first.start);
  });
  expect(again).toEqual([]);
});

test('says where it stands, in the words that were written', () => {
  const text = '您好 – please  wait. We’ll discuss about it, and I’ve sent it yesterday.';
  const slips = findSlips(text);
  expect(slips.map(({ words, better }) => [words, better])).toEqual([
    ['discuss about', 'discuss'],
    ['I’ve sent', 'I sent'],
  ]);
  for (const { start, end, words } of slips) expect(text.slice(start, end)).toBe(words);
});

test('a capital letter stays one', () => {
  expect(findSlips('Return back the item.')[0]?.better).toBe('Return');
  expect(findSlips('How to pay it?')[0]?.better).toBe('How can I ');
});

test('of two that overlap, the one that begins first is told', () => {
  const slips = findSlips('Please kindly to wait for the informations of this items.');
  for (const [at, slip] of slips.entries())
    expect(slip.start).toBeGreaterThanOrEqual(slips[at - 1]?.end ?? 0);
  expect(slips.map(({ rule }) => rule)).toEqual(['please-to', 'mass-noun', 'this-these']);
});

test('whatever is typed, slips lie within it, apart and in order', () => {
  const words = [...new Set(examples.flatMap(({ sentence }) => sentence.split(' ')))];
  const typed = fc.array(fc.constantFrom(...words, '。', '\n', '  '), { maxLength: 40 });
  fc.assert(
    fc.property(typed, (list) => {
      const text = list.join(' ');
      let end = 0;
      for (const slip of findSlips(text)) {
        expect(slip.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(slip.start, slip.end)).toBe(slip.words);
        end = slip.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ['spaces', ' '],
  ['letters', 'a'],
  ['a word', 'have '],
  ['the beginnings of many rules', 'because although I have been to the '],
  ['stops', '. '],
])('ten thousand of %s are read to their end', (_, piece) => {
  const text = piece.repeat(Math.floor(9999 / piece.length));
  expect(findSlips(text).length).toBeLessThanOrEqual(text.length);
  expect(findSlips(`${text}${text}x discuss about`), 'no chat message is as long').toEqual([]);
});

test('is told in a sentence that can be heard, also where something is to be left out', () => {
  const [slip] = findSlips('Let us discuss about it.');
  const [spare] = findSlips('Although it is late, but it is safe.');
  if (!slip || !spare) throw new Error('Nothing was found.');
  expect(describeSlip(slip, english)).toMatch(/^“discuss about”, better: “discuss”\. “Discuss”/);
  expect(describeSlip(slip, chinese)).toBe(
    '“discuss about”，建议写“discuss”。discuss、mention 后面直接跟宾语，不用 about。',
  );
  expect(describeSlip(spare, english)).toMatch(/^“but”: leave it out\./);
});
