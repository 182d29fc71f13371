import { describe, expect, test } from 'vitest';
import list from '../../src/english/common-words.txt?raw';
import { createFindPhrases } from '../../src/english/find-phrases.ts';
import { loadPhraseBook, parsePhraseBook, situations } from '../../src/english/phrase-book.ts';
import { createIsCommon, readability } from '../../src/english/readability.ts';
import { findSlips } from '../../src/english/slips/find-slips.ts';
import { findChineseFaults } from '../locales/locale-files.ts';

const phrases = await loadPhraseBook();

describe('the phrase book', () => {
  test('has 150 phrases or more in ten situations, ten or more each', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(150);
    expect(situations).toHaveLength(10);
    for (const situation of situations) {
      expect(
        phrases.filter((phrase) => phrase.situation === situation).length,
      ).toBeGreaterThanOrEqual(10);
    }
  });

  test('gives each an id of its own, an English and a Chinese text', () => {
    expect(new Set(phrases.map(({ id }) => id)).size).toBe(phrases.length);
    for (const { id, english, chinese } of phrases) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(english).toMatch(/^[A-Z].*[.?!]$/);
      expect(chinese).toMatch(/\p{Script=Han}.*[。？！]$/u);
    }
  });

  test('has the punctuation of Chinese', () => {
    const faults = phrases.flatMap(({ chinese, use }) => [
      ...findChineseFaults(chinese).map((fault) => `${fault}: ${chinese}`),
      ...findChineseFaults(use).map((fault) => `${fault}: ${use}`),
    ]);
    expect(faults).toEqual([]);
  });

  test('has no slip that the desk would advise against, and no hard sentence', () => {
    expect(phrases.flatMap(({ english }) => findSlips(english))).toEqual([]);
    const isCommon = createIsCommon(list);
    const long = phrases.filter(({ english }) => readability(english, isCommon).longest > 20);
    expect(long).toEqual([]);
  });
});

test('what stands under no known situation is left out, and so is what is no phrase', () => {
  const read = parsePhraseBook(
    'Lost.|丢。\n# closing\nBye!| 再见！ |熟客\nnonsense\n# tea\nTea.|茶。',
  );
  expect(read).toEqual([
    { id: 'bye', situation: 'closing', english: 'Bye!', chinese: '再见！', use: '熟客' },
  ]);
});

describe('searching', () => {
  const find = createFindPhrases(phrases);
  const english = (query: string) => find(query).map((phrase) => phrase.english);

  test('nothing gives all, in the order of the book', () => {
    expect(find(' ')).toEqual(phrases);
  });

  test('words of either language may stand in any order', () => {
    expect(english('refund full')).toEqual(['I can give you a full refund.']);
    expect(english('全额退款')).toEqual(['I can give you a full refund.']);
    expect(english("you're welcome")).toEqual(["You're welcome."]);
  });

  test('pinyin initials find the Chinese: sd for 稍等', () => {
    expect(english('qsd')).toContain('One moment, please.');
    expect(english('qetk')).toEqual(['I can give you a full refund.']);
  });

  test('what is nowhere gives nothing', () => {
    expect(find('zzzz')).toEqual([]);
  });
});
