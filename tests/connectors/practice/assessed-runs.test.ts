import { describe, expect, it } from 'vitest';
import { createPracticeConnector } from '../../../src/connectors/practice/create-practice-connector.ts';
import { loadScenario, scenarios } from '../../../src/connectors/practice/scenarios.ts';
import { assessRun } from '../../../src/simulator/assess-run.ts';
import { readPolicySheet } from '../../../src/simulator/policy-sheet.ts';
import { type Amount, readAmounts } from '../../../src/simulator/read-amounts.ts';
import { rubric } from '../../../src/simulator/rubric.ts';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import { alternatives, linesOf } from '../../../src/simulator/texts-of.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { judge } from '../../support/judge.ts';
import { playByModels } from '../../support/play-by-models.ts';

const stuffed = {
  en: 'hello sorry thanks order number full name refund done policy cannot wait bye anything else',
  zh: '您好抱歉感谢订单号姓名退款办好了规定不行稍等再见还有其他吗',
};
const rude = { en: 'Shut up and read the page.', zh: '闭嘴，自己看。' };
const plays = scenarios.flatMap(({ id }) =>
  (['en', 'zh'] as const).map((language) => ({ id, language })),
);

const play = async (id: string, language: 'en' | 'zh', say?: (model: string) => string) => {
  const scenario = await loadScenario(id, language);
  const clock = createFakeClock();
  const options = { judge, scenario, language, seed: 7, clock };
  const connector = createPracticeConnector(options);
  return assessRun(await playByModels(connector, scenario, language, clock, [], say), rubric);
};

describe.each(plays)('$id in $language', ({ id, language }) => {
  it('its model replies get 90 points or more, and pass', async () => {
    const { points, verdict, criticals } = await play(id, language);
    expect(criticals).toEqual([]);
    expect(points).toBeGreaterThanOrEqual(90);
    expect(verdict).toBe('met');
  });

  it.each([
    ['an agent who says nothing', () => ''],
    ['a rude one', () => rude[language]],
    ['one who crams all acts into one reply', () => stuffed[language]],
  ])('%s does not pass', async (_name, say) => {
    const { verdict, points, open } = await play(id, language, say);
    expect(verdict).toBe('not-met');
    expect(points + open).toBeLessThan(rubric.pass);
  });

  it('an insult fails the best replies', async () => {
    const { verdict, criticals } = await play(
      id,
      language,
      (model) => `${model} ${language === 'zh' ? '你是不是傻' : 'Are you stupid?'}`,
    );
    expect(criticals[0]).toMatchObject({ kind: 'insult', words: /傻|stupid/ });
    expect(verdict).toBe('not-met');
  });
});

/** An amount that no sheet has, written as the agent would. */
const wrong = ({ kind, unit, words }: Amount, language: string): string => {
  if (kind === 'percent') return /refund/i.test(words) ? 'refund 3%' : '3%';
  if (kind !== 'duration') return `97 ${unit}`;
  if (language === 'zh') return unit === 'workday' ? '97 个工作日' : '97 天';
  return unit === 'workday' ? '97 working days' : '97 days';
};
const spoil = (language: string) => (model: string) =>
  readAmounts(model).reduceRight(
    (text, amount) =>
      text.slice(0, amount.at) +
      wrong(amount, language) +
      text.slice(amount.at + amount.words.length),
    model,
  );

/** Whether some model reply names an amount of the policy sheet. */
const namesAmounts = (scenario: Scenario, language: string): boolean =>
  scenario.chats.some((chat) => {
    const { lines, limits } = readPolicySheet(scenario, chat, language);
    const known = [...lines, ...limits].flatMap(({ amounts }) => amounts);
    const speaker = { scenario, chat, language };
    return chat.beats
      .flatMap(({ texts }) => linesOf(texts, 'model', speaker))
      .flatMap((line) => readAmounts(alternatives(line, speaker)[0] ?? ''))
      .some(({ unit, max }) => known.some((each) => each.unit === unit && each.max === max));
  });
const named = await Promise.all(
  plays.map(async ({ id, language }) => ({
    ...{ id, language },
    has: namesAmounts(await loadScenario(id, language), language),
  })),
);
const sheets = named.filter(({ has }) => has);

describe('what the policy sheet says', () => {
  it('is named by the model replies of most scenarios', () => {
    expect(sheets.length).toBeGreaterThan(plays.length / 2);
  });

  it.each(sheets)('$id in $language: a wrong amount fails the best replies', async (sheet) => {
    const { verdict, criticals } = await play(sheet.id, sheet.language, spoil(sheet.language));
    expect(criticals.map(({ kind }) => kind)).toContain('false-statement');
    for (const { kind, turn } of criticals)
      if (kind === 'false-statement') expect(turn).toBeTypeOf('number');
    expect(verdict).toBe('not-met');
  });
});
