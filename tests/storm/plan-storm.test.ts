import { expect, test } from 'vitest';
import {
  deaths,
  describePlan,
  messageCount,
  planStorm,
  stormLength,
  wireFaults,
} from './plan-storm.ts';

test('a seed is a plan: the same one each time, and another one for the next seed', () => {
  expect(planStorm(7)).toEqual(planStorm(7));
  expect(planStorm(8)).not.toEqual(planStorm(7));
});

test('each side writes all its messages while it storms, and something dies each time', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { agent, customer, faults } = planStorm(seed);
    for (const moments of [agent, customer]) {
      expect(moments).toHaveLength(messageCount);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(moments.at(-1)).toBeLessThanOrEqual(stormLength);
    }
    expect(faults.some(({ kind }) => deaths.some((death) => death === kind))).toBe(true);
  }
});

test('fifty seeds know each kind of fault', () => {
  const kinds = Array.from({ length: 50 }, (_, index) => planStorm(index + 1)).flatMap(
    ({ faults }) => faults.map(({ kind }) => kind),
  );
  expect(new Set(kinds)).toEqual(new Set([...wireFaults, ...deaths]));
});

test('a plan is told on one line, fault by fault', () => {
  const faults = [
    { at: 100, kind: 'hole', lasts: 50 },
    { at: 120, kind: 'server' },
  ] as const;
  expect(describePlan({ seed: 3, faults, agent: [], customer: [] })).toBe(
    'seed 3: 100 hole for 50, 120 server',
  );
});
