import { expect, test } from 'vitest';
import { makeScenario } from '../../scripts/bench/make-scenario.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { isAdvice, lintScenario } from '../../src/simulator/lint-scenario.ts';

test.each([40, 100, 400])(
  'a made-up scenario of %d lines is one that a mentor could write',
  (lines) => {
    const text = makeScenario(lines);
    expect(text.split('\n')).toHaveLength(lines);
    const { scenario, problems } = lintScenario(text, detectActs);
    expect(problems.filter((problem) => !isAdvice(problem))).toEqual([]);
    expect(scenario?.chats.length).toBeGreaterThan(0);
  },
);

test('the longer, the more customers', () => {
  const chats = (lines: number) => lintScenario(makeScenario(lines)).scenario?.chats.length ?? 0;
  expect(chats(400)).toBeGreaterThan(chats(100));
});
