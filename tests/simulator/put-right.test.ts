import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintScenario } from '../../src/simulator/lint-scenario.ts';
import { lineRange, putRight } from '../../src/simulator/put-right.ts';

const head = 'scenario: s\ntitle: T\n# chat: Kim\ncustomer: Kim\nfacts: order=1; says=2\n';
const beats = (body: string) =>
  `${head}## open\n${body}\n## details\nsays: {order} {says}\nend: solved`;
const mended = (text: string) => {
  const problem = lintScenario(text).problems.find(({ suggestion }) => suggestion);
  const change = problem && putRight(text, problem);
  return change && text.slice(0, change.start) + change.text + text.slice(change.end);
};

describe('what was meant takes the place of what was written', () => {
  it.each([
    ['an act', 'says: Hi\nwant: greet,  grete', 'says: Hi\nwant: greet,  greet'],
    ['an act in capitals', 'says: Hi\nwant: GRETE', 'says: Hi\nwant: greet'],
    ['a keyword', 'sayss: Hi', 'says: Hi'],
    ['a keyword with its language', 'syas  en: syas', 'says  en: syas'],
    ['a line without a colon', 'says Hi', 'says: Hi'],
    ['a beat', 'says: Hi\nall: go detials', 'says: Hi\nall: go details'],
    ['a step', 'says: Hi\nall: pateince +5', 'says: Hi\nall: patience +5'],
    ['a fact, and not the word that holds it', 'says: orders {orders}', 'says: orders {order}'],
    ['a fact, and not the keyword', 'says: Hi {say}', 'says: Hi {says}'],
    ['an ending', 'says: Hi\nall: end sloved', 'says: Hi\nall: end solved'],
    ['Chinese', 'says: Hi\n要：问侯，感谢', 'says: Hi\n要：问候，感谢'],
  ])('%s', (_name, wrong, right) => {
    expect(mended(beats(wrong))).toBe(beats(right));
  });

  it.each([
    ['no suggestion', { line: 1, kind: 'bad-number', word: 'x' }],
    ['no word', { line: 1, kind: 'unknown-act', suggestion: 'greet' }],
    ['a word that is not there', { line: 1, kind: 'unknown-act', word: 'y', suggestion: 'greet' }],
    ['a line that is not there', { line: 99, kind: 'unknown-act', word: 'y', suggestion: 'greet' }],
    ['only a part of a word', { line: 2, kind: 'unknown-act', word: 'it', suggestion: 'greet' }],
  ] as const)('with %s nothing does', (_name, problem) => {
    expect(putRight('scenario: s\nwant: either', problem)).toBeUndefined();
  });

  it('in a real scenario, for each word that is misspelt in it', () => {
    const text = readFileSync(
      new URL('../../src/connectors/practice/scenarios/late-parcel.txt', import.meta.url),
      'utf8',
    );
    const words = [...text.matchAll(/(?<=^(?:want|anyof): .*)[a-z_]{5,}|^[a-z]{5,}(?=.*:)/gm)];
    expect(words.length).toBeGreaterThan(20);
    for (const { index, 0: word } of words) {
      const wrong = `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;
      if (wrong === word) continue;
      expect(mended(text.slice(0, index) + wrong + text.slice(index + word.length))).toBe(text);
    }
  });
});

describe('lines', () => {
  it('are counted as the parser counts them, whatever ends them', () => {
    const end = fc.constantFrom('\n', '\r', '\r\n');
    const line = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 9 }), (parts) => {
        const text = parts.map((part) => part.join('')).join('');
        for (const [index, expected] of text.split(/\r\n|\r|\n/).entries()) {
          const { start, end: stop } = lineRange(text, index + 1);
          expect(text.slice(start, stop)).toBe(expected);
        }
      }),
    );
  });
});
