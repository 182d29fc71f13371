import { expect, it } from 'vitest';
import { createPracticeConnector } from '../../src/connectors/practice/create-practice-connector.ts';
import { scenarioTemplate } from '../../src/editor/templates.ts';
import { lintScenario } from '../../src/simulator/lint-scenario.ts';
import { scenarioTitle } from '../../src/simulator/scenario-title.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { judge } from '../support/judge.ts';
import { playByModels } from '../support/play-by-models.ts';

it.each([
  ['en', 'Where is my order?'],
  ['zh-CN', '我的包裹到哪了'],
])(
  'in %s, the template has no findings and ends well by its own replies',
  async (language, title) => {
    const text = scenarioTemplate(language);
    const { scenario, problems } = lintScenario(text);
    expect(problems).toEqual([]);
    expect(scenarioTitle(text, 'en')).toBe(title);
    if (!scenario) throw new Error('There is no scenario.');
    const clock = createFakeClock();
    const [code = ''] = scenario.languages;
    const connector = createPracticeConnector({ judge, scenario, language: code, seed: 1, clock });
    const report = await playByModels(connector, scenario, code, clock);
    expect(report.conversations.map(({ outcome }) => outcome)).toEqual(['solved']);
    expect(report.turns.map(({ beat, verdict }) => [beat, verdict])).toEqual(
      scenario.chats[0]?.beats.map(({ id }) => [id, 'met']),
    );
    expect(report.rules.map(({ verdict }) => verdict)).toEqual(report.rules.map(() => 'met'));
  },
);
