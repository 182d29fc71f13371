import { expect, test } from 'vitest';
import { readSentences, scoreActs } from '../../scripts/bench/score-acts.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';

/** What may not be fallen below on sentences that were not learnt from. docs/acts.md has the goals. */
const floors = {
  en: { precision: 0.93, recall: 0.88, macro: 0.9, each: 0.6 },
  zh: { precision: 0.88, recall: 0.88, macro: 0.88, each: 0.6 },
} as const;

test.each(['en', 'zh'] as const)(
  'finds in %s most acts of sentences that it did not learn from, and few that are not there',
  (language) => {
    const { precision, recall, macro, each } = floors[language];
    const scores = scoreActs(detectActs, readSentences(language, 'held'), language);
    const named = (name: string) => scores.find((score) => score.name === name);
    expect(named('micro')?.precision).toBeGreaterThanOrEqual(precision);
    expect(named('micro')?.recall).toBeGreaterThanOrEqual(recall);
    expect(named('macro')?.f1).toBeGreaterThanOrEqual(macro);
    for (const score of scores) expect(score.recall, score.name).toBeGreaterThanOrEqual(each);
  },
);

test.each(['en', 'zh'] as const)(
  'shows an act in %s only by words that stand in the message',
  (language) => {
    // The held half has words that were not learnt from, so that more than the learnt ones is tried.
    const others = readSentences(language, 'held').flatMap(({ text }) =>
      detectActs(text, language)
        .filter(({ words }) => words === '' || !text.includes(words))
        .map(({ act, words }) => `${act} by “${words}” in ${text}`),
    );
    expect(others).toEqual([]);
  },
);

test('a score tells right, extra and missed acts apart', () => {
  const detect = (text: string) => (text === 'a' ? [{ act: 'greet' as const, words: 'a' }] : []);
  const sentences = [
    { text: 'a', acts: ['greet' as const] },
    { text: 'a', acts: [] },
    { text: 'b', acts: ['greet' as const] },
  ];
  const scores = scoreActs(detect, sentences, 'en');
  expect(scores.find(({ name }) => name === 'greet')).toEqual({
    name: 'greet',
    precision: 0.5,
    recall: 0.5,
    f1: 0.5,
    count: 2,
  });
});

// How long it takes is printed by `npm run bench:acts`.
test('the longest and most hostile replies come to their end', () => {
  for (const piece of [
    'i have been ',
    'the order ',
    'so you ',
    'please , ',
    'no ',
    'refnud ',
    '你',
    '给你',
    '已经,',
    '1',
  ]) {
    expect(detectActs(piece.repeat(4000), 'zh').length, piece).toBeLessThan(3);
  }
});
