import { expect, test } from 'vitest';
import { lintFiles } from '../../scripts/scenarios.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { isAdvice, lintScenario } from '../../src/simulator/lint-scenario.ts';

const head = `scenario: shoes
title en: Shoes
languages: en
`;
const chat = (body: string) => `${head}
# chat: Kim
customer: Kim
${body}`;
const found = (text: string) =>
  lintScenario(text).problems.map(({ line, kind, word }) => [line, kind, word]);

test('a beat that no reply leads to is named, with its line', () => {
  const text = chat(`## open
says: Hi
anyof: greet
all: go done
none: go cross
## lost
says: Where am I?
## cross
says: No!
all: go done
## done
says: Thanks
end: solved`);
  expect(found(text)).toEqual([[12, 'unreachable', 'lost']]);
});

test.each([
  ['without a line, a good answer leads to the next', 'all: patience +5', []],
  ['after staying, or an end, nothing does', 'all: end solved', [[11, 'unreachable', 'two']]],
  ['an angry customer may', 'all: end solved\nangry: go two', []],
])('%s', (_name, rule, problems) => {
  expect(
    found(chat(`## one\nsays: Hi\nanyof: greet\n${rule}\n## two\nsays: Bye\nend: left`)),
  ).toEqual(problems);
});

test('a fact that nobody says, sees or keeps is named', () => {
  const facts = 'facts: order=1; tail=2; mail=3; size=4; colour=5; lost=6\n';
  const text = chat(`${facts}known: tail
private: mail
wrote: Size {size}, please.
## one
says: {order}
model: In {colour}?
end: solved`);
  expect(found(text)).toEqual([[5, 'unused-fact', 'lost']]);
});

test('what is an error and what is advice is told apart, in the language that is asked for', () => {
  const text = chat('facts: lost=6\n## one\nsays: Hi\nwant: grete\nend: solved');
  expect(lintScenario(text).problems.map(isAdvice)).toEqual([true, false]);
  expect(lintFiles([{ name: 'shoes.txt', text }], 'en')).toEqual({
    errors: 1,
    lines: [
      'shoes.txt:5: advice: The fact “lost” is used nowhere in this chat.',
      'shoes.txt:10: error: Unknown act “grete”. Did you mean “greet”?',
    ],
  });
  expect(lintFiles([{ name: '鞋.txt', text }], 'zh').lines[1]).toBe(
    '鞋.txt:10: 错误: 没有“grete”这种话术动作。是不是“greet”？',
  );
});

test('a chat without an end of its own is named, one with any end is not', () => {
  expect(found(chat('## one\nsays: Hi'))).toEqual([[5, 'open-end', 'Kim']]);
  expect(found(chat('## one\nsays: Hi\nanyof: greet\nnone: leave'))).toEqual([]);
});

test('what one language has and another lacks is named', () => {
  const text = `scenario: shoes
title en: Shoes
title zh: 鞋
languages: en, zh
policy en: Be kind.
limit en: 50 yuan
nudge: ?
# chat: Kim
customer en: Kim
customer zh: 金女士
facts en: order=1; size=2
facts zh: size=3
wrote en: Hello
## open
says en: {order} {size}
says zh: {size}，{order}
picture en: a.jpg = Shoes
hint en: Greet
model zh: 您好
end: solved`;
  expect(found(text)).toEqual([
    [1, 'untranslated', 'policy zh'],
    [1, 'untranslated', 'limit zh'],
    [8, 'untranslated', 'wrote zh'],
    [8, 'untranslated', 'facts zh: order'],
    [14, 'untranslated', 'picture zh'],
    [14, 'untranslated', 'hint zh'],
    [14, 'untranslated', 'model en'],
  ]);
  expect(lintScenario(text).problems.every(isAdvice)).toBe(true);
});

const strict = `scenario: shoes
title: Shoes
never: calm down | 冷静
policy: Refunds up to 50 yuan.
# chat: Kim
customer: Kim
facts: card=62228888; order=1
private: card
never: rules are rules
## open
says: I want money back for {order}!
want: greet
anyof: offer_resolution
`;

test('model replies are held against the scenario’s own rules, by the line they stand in', () => {
  const lint = (models: string, detect = true) =>
    lintScenario(`${strict}${models}\nend: solved`, detect ? detectActs : undefined).problems.map(
      (problem) => [problem.line, problem.kind, problem.word, isAdvice(problem)],
    );
  expect(lint("hint: Greet.\nmodel: Hello, I'll refund 40 yuan.")).toEqual([]);
  expect(lint('hint: Greet.\nmodel: Hello, 请冷静, I can refund 40 yuan.')).toEqual([
    [15, 'model-forbidden', '冷静', false],
  ]);
  expect(lint('model: Rules are rules, hello!', false)).toEqual([
    [14, 'model-forbidden', 'Rules are rules', false],
  ]);
  expect(
    lint("model: Hello! I'll refund 40 yuan | Hello! It is 6222 8888, I'll refund 40 yuan"),
  ).toEqual([[14, 'model-forbidden', '6222 8888', false]]);
  expect(lint('model: You wrote "calm down". Hello, I can refund 40 yuan.')).toEqual([]);
  expect(lint('model: Hello, I can refund you 500 yuan.')).toEqual([
    [14, 'model-contradicts', '500 yuan', false],
  ]);
  expect(lint('model: I can refund you 40 yuan.')).toEqual([[14, 'model-lacks', 'greet', true]]);
});

test('of two limits with the same words each is told at its own line', () => {
  const text = `policy: refund a little\n${chat('limit: refund a little\n## one\nsays: Hi\nend: solved')}\n# chat: B\ncustomer: B\nlimit: refund a little\n## one\nsays: Hi\nend: solved`;
  const lines = text.split('\n').flatMap((line, at) => (line.startsWith('limit') ? [at + 1] : []));
  const idle = lintScenario(text).problems.filter(({ kind }) => kind === 'no-amount');
  expect(idle.map(({ line }) => line)).toEqual(lines);
});

test('very many languages are refused, and problems have an end', () => {
  const codes = Array.from({ length: 400 }, (_, at) =>
    [Math.floor(at / 26), at % 26].map((letter) => String.fromCharCode(97 + letter)).join(''),
  );
  const beats = Array.from({ length: 1000 }, (_, at) => `## b${at}\nwant: greet`).join('\n');
  const { problems } = lintScenario(
    `languages: ${codes.join(', ')}\n# chat: A\n${beats}\nsays: Hi`,
  );
  expect(problems.length).toBeLessThanOrEqual(1000);
  expect(problems).toContainEqual({ line: 1, kind: 'bad-value', word: codes[20] });
});

test('a limit without an amount is an error', () => {
  const limit = chat('limit: refund a little\n## one\nsays: Hi\nend: solved');
  const line = limit.split('\n').indexOf('limit: refund a little') + 1;
  expect(found(limit)).toEqual([[line, 'no-amount', 'refund a little']]);
  expect(lintScenario(limit).problems.some(isAdvice)).toBe(false);
});

test('a file of nothing but model replies comes to its end', () => {
  const models = 'model: hello | I can refund you 500 yuan\n'.repeat(2000);
  const { problems } = lintScenario(
    `${strict}${models}${'never: a | b | c\n'.repeat(500)}`,
    detectActs,
  );
  expect(problems.length).toBeGreaterThan(0);
});
