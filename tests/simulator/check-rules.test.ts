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
  return checkRules(scenario, [{ chat, replies }], language).map(({ rule, verdict, words }) => [
    rule,
    verdict,
    words,
  ]);
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

  it('tell the forbidden phrases of the run’s language only, and look for all of them', () => {
    expect(judgeIn('en', '这个不归我们管啊')[1]).toEqual([phrases, 'not-met', '不归我们管']);
    expect(judgeIn('zh', 'Calm down')[1]).toEqual(['不归我们管', 'not-met', 'Calm down']);
  });

  it('tell all phrases where none is in the run’s language', () => {
    if (!scenario) throw new Error('The script is broken.');
    const chinese = { ...scenario, musts: [], nevers: ['冷静 ｜ 不归我管'] };
    expect(checkRules(chinese, [], 'zh').map(({ rule }) => rule)).toEqual(['冷静、不归我管']);
    expect(checkRules(chinese, [], 'en').map(({ rule }) => rule)).toEqual(['冷静, 不归我管']);
  });
});
