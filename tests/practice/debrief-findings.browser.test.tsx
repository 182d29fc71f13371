import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { texts } from '../support/on-page.ts';
import { openDebrief } from '../support/open-debrief.ts';
import { aReport, aTurn } from './a-report.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('what the debrief says', () => {
  it.each([
    [
      'en',
      'en',
      'To practise: The policy sheet says “Refunds up to 50 yuan”. You wrote “500 yuan” in turn 2.',
      'The customer was told something that the policy sheet does not say.',
    ],
    [
      'zh-CN',
      'zh',
      '还要练：规定写的是“Refunds up to 50 yuan”。 你在第 2 轮写了“500 yuan”。',
      '告诉客户的内容和规定不符。',
    ],
  ] as const)(
    'of a false statement, in %s: what the sheet says, and in which turn it was said otherwise',
    async (language, spoken, expected, critical) => {
      const rule = 'Refunds up to 50 yuan';
      const told = { kind: 'fact', rule, verdict: 'not-met', words: '500 yuan', turn: 1 } as const;
      await openDebrief(aReport({ language: spoken, rules: [told] }), language);
      expect(texts('.finding')).toEqual([expected]);
      expect(texts('.critical')).toEqual([critical]);
      await checkAxe();
    },
  );

  it('of a picture: what it shows', async () => {
    await openDebrief(aReport({ turns: [aTurn({ shown: 'A red light.' }), aTurn({ shown: '' })] }));
    expect(texts('section:first-of-type li')[1]).toBe('What the picture shows: A red light.');
    expect(texts('section:last-of-type li').join()).not.toContain('picture');
  });

  it.each([
    ['met', 'Lin: you ended the conversation after a warning, as you may.', 'Well done'],
    ['not-met', 'Lin: you ended the conversation before it was solved.', 'To practise'],
  ] as const)('of a conversation that may be ended early (%s)', async (verdict, first, kept) => {
    const [lin] = aReport().conversations;
    if (!lin) throw new Error('The report is empty.');
    const turn = verdict === 'met' ? { turn: 0 } : {};
    await openDebrief(
      aReport({
        conversations: [{ ...lin, outcome: 'closed' }],
        rules: [{ kind: 'may', rule: 'insult', verdict, words: '', ...turn }],
      }),
    );
    expect(texts('#page > ul:first-of-type > li')[0]).toContain(first);
    expect(texts('.finding')).toEqual([
      `${kept}: This conversation may be ended early, but only after a warning.`,
    ]);
  });
});
