import { onCleanup } from 'solid-js';
import type { PracticeMode, RunRecord } from '../domain/run-record.ts';
import type { RunReport } from '../domain/run-report.ts';
import { scoreRun } from '../simulator/review-run.ts';
import type { Session } from './create-session.ts';
import { removeJournal } from './journal.ts';
import { keepRun } from './kept-runs.ts';
import type { PracticeRun, Workspace } from './workspace.ts';

/**
 * A finished run as it is kept, judged by the rubric of today, and not yet seen by a mentor.
 * @param id its desk's: a run that ends twice, because it was told again, is still one
 */
export const recordOf = (report: RunReport, mode: PracticeMode, id: string): RunRecord => ({
  ...{ id, mode, report, comments: [] },
  ...scoreRun(report, []),
});

/**
 * Keeps the run when it ends, looked at or not. One in which no turn was taken leaves nothing to
 * look back on, except in an exam, where it was an attempt; a rehearsal is a part of another run.
 */
export function keepFinished(workspace: Workspace, shift: Session, { start }: PracticeRun): void {
  const { storage } = workspace;
  const { id } = shift.connector;
  const keep = async (report: RunReport) => {
    const isTry = !start.whole && (report.turns.length > 0 || start.mode === 'exam');
    // Only then: until it is on the disk, the run can still be told again.
    if (!isTry || (await keepRun(storage, recordOf(report, start.mode, id)))) {
      await removeJournal(storage, id);
    }
  };
  // It may be over before this code has come.
  const { report } = shift.desk();
  if (report) void keep(report);
  onCleanup(
    workspace.onDeskEvent((event) => {
      if (event.type === 'run.ended') void keep(event.report);
    }),
  );
}
