import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import list from '../../src/english/common-words.txt?raw';
import {
  createIsCommon,
  describeReadability,
  easySentence,
  loadIsCommon,
  readability,
} from '../../src/english/readability.ts';
import { stem } from '../../src/english/stem.ts';
import { chinese, english } from '../support/samples.ts';
import { correctSentences } from './read-table.ts';

const isCommon = createIsCommon(list);
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

test.each([
  ['delivering', 'delivered', 'delivers', 'deliver'],
  ['stopped', 'stopping', 'stops', 'stop'],
  ['charges', 'charged', 'charging', 'charge'],
  ['replies', 'replied', 'reply'],
  ["customer's", 'customers', 'customer'],
])('%s has the stem of its kin', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test.each(['address', 'status', 'this', 'is', 'was', 'bus'])('%s is not cut', (word) => {
  expect(stem(word)).toBe(word);
});

test('the list has a thousand words or more, each once, in five kibibytes', () => {
  const all = list.trim().split(/\s+/);
  expect(all.length).toBeGreaterThanOrEqual(1000);
  expect(new Set(all).size).toBe(all.length);
  expect(brotliCompressSync(list).length).toBeLessThanOrEqual(5 * 1024);
});

test.each([
  'delivering',
  'replacements',
  'comfortably',
  'unexpected',
  'Unfortunately',
  'reordering',
])('%s is common, being made of a common word', (word) => expect(isCommon(word)).toBe(true));

test.each(['notwithstanding', 'remuneration', 'expeditiously'])('%s is not', (word) =>
  expect(isCommon(word)).toBe(false),
);

test('sentences are measured in words, by points, marks and lines', () => {
  const found = readability(
    `One two three. Four five!\nSix\nSee https://a.example/b.c?d now`,
    isCommon,
  );
  expect(found.longest).toBe(3);
  expect(found.mean).toBe((3 + 2 + 1 + 3) / 4);
  expect(readability('', isCommon)).toEqual({ mean: 0, longest: 0, uncommon: [] });
  expect(readability('Version 2.5 costs 3.50 a month', isCommon).longest).toBe(6);
});

test('long words off the list are named once; names, numbers and short words are not', () => {
  const text = 'Expeditiously, Ms Featherstonehaugh. We act expeditiously at 1000000000 zythum.';
  expect(readability(text, isCommon).uncommon).toEqual(['expeditiously']);
});

test('hints are words, and there are none for an easy reply', () => {
  const hints = (text: string) => describeReadability(readability(text, isCommon), english);
  expect(hints(words(easySentence))).toEqual([]);
  const long = easySentence + 14;
  expect(hints(words(long))).toEqual([
    `One sentence has ${long} words; customers read up to ${easySentence} easily.`,
  ]);
  expect(hints('We act expeditiously.')).toEqual(['Less common words: expeditiously.']);
  expect(describeReadability(readability(words(long), isCommon), chinese).join()).toContain(
    `${long}`,
  );
});

test('service sentences are rarely called hard', async () => {
  const common = await loadIsCommon();
  const hard = correctSentences().filter((one) => readability(one, common).uncommon.length > 0);
  expect(hard.length / correctSentences().length, hard.join('\n')).toBeLessThan(0.05);
});
