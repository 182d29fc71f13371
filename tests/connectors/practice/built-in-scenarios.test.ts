import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import zh from '../../../locales/zh-CN.json' with { type: 'json' };
import { createPracticeConnector } from '../../../src/connectors/practice/create-practice-connector.ts';
import { loadScenario, scenarios } from '../../../src/connectors/practice/scenarios.ts';
import type { RunReport } from '../../../src/domain/run-report.ts';
import { judgeTurn } from '../../../src/simulator/judge-turn.ts';
import { lintScenario } from '../../../src/simulator/lint-scenario.ts';
import { parseScenario } from '../../../src/simulator/parse-scenario.ts';
import { alternatives, linesOf } from '../../../src/simulator/texts-of.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { judge } from '../../support/judge.ts';
import { playByModels } from '../../support/play-by-models.ts';

const titleIn = (locale: { readonly scenarios: object }, id: string) =>
  (locale.scenarios as Record<string, string>)[id];

const folder = new URL('../../../src/connectors/practice/scenarios/', import.meta.url);

describe('built-in scenarios', () => {
  it('are listed, every file of them', () => {
    const files = readdirSync(folder).map((file) => file.replace('.txt', ''));
    expect(scenarios.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(Object.keys(en.scenarios).sort()).toEqual(files.sort());
  });

  it('come easiest first', () => {
    const levels = scenarios.map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  });

  it('have each a seed of their own', async () => {
    const all = await Promise.all(scenarios.map(({ id }) => loadScenario(id, 'en')));
    expect(new Set(all.map(({ seed }) => seed)).size).toBe(scenarios.length);
  });

  it.each(scenarios)('$id has no problem and is what the list says', async (entry) => {
    const text = readFileSync(new URL(`${entry.id}.txt`, folder), 'utf8');
    const { scenario, problems } = lintScenario(text, judge.detect);
    expect(problems).toEqual([]);
    expect(scenario).toMatchObject({ id: entry.id, level: entry.level });
    expect(scenario?.languages).toEqual(['en', 'zh']);
    expect(scenario?.chats).toHaveLength(entry.chats);
    expect(scenario?.texts.title).toEqual({
      en: [titleIn(en, entry.id)],
      zh: [titleIn(zh, entry.id)],
    });
  });

  it.each(scenarios)(
    '$id has four to seven beats a chat, with hints and models',
    async ({ id }) => {
      const { scenario } = parseScenario(readFileSync(new URL(`${id}.txt`, folder), 'utf8'));
      if (!scenario) throw new Error(`There is no ${id}.`);
      for (const chat of scenario.chats) {
        expect(chat.beats.length, chat.id).toBeGreaterThanOrEqual(4);
        expect(chat.beats.length, chat.id).toBeLessThanOrEqual(7);
        for (const beat of chat.beats) {
          for (const language of scenario.languages) {
            const models = linesOf(beat.texts, 'model', { scenario, language });
            expect(models.length, `${chat.id} ${beat.id} ${language}`).toBeGreaterThan(0);
            const [model = ''] = alternatives(models[0] ?? '', { scenario, chat, language });
            expect(model).not.toContain('{');
          }
        }
      }
    },
  );

  // The way of the good replies passes by the beats of an angry customer.
  it.each(scenarios)('$id: each model does what its beat asks, and is soon typed', ({ id }) => {
    const { scenario } = parseScenario(readFileSync(new URL(`${id}.txt`, folder), 'utf8'));
    if (!scenario) throw new Error(`There is no ${id}.`);
    for (const language of scenario.languages) {
      const most = language === 'zh' ? 70 : 180;
      for (const chat of scenario.chats) {
        for (const beat of chat.beats) {
          const [line = ''] = linesOf(beat.texts, 'model', { scenario, language });
          const [model = ''] = alternatives(line, { scenario, chat, language });
          const found = new Set(judge.detect(model, language).map(({ act }) => act));
          expect(judgeTurn(beat, found, model).missing, `${beat.id}: ${model}`).toEqual([]);
          expect(model.length, model).toBeLessThanOrEqual(most);
        }
      }
    }
  });

  it.each(scenarios)('$id comes with the lines of one language only', async ({ id }) => {
    const [english, chinese] = await Promise.all([
      loadScenario(id, 'en'),
      loadScenario(id, 'zh-CN'),
    ]);
    expect(JSON.stringify(english.chats.map(({ beats }) => beats))).not.toMatch(/\p{Script=Han}/u);
    expect(Object.keys(chinese.texts.title ?? {})).toEqual(['zh']);
  });

  it('throws on an id that is not built in', async () => {
    await expect(loadScenario('no-such', 'en')).rejects.toThrow('no-such');
  });

  const plays = scenarios.flatMap(({ id }) =>
    ['en', 'zh-CN'].flatMap((language) => [1, 7, 42].map((seed) => ({ id, language, seed }))),
  );
  it.each(plays)('$id in $language, seed $seed: the model replies solve it', async (play) => {
    const scenario = await loadScenario(play.id, play.language);
    const clock = createFakeClock();
    const report: RunReport = await playByModels(
      createPracticeConnector({ judge, scenario, language: play.language, seed: play.seed, clock }),
      scenario,
      play.language,
      clock,
    );
    const wrong = report.turns.filter(({ verdict }) => verdict !== 'met');
    expect(wrong).toEqual([]);
    expect(report.conversations.map(({ outcome }) => outcome)).toEqual(
      scenario.chats.map(() => 'solved'),
    );
    expect(report.rules.filter(({ verdict }) => verdict !== 'met')).toEqual([]);
    expect(report.language).toBe(play.language);
  });
});
