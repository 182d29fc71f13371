import fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { gradeOf, nextPractices } from '../../src/practice/next-practices.ts';
import { noon } from '../support/samples.ts';
import { aRun } from './a-run.ts';

const day = 86_400_000;
const run = (
  scenarioId: string,
  startedAt: number,
  patch: Partial<RunRecord> = {},
  language = 'en',
) => aRun({ points: 80, open: 0, criticals: [], ...patch }, { scenarioId, startedAt, language });

test.each<[number, number, readonly string[], Rating]>([
  [95, 0, ['insult'], Rating.Again],
  [30, 0, [], Rating.Hard],
  [80, 0, [], Rating.Good],
  [95, 0, [], Rating.Easy],
  [60, 35, [], Rating.Easy],
])('%i points, %i open, critical: %j', (points, open, criticals, grade) => {
  expect(gradeOf(run('refund', noon, { points, open, criticals }))).toBe(grade);
});

test('each practice in a language has one place, with its last run, due longest first', () => {
  const runs = [
    run('refund', noon, { points: 20 }),
    run('elderly', noon + 1, { points: 100 }),
    run('refund', noon + 2, {}, 'zh'),
    run('elderly', noon + day, { points: 100 }, 'en-GB'),
  ];
  const plan = nextPractices(runs, noon + day);
  expect(plan.map((each) => runs.indexOf(each.run))).toEqual([0, 2, 3]);
  expect(plan.map(({ due }) => due)).toEqual(plan.map(({ due }) => due).toSorted((a, b) => a - b));
  expect(nextPractices([], noon)).toEqual([]);
});

test('what went well comes again later, and is due from then on', () => {
  const due = (points: number) =>
    nextPractices([run('refund', noon, { points })], noon)[0]?.due ?? 0;
  expect(due(100)).toBeGreaterThan(due(80));
  expect(due(80)).toBeGreaterThanOrEqual(due(20));
  expect(due(20)).toBeGreaterThanOrEqual(noon + day / 2);
  const isDue = (now: number) => nextPractices([run('refund', noon)], now)[0]?.isDue;
  expect([isDue(due(80) - 1), isDue(due(80))]).toEqual([false, true]);
});

test('any past gives a plan, the same each time', () => {
  const one = fc.record({
    scenarioId: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: 0, max: 4 * 365 * day }),
    points: fc.nat({ max: 100 }),
    criticals: fc.subarray(['insult']),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (past) => {
      const runs = past
        .toSorted((a, b) => a.at - b.at)
        .map(({ scenarioId, at, ...patch }) => run(scenarioId, noon + at, patch));
      const plan = nextPractices(runs, noon);
      expect(plan).toHaveLength(new Set(past.map(({ scenarioId }) => scenarioId)).size);
      for (const each of plan) expect(each.due).toBeGreaterThan(each.run.report.startedAt);
      expect(nextPractices(runs, noon)).toEqual(plan);
    }),
  );
});
