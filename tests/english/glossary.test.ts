import { describe, expect, test } from 'vitest';
import { createGloss, loadGloss, parseGlossary } from '../../src/english/glossary.ts';
import glossary from '../../src/english/glossary.txt?raw';

const entries = parseGlossary(glossary);
const gloss = createGloss(entries);
const terms = (text: string) => gloss(text).map(({ term }) => term);

describe('the glossary', () => {
  test('has three hundred entries or more, each once, with a Chinese meaning', () => {
    expect(entries.length).toBeGreaterThanOrEqual(300);
    expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length);
    for (const { term, meaning } of entries) {
      expect(term).toMatch(/^[A-Za-z]/);
      expect(meaning, term).toMatch(/\p{Script=Han}/u);
    }
  });

  test('finds each of its terms by itself', async () => {
    const find = await loadGloss();
    const lost = entries.filter(({ term }) => find(term)[0]?.term !== term);
    expect(lost).toEqual([]);
  });
});

test('forms of a word are found, in the order of the message, each once', () => {
  expect(terms('Two chargebacks! Your ETA? I was ripped off. A chargeback…')).toEqual([
    'chargeback',
    'ETA',
    'ripped off',
  ]);
});

test('of several that begin at a word, the longest is taken', () => {
  expect(terms('I want a partial refund')).toEqual(['partial refund']);
  expect(terms('sick and tired of it, sick of you')).toEqual(['sick and tired', 'sick of']);
});

test('words with marks in them are found: out-of-date quotes, hyphens, ampersands', () => {
  expect(terms('I’m at my wit’s end with your T&Cs and this rip-off')).toEqual([
    "at my wit's end",
    'T&Cs',
    'rip-off',
  ]);
});

test('a message without any has none', () => {
  expect(terms('Hello there')).toEqual([]);
  expect(terms('包裹在哪里？')).toEqual([]);
  expect(terms('')).toEqual([]);
});
