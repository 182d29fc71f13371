import type { RunRecord } from '../domain/run-record.ts';
import { isRecord } from '../outbox/is-record.ts';
import type { Workspace } from './workspace.ts';

type Storage = Workspace['storage'];

/** How many runs are remembered; the oldest go first, exams never: a certificate may hang on them. */
const mostRuns = 200;

const prefix = 'run ';

/** Whether a key of the store `training` is a run's. */
export const isRunKey = (key: string): boolean => key.startsWith(prefix);

/** Whether it looks like a record of ours; what has been on a disk may be anybody's. */
function isRun(value: unknown): value is RunRecord {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  const { report, points, open, dimensions, criticals, comments } = value;
  return (
    isRecord(report) &&
    typeof report['startedAt'] === 'number' &&
    [report['turns'], report['conversations'], report['rules']].every(Array.isArray) &&
    typeof points === 'number' &&
    typeof open === 'number' &&
    [dimensions, criticals, comments].every(Array.isArray)
  );
}

/** The runs of this browser, the oldest first. What is not whole is left out. */
export async function readRuns(storage: Storage): Promise<readonly RunRecord[]> {
  const rows = await storage.all('training');
  return rows
    .flatMap(([key, value]) => (isRunKey(key) && isRun(value) ? [value] : []))
    .sort((one, other) => one.report.startedAt - other.report.startedAt);
}

/** Keeps a run, in place of what was kept under its id. True when it is on the disk. */
export async function keepRun(storage: Storage, run: RunRecord): Promise<boolean> {
  const kept = await storage.put('training', prefix + run.id, run);
  const runs = (await readRuns(storage)).filter(({ mode }) => mode !== 'exam');
  for (const { id } of runs.slice(0, -mostRuns)) await storage.remove('training', prefix + id);
  return kept;
}

/** Forgets a run. True when it is gone from the disk. */
export const forgetRun = (storage: Storage, { id }: RunRecord): Promise<boolean> =>
  storage.remove('training', prefix + id);
