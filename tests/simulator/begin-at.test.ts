import { describe, expect, it } from 'vitest';
import {
  createPracticeConnector,
  type PracticeConnector,
} from '../../src/connectors/practice/create-practice-connector.ts';
import { loadScenario, scenarios } from '../../src/connectors/practice/scenarios.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import { beginAt } from '../../src/simulator/begin-at.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { aReport, aTurn } from '../practice/a-report.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { judge } from '../support/judge.ts';
import { playByModels } from '../support/play-by-models.ts';
import { connected } from '../support/practice-desk.ts';

/** Plays a scenario by its own model replies. */
const play = async (scenario: Scenario, language: string, say?: (model: string) => string) => {
  const clock = createFakeClock();
  const connector: PracticeConnector = createPracticeConnector({
    ...{ scenario, language, seed: 7, clock, judge },
  });
  return playByModels(connector, scenario, language, clock, [], say);
};
const begun = (scenario: Scenario, report: RunReport, index: number): Scenario => {
  const made = beginAt(scenario, report, index);
  if (!made) throw new Error('It cannot be begun there.');
  return made;
};
/** A voice message is one again, with the same words. */
const spoken = (text: string) => text.replaceAll('\u0001', '');

describe('a scenario begun at a turn', () => {
  it.each(scenarios.flatMap(({ id }) => [[id, 'en'] as const, [id, 'zh'] as const]))(
    '%s in %s: the customer says the same words, and model replies lead to the end from every turn',
    async (id, language) => {
      const scenario = await loadScenario(id, language);
      const report = await play(scenario, language);
      for (const [index, turn] of report.turns.entries()) {
        const part = begun(scenario, report, index);
        const again = await play(part, language);
        const own = report.turns.filter((each) => each.conversationId === turn.conversationId);
        expect(again.turns[0]?.customerText).toBe(turn.customerText);
        expect(again.turns.map(({ beat }) => beat)).toEqual(
          own.slice(own.indexOf(turn)).map(({ beat }) => beat),
        );
        expect(again.conversations).toMatchObject([
          { customerName: turn.customerName, outcome: 'solved' },
        ]);
        expect(again.rules.filter(({ verdict }) => verdict === 'not-met')).toEqual([]);
      }
    },
    20_000,
  );

  it('a voice message is one again', async () => {
    const scenario = await loadScenario('double-charge', 'en');
    const report = await play(scenario, 'en');
    const marked = report.turns.map((_, index) => {
      const [beat] = begun(scenario, report, index).chats[0]?.beats ?? [];
      return (beat?.texts.says?.['*'] ?? []).some((line) => line !== spoken(line));
    });
    expect(marked).toContain(true);
    expect(marked).toContain(false);
  });
});

describe('what was before', () => {
  it('stands in the transcript as it was written, newest last, in this chat’s past no more', async () => {
    const whole = await loadScenario('late-parcel', 'en');
    const report = await play(whole, 'en', (model) => `${model} {order} | 1`);
    const scenario = begun(whole, report, 2);
    const { connector, clock, accept, of } = await connected('late-parcel', { scenario });
    const conversationId = await accept();
    await connector.loadEarlier(conversationId);
    const messages = of('history.loaded')[0]?.messages ?? [];
    const [first, second] = report.turns;
    expect(messages.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      ...(first?.customerText.split('\n') ?? []).map((text) => `customer: ${text}`),
      `agent: ${first?.reply}`,
      ...(second?.customerText.split('\n') ?? []).map((text) => `customer: ${text}`),
      `agent: ${second?.reply}`,
    ]);
    const times = messages.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(Math.max(...times)).toBeLessThan(clock.now());
    const past = await connector.readPast(conversationId);
    expect(past.ok && past.value.messages).toEqual([]);
  });

  it('leaves out what a customer did not say anew', async () => {
    const whole = await loadScenario('late-parcel', 'en');
    const turn = (reply: string) =>
      aTurn({ conversationId: 'r-1', customerText: 'Hi', reply, missing: ['apologise'] });
    const report = aReport({ turns: [turn('One'), turn('Two'), turn('Three')] });
    const earlier = begun(whole, report, 2).chats[0]?.earlier;
    expect(earlier?.map(({ text }) => text)).toEqual(['Hi', 'One', 'Two']);
  });

  it('what was done already in this beat is not asked for again, nor an order that is settled', async () => {
    const whole = await loadScenario('late-parcel', 'en');
    const turns = [
      aTurn({ conversationId: 'r-1', missing: ['apologise'] }),
      aTurn({ conversationId: 'r-1', found: [], missing: ['apologise'] }),
      aTurn({
        conversationId: 'r-1',
        beat: 'details',
        found: [{ act: 'ask_order_number', words: 'Order number' }],
      }),
      aTurn({ conversationId: 'r-1', beat: 'choice' }),
    ];
    const at = (index: number) => begun(whole, aReport({ turns }), index);
    const wanted = (index: number) => {
      const [beat] = at(index).chats[0]?.beats ?? [];
      return [beat?.id, beat?.want, beat?.anyof];
    };
    expect(wanted(0)).toEqual(['open', ['greet', 'apologise'], whole.chats[0]?.beats[0]?.anyof]);
    expect(wanted(1)).toEqual(['open', ['apologise'], whole.chats[0]?.beats[0]?.anyof]);
    expect(wanted(2).slice(0, 2)).toEqual(['details', ['empathise']]);
    expect(at(2).musts).toEqual(whole.musts);
    expect(at(3).musts).toEqual([]);
  });

  it('can be begun in the middle once more', async () => {
    const whole = await loadScenario('late-parcel', 'en');
    const report = await play(whole, 'en');
    const part = begun(whole, report, 1);
    const again = await play(part, 'en');
    const twice = begun(part, again, 1);
    const texts = twice.chats[0]?.earlier.map(({ text }) => text);
    expect(texts).toEqual(begun(whole, report, 2).chats[0]?.earlier.map(({ text }) => text));
  });
});

it('a turn that the scenario does not know cannot be begun at', async () => {
  const whole = await loadScenario('late-parcel', 'en');
  const at = (patch: Parameters<typeof aTurn>[0], index = 0) =>
    beginAt(whole, aReport({ turns: [aTurn(patch)] }), index);
  expect(at({ conversationId: 'r-1' })).toBeDefined();
  expect(at({ conversationId: 'r-2' })).toBeUndefined();
  expect(at({ conversationId: 'lin' })).toBeUndefined();
  expect(at({ conversationId: 'r-1', beat: 'nowhere' })).toBeUndefined();
  expect(at({ conversationId: 'r-1' }, 1)).toBeUndefined();
});
