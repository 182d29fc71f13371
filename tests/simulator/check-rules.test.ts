import { describe, expect, it } from 'vitest';
import { checkRules } from '../../src/simulator/check-rules.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';

const { scenario } = parseScenario(`scenario: s
title: T
must: verify_identity before offer_resolution
never: calm down | guarantee | 不归我们管
# chat: A
customer: A
must: greet
facts: card=6222
labels en: card=Card number
private: card
## open
says: Hi
`);

const judgeIn = (language: string, ...texts: string[]) => {
  const [chat] = scenario?.chats ?? [];
  if (!scenario || !chat) throw new Error('The script is broken.');
  const replies = texts.map((text) => ({ text, acts: detectActs(text, 'en') }));
  const turns = texts.map((reply) => ({ reply }));
  return checkRules(scenario, [{ chat, replies, turns }], language, detectActs).map(
    ({ rule, verdict, words }) => [rule, verdict, words],
  );
};
const judge = (...texts: string[]) => judgeIn('en', ...texts);
const order = 'verify_identity before offer_resolution';
const phrases = 'calm down, guarantee';

describe('rules', () => {
  it('are met when they are kept', () => {
    expect(judge('Hello! What is your full name?', "I'll refund it.")).toEqual([
      [order, 'met', ''],
      [phrases, 'met', ''],
      ['greet', 'met', ''],
      ['Card number', 'met', ''],
    ]);
  });

  it('tell the words that broke the order', () => {
    expect(judge("I'll refund it.", 'What is your full name?')[0]).toEqual([
      order,
      'not-met',
      "I'll refund",
    ]);
    expect(judge("I'll refund it as soon as I have it. What is your full name?")[0]?.[1]).toBe(
      'met',
    );
    expect(judge('Hello')[0]?.[1]).toBe('met');
  });

  it('tell an act that never came, but not of an agent who never wrote', () => {
    expect(judge('What is your full name?')[2]).toEqual(['greet', 'not-met', '']);
    expect(judge()[2]).toEqual(['greet', 'met', '']);
  });

  it.each([
    ['Please CALM DOWN now', 'CALM DOWN'],
    ['I guarantee it', 'guarantee'],
    ['这个不归我们管啊', '不归我们管'],
  ])('find a forbidden phrase: %s', (text, words) => {
    expect(judge(text)[1]).toEqual([phrases, 'not-met', words]);
  });

  it.each(['no guarantees', 'guaranteed', 'You wrote "calm down"', 'calm is down'])(
    'do not find one in: %s',
    (text) => {
      expect(judge(text)[1]?.[1]).toBe('met');
    },
  );

  it('tell private data that was written out', () => {
    expect(judge('Your card 6222 is fine')[3]).toEqual(['Card number', 'not-met', '6222']);
    expect(judge('Order 162223')[3]?.[1]).toBe('met');
  });

  it('tell in which turn of the whole run it was, also where a turn has several messages', () => {
    const [chat] = scenario?.chats ?? [];
    if (!scenario || !chat) throw new Error('The script is broken.');
    const say = (...replies: string[]) => ({
      chat,
      replies: replies.flatMap((reply) =>
        reply.split('\n').map((text) => ({ text, acts: detectActs(text, 'en') })),
      ),
      turns: replies.map((reply) => ({ reply })),
    });
    const turnsOf = (...chats: ReturnType<typeof say>[]) =>
      checkRules(scenario, chats, 'en', detectActs).map(({ kind, turn }) => [kind, turn]);
    const quoted = 'You wrote "6222", did you?';
    expect(
      turnsOf(say('Hello', 'Calm down'), say('Hi', quoted, "I see.\nIt is 6222.\nI'll refund it.")),
    ).toEqual([
      ['must', 4],
      ['never', 1],
      ['must', undefined],
      ['private', undefined],
      ['must', undefined],
      ['private', 4],
    ]);
    // Written after the customer had gone: in no turn.
    const late = { ...say('Hello', 'Your card 6222'), turns: [{ reply: 'Hello' }] };
    expect(turnsOf(late).at(-1)).toEqual(['private', undefined]);
    expect(checkRules(scenario, [late], 'en', detectActs).at(-1)?.verdict).toBe('not-met');
  });

  it('tell what was stated against the policy sheet, once a turn, and in which', () => {
    const { scenario: strict } = parseScenario(`scenario: s
title: T
policy: Refunds up to 50 yuan.
# chat: A
customer: A
## open
says: Hi`);
    const [chat] = strict?.chats ?? [];
    if (!strict || !chat) throw new Error('The script is broken.');
    const replies = [
      'Hello!',
      "I'll refund 500 yuan. I'll refund 500 yuan.",
      'Shall I refund you 90 yuan?',
      "I'll refund 40 yuan.",
    ].map((text) => ({ text, acts: detectActs(text, 'en') }));
    const turns = replies.map(({ text }) => ({ reply: text }));
    expect(checkRules(strict, [{ chat, replies, turns }], 'en', detectActs)).toEqual([
      {
        kind: 'fact',
        verdict: 'not-met',
        rule: 'Refunds up to 50 yuan',
        words: '500 yuan',
        turn: 1,
      },
      {
        ...{ kind: 'fact', verdict: 'needs-review', rule: 'Refunds up to 50 yuan' },
        ...{ words: '90 yuan', turn: 2 },
      },
    ]);
  });

  it('tell the forbidden phrases of the run’s language only, and look for all of them', () => {
    expect(judgeIn('en', '这个不归我们管啊')[1]).toEqual([phrases, 'not-met', '不归我们管']);
    expect(judgeIn('zh', 'Calm down')[1]).toEqual(['不归我们管', 'not-met', 'Calm down']);
  });

  it('tell all phrases where none is in the run’s language', () => {
    if (!scenario) throw new Error('The script is broken.');
    const chinese = { ...scenario, musts: [], nevers: ['冷静 ｜ 不归我管'] };
    expect(checkRules(chinese, [], 'zh', detectActs).map(({ rule }) => rule)).toEqual([
      '冷静、不归我管',
    ]);
    expect(checkRules(chinese, [], 'en', detectActs).map(({ rule }) => rule)).toEqual([
      '冷静, 不归我管',
    ]);
  });
});
