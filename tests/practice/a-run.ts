import type { RunRecord } from '../../src/domain/run-record.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import { scoreRun } from '../../src/simulator/review-run.ts';
import { aReport } from './a-report.ts';

/** A run as it is kept, scored as such a report is. */
export function aRun(patch: Partial<RunRecord> = {}, report: Partial<RunReport> = {}): RunRecord {
  const whole = aReport(report);
  const comments = patch.comments ?? [];
  return {
    ...{ id: 'a1', mode: 'practice', report: whole, comments },
    ...scoreRun(whole, comments),
    ...patch,
  };
}
