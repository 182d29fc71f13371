import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outlineScenario } from '../../src/simulator/outline-scenario.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';

const outline = (text: string, language = 'en') => {
  const { scenario } = parseScenario(text);
  if (!scenario) throw new Error('There is no scenario.');
  return outlineScenario(scenario, language);
};
const head = 'scenario: s\ntitle: T\nlanguages: en, zh\n# chat: Kim\n';

it('tells who says what, with facts, alternatives and voice messages', () => {
  const [chat] = outline(`${head}customer: {name}
facts en: name=Kim Larsen
facts zh: name=金女士
## open
says en: Hi | hello, {name}
says zh: 你好
voice en: I am driving
want: greet
anyof: ask_info, close
model: Hello {name}!
end: left`);
  expect(chat).toEqual({
    id: 'Kim',
    line: 4,
    name: 'Kim Larsen',
    beats: [
      {
        id: 'open',
        line: 8,
        says: [
          { isVoice: false, texts: ['Hi', 'hello, Kim Larsen'] },
          { isVoice: true, texts: ['I am driving'] },
        ],
        want: ['greet'],
        anyof: ['ask_info', 'close'],
        model: ['Hello Kim Larsen!'],
        outcomes: [{ when: 'all', way: { to: 'left' }, patience: 0 }],
      },
    ],
  });
});

it('tells where each reply leads, a good one in any case', () => {
  const [chat] = outline(`${head}## one
says: Hi
some: stay, patience -3
none: patience -5
silent: leave
angry: go two
## two
says: Bye
all: end solved
## three
says: Still here`);
  expect(chat?.name).toBe('Kim');
  expect(chat?.beats.map(({ outcomes }) => outcomes)).toEqual([
    [
      { when: 'all', way: { to: 'beat', beat: 'two' }, patience: 0 },
      { when: 'some', way: { to: 'stay' }, patience: -3 },
      { when: 'none', way: { to: 'stay' }, patience: -5 },
      { when: 'silent', way: { to: 'left' }, patience: 0 },
      { when: 'angry', way: { to: 'beat', beat: 'two' }, patience: 0 },
    ],
    [{ when: 'all', way: { to: 'solved' }, patience: 0 }],
    [{ when: 'all', way: { to: 'solved' }, patience: 0 }],
  ]);
});

it('is in the language that is asked for, as far as the scenario speaks it', () => {
  const text = readFileSync(
    new URL('../../src/connectors/practice/scenarios/rush.txt', import.meta.url),
    'utf8',
  );
  const words = (language: string) =>
    outline(text, language).flatMap(({ beats }) => beats.flatMap(({ says }) => says));
  expect(words('en').length).toBeGreaterThan(5);
  expect(JSON.stringify(words('en'))).not.toMatch(/\p{Script=Han}/u);
  expect(JSON.stringify(words('zh'))).toMatch(/\p{Script=Han}/u);
});
