import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import type { Problem } from '../../src/simulator/problem.ts';

const top = ['scenario: s', 'title: T', '# chat: Lin', 'customer: Lin', '## open', 'says: Hi'];
/** Problems of lines that stand in the first beat, which begins at line 5. */
const inBeat = (...lines: string[]): readonly Problem[] =>
  parseScenario([...top, ...lines].join('\n')).problems;
const beatOf = (...lines: string[]) =>
  parseScenario([...top, ...lines].join('\n')).scenario?.chats[0]?.beats[0];
const chatOf = (...lines: string[]) =>
  parseScenario([...top.slice(0, 4), ...lines, ...top.slice(4)].join('\n')).scenario?.chats[0];
const inChat = (...lines: string[]): readonly Problem[] =>
  parseScenario([...top.slice(0, 4), ...lines, ...top.slice(4)].join('\n')).problems;

describe('a scenario without errors', () => {
  it('is read with its defaults', () => {
    const { scenario, problems } = parseScenario(top.join('\n'));
    expect(problems).toEqual([]);
    expect(scenario).toMatchObject({ id: 's', level: 1, seed: 1, clock: 'soft', languages: [] });
    expect(scenario?.chats[0]).toMatchObject({
      id: 'Lin',
      line: 3,
      patience: 60,
      beats: [{ id: 'open', line: 5 }],
    });
  });

  it('reads every keyword of the head', () => {
    const head = [
      'level: 3',
      'languages: en, zh',
      'seed: 9',
      'clock: off',
      'title en: A',
      'title zh: 甲',
      'policy en: One',
      'policy en: Two',
      'must: greet before close',
      'never: guarantee | promise',
    ];
    const { scenario, problems } = parseScenario([...head, ...top].join('\n'));
    expect(problems).toEqual([]);
    expect(scenario).toMatchObject({
      level: 3,
      languages: ['en', 'zh'],
      seed: 9,
      clock: 'off',
      nevers: ['guarantee | promise'],
    });
    expect(scenario?.musts).toEqual([
      { rule: 'greet before close', first: 'greet', second: 'close' },
    ]);
    expect(scenario?.texts.policy).toEqual({ en: ['One', 'Two'] });
  });

  it.each([
    ['arrives: 40 s', { arrives: 40_000 }],
    ['arrives: 2 min', { arrives: 120_000 }],
    ['到达: 40 秒', { arrives: 40_000 }],
    ['到达：2分钟', { arrives: 120_000 }],
    ['arrives: after Lin open', { arrives: { chat: 'Lin', beat: 'open' } }],
    ['到达: 在 Lin open 之后', { arrives: { chat: 'Lin', beat: 'open' } }],
    ['patience: 30', { patience: 30 }],
    ['耐心：30', { patience: 30 }],
    ['channel: text', {}],
    ['渠道: 文字', {}],
    [
      'must: 核实身份 先于 提出方案',
      {
        musts: [
          { rule: '核实身份 先于 提出方案', first: 'verify_identity', second: 'offer_resolution' },
        ],
      },
    ],
    ['必须: 问候', { musts: [{ rule: '问候', first: 'greet', second: undefined }] }],
    ['never: no way', { nevers: ['no way'] }],
    ['wrote en: Hi', { earlier: [{ author: 'customer', language: 'en', text: 'Hi' }] }],
    ['曾答 zh: 您好', { earlier: [{ author: 'agent', language: 'zh', text: '您好' }] }],
  ])('chat: %s', (line, expected) => {
    expect(inChat(line)).toEqual([]);
    expect(chatOf(line)).toMatchObject(expected);
  });

  it('reads facts, what the desk knows and what is private', () => {
    const lines = [
      'facts: order=30021; tail = 8842',
      '资料 zh：days＝三；order=1',
      'labels en: order=Order',
      'known: order',
      '保密: tail',
    ];
    expect(inChat(...lines)).toEqual([]);
    expect(chatOf(...lines)).toMatchObject({
      facts: [
        { language: '*', key: 'order', value: '30021' },
        { language: '*', key: 'tail', value: '8842' },
        { language: 'zh', key: 'days', value: '三' },
        { language: 'zh', key: 'order', value: '1' },
      ],
      labels: [{ language: 'en', key: 'order', value: 'Order' }],
      known: ['order'],
      private: ['tail'],
    });
  });

  it.each([
    ['want: greet, apologise', { want: ['greet', 'apologise'] }],
    ['要：问候，道歉', { want: ['greet', 'apologise'] }],
    ['任一: 问订单号、核实身份', { anyof: ['ask_order_number', 'verify_identity'] }],
    ['within: 60 s', { within: 60_000 }],
    ['时限: 1 分钟', { within: 60_000 }],
    ['all: end solved', { rules: { all: { end: 'solved' } } }],
    ['全中: 结束 已解决', { rules: { all: { end: 'solved' } } }],
    ['none: stay, patience -10', { rules: { none: { stay: true, patience: -10 } } }],
    ['未中: 不动，耐心 －10', { rules: { none: { stay: true, patience: -10 } } }],
    ['部分: 到open, 耐心+5', { rules: { some: { go: 'open', patience: 5 } } }],
    ['silent: leave', { rules: { silent: { end: 'left' } } }],
    ['沉默: 离开', { rules: { silent: { end: 'left' } } }],
    ['angry: go open', { rules: { angry: { go: 'open' } } }],
    ['生气: 到 open', { rules: { angry: { go: 'open' } } }],
    ['end: solved', { end: 'solved' }],
    ['结束: 走了', { end: 'left' }],
    ['范例 zh: 您好', { texts: { model: { zh: ['您好'] } } }],
    ['HINT EN: Greet.', { texts: { hint: { en: ['Greet.'] } } }],
    ['提示 中文: 先问好', { texts: { hint: { zh: ['先问好'] } } }],
    ['says zh-CN: 您好', { texts: { says: { zh: ['您好'] } } }],
    [
      'says: Second bubble: with a colon',
      { texts: { says: { '*': ['Hi', 'Second bubble: with a colon'] } } },
    ],
  ])('beat: %s', (line, expected) => {
    expect(inBeat(line)).toEqual([]);
    expect(beatOf(line)).toMatchObject(expected);
  });

  it('reads Chinese headings, any line ends, a byte-order mark, comments and indentation', () => {
    const text =
      '\ufeff场景: s\r\n标题: 题\r// a note\n\n  # 会话：林\n\t客户：林女士\n## 开头\n说：您好';
    const { scenario, problems } = parseScenario(text);
    expect(problems).toEqual([]);
    expect(scenario?.chats[0]).toMatchObject({ id: '林', beats: [{ id: '开头' }] });
  });
});

describe('errors', () => {
  it.each<[line: string, Partial<Problem>]>([
    ['want: apologize', { kind: 'unknown-act', word: 'apologize', suggestion: 'apologise' }],
    ['要: 问侯', { kind: 'unknown-act', word: '问侯', suggestion: '问候' }],
    ['want: zzzzzz', { kind: 'unknown-act', word: 'zzzzzz' }],
    ['wnat: greet', { kind: 'unknown-keyword', word: 'wnat', suggestion: 'want' }],
    ['提视: 先问好', { kind: 'unknown-keyword', word: '提视', suggestion: '提示' }],
    ['no colon here', { kind: 'no-colon', word: 'no colon here' }],
    ['patince 5', { kind: 'no-colon', suggestion: 'patience' }],
    ['within: soon', { kind: 'bad-time', word: 'soon' }],
    ['within: 5 parsecs', { kind: 'bad-time' }],
    ['all: sty', { kind: 'bad-step', word: 'sty', suggestion: 'stay' }],
    ['all: patience lots', { kind: 'bad-number', word: 'lots' }],
    ['all: go opne, patience +1', { kind: 'unknown-beat', word: 'opne', suggestion: 'open' }],
    ['end: solvd', { kind: 'bad-value', word: 'solvd', suggestion: 'solved' }],
    ['hint xx9: A', { kind: 'unknown-language', word: 'xx9' }],
    ['want en: greet', { kind: 'unknown-language', word: 'en' }],
    ['says: {oder}', { kind: 'unknown-fact', word: 'oder' }],
    ['hint:', { kind: 'missing', word: 'hint' }],
    ['all: go open', { kind: 'no-end', word: 'open', line: 5 }],
    ['## open', { kind: 'duplicate', word: 'open' }],
    ['# chat: Lin', { kind: 'duplicate', word: 'Lin' }],
    ['# chat:', { kind: 'missing', word: '# chat' }],
    ['# caht: Kim', { kind: 'unknown-keyword', word: 'caht', suggestion: 'chat' }],
    ['x'.repeat(5000), { kind: 'line-too-long' }],
  ])('%.40s', (line, expected) => {
    expect(inBeat(line)).toContainEqual(expect.objectContaining({ line: 7, ...expected }));
  });

  it.each<[line: string, Partial<Problem>]>([
    ['patience: much', { kind: 'bad-number', word: 'much' }],
    ['patience: 0', { kind: 'bad-number' }],
    ['facts: order', { kind: 'bad-value', word: 'order' }],
    ['known: oder', { kind: 'unknown-fact', word: 'oder' }],
    ['arrives: after Lim open', { kind: 'unknown-chat', word: 'Lim', suggestion: 'Lin' }],
    ['arrives: after Lin opne', { kind: 'unknown-beat', word: 'opne', suggestion: 'open' }],
    ['must: greet before', { kind: 'unknown-act' }],
    ['must: greet before close before thank', { kind: 'bad-value' }],
    ['want: greet', { kind: 'misplaced', word: 'want' }],
    ['clock: sotf', { kind: 'bad-value', suggestion: 'soft' }],
    ['channel: smoke', { kind: 'bad-value', word: 'smoke' }],
    ['languages: English!', { kind: 'unknown-language' }],
  ])('chat: %s', (line, expected) => {
    expect(inChat(line)).toContainEqual(expect.objectContaining({ line: 5, ...expected }));
  });

  it('says what a second, different value replaces', () => {
    expect(inChat('patience: 5', 'patience: 6')).toEqual([
      { line: 6, kind: 'duplicate', word: 'patience' },
    ]);
  });

  it('tells all of them at once, in order, and the rest stays usable', () => {
    const text = [
      'secnario: s',
      'title en: T',
      'languages: en, zh',
      '# chat: Lin',
      'customer: Lin',
      '## open',
      'says en: My {thing}',
      'want: greet, apologize',
      'all: go detail',
      '## details',
      'says en: Yes',
      'says zh: 是',
    ].join('\n');
    const { scenario, problems } = parseScenario(text);
    expect(
      problems.map(({ line, kind, word, suggestion }) => [line, kind, word, suggestion]),
    ).toEqual([
      [1, 'unknown-keyword', 'secnario', 'scenario'],
      [1, 'missing', 'scenario', undefined],
      [1, 'missing', 'title zh', undefined],
      [6, 'missing', 'says zh', undefined],
      [7, 'unknown-fact', 'thing', undefined],
      [8, 'unknown-act', 'apologize', 'apologise'],
      [9, 'unknown-beat', 'detail', 'details'],
    ]);
    expect(scenario?.chats[0]?.beats[0]?.want).toEqual(['greet']);
    expect(scenario?.chats[0]?.beats).toHaveLength(2);
  });

  it('finds good answers that go in a circle over several beats, once', () => {
    const problems = inBeat('all: go b', '## b', 'says: B', 'all: go open');
    expect(problems).toEqual([{ line: 5, kind: 'no-end', word: 'open' }]);
  });

  it('is no scenario when nobody says anything', () => {
    expect(parseScenario('scenario: s\ntitle: T').scenario).toBeUndefined();
    expect(parseScenario('').scenario).toBeUndefined();
    expect(parseScenario('').problems[0]).toMatchObject({ line: 1 });
  });
});
