import { describe, expect, it } from 'vitest';
import { assessRun, hasEndedRightly } from '../../src/simulator/assess-run.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { rubric } from '../../src/simulator/rubric.ts';
import { id, opened } from '../support/run-script.ts';

const script = (may = 'end after insult') => `scenario: t
title: Test
# chat: Gaz
customer: Gaz
may: ${may}
## insult
says: You muppet!
want: escalate
none: stay, patience -5
## more
says: What a waste of space.
want: apologise
all: end solved
`;

const play = async (...replies: readonly string[]) => {
  const { engine, clock, report } = await opened(script());
  for (const reply of replies) {
    engine.hear(id, reply);
    await clock.advance(20_000);
  }
  engine.end(id);
  return report();
};
const warning = 'If it goes on, my manager will take over.';

describe('a chat that may be ended after a beat', () => {
  it.each(['end after insult', 'END AFTER insult', '在 insult 之后结束', 'insult 之后结束'])(
    'is declared by “%s”',
    (may) => {
      const { scenario, problems } = parseScenario(script(may));
      expect(problems).toEqual([]);
      expect(scenario?.chats[0]?.mayEnd).toBe('insult');
    },
  );

  it.each([
    ['end', 'bad-value', 'end'],
    ['end after insutl', 'unknown-beat', 'insutl'],
  ])('“%s” is told as %s', (may, kind, word) => {
    expect(parseScenario(script(may)).problems).toMatchObject([{ line: 5, kind, word }]);
  });

  it('that is nearly said so is put right with the name of its beat', () => {
    const { problems } = parseScenario(script('ends after insult'));
    expect(problems).toMatchObject([{ line: 5, suggestion: 'end after insult' }]);
    expect(parseScenario(script('stop it')).problems[0]?.suggestion).toBeUndefined();
  });

  it('counts as helped, when the agent ends it after that reply', async () => {
    const report = await play(warning);
    expect(report.conversations[0]?.outcome).toBe('closed');
    expect(report.rules).toEqual([
      { kind: 'may', rule: 'insult', verdict: 'met', words: '', turn: 0 },
    ]);
    expect(hasEndedRightly(report, id)).toBe(true);
    const { dimensions, criticals } = assessRun(report, rubric);
    expect(dimensions.find(({ dimension }) => dimension === 'resolution')?.checks).toEqual([
      { verdict: 'met' },
    ]);
    expect(criticals).toEqual([]);
  });

  it('does not without it, and fails nothing by itself', async () => {
    const report = await play('hm');
    expect(report.rules).toEqual([{ kind: 'may', rule: 'insult', verdict: 'not-met', words: '' }]);
    expect(hasEndedRightly(report, id)).toBe(false);
    const { dimensions, criticals } = assessRun(report, rubric);
    expect(dimensions.find(({ dimension }) => dimension === 'resolution')?.points).toBe(0);
    expect(criticals).toEqual([]);
  });

  it('has no rule to tell of when the customer was helped to the end', async () => {
    const report = await play(warning, 'I am sorry about the signal.');
    expect(report.conversations[0]?.outcome).toBe('solved');
    expect(report.rules).toEqual([]);
  });
});
