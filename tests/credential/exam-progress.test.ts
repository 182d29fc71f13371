import { expect, test } from 'vitest';
import { countsUntil, examProgress } from '../../src/credential/exam-progress.ts';
import { examSets } from '../../src/credential/exam-set.ts';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { aRun } from '../practice/a-run.ts';
import { noon } from '../support/samples.ts';

const day = 86_400_000;

test.each(examSets)('a try at $id counts until it comes back, and not a moment longer', (set) => {
  for (const scenarioId of set.scenarios) {
    const run = aRun({ mode: 'exam' }, { scenarioId, startedAt: noon });
    const until = countsUntil(run) ?? 0;
    expect(until).toBe(noon + set.days * day);
    const triesLeft = (now: number) =>
      examProgress(set, [run], {
        language: 'en',
        rubricVersion: run.rubricVersion,
        now,
      }).scenarios.find(({ id }) => id === scenarioId)?.triesLeft;
    expect([triesLeft(until - 1), triesLeft(until)]).toEqual([set.tries - 1, set.tries]);
  }
});

test.each<[string, RunRecord]>([
  ['a practice', aRun({ mode: 'practice' }, { scenarioId: 'refund' })],
  ['a scenario that is in no exam', aRun({ mode: 'exam' }, { scenarioId: 'first-hello' })],
])('%s is no try', (_, run) => {
  expect(countsUntil(run)).toBeUndefined();
});
