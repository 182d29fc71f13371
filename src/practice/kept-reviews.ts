import { asRun } from '../domain/run-file.ts';
import type { RunRecord } from '../domain/run-record.ts';
import type { Workspace } from '../session/workspace.ts';

type Storage = Workspace['storage'];

const prefix = 'review ';
const place = 'reviewing';

/** The runs of others that a mentor has begun to answer here, each with what was typed so far. */
export async function readReviews(storage: Storage): Promise<readonly RunRecord[]> {
  const rows = await storage.all('training');
  return rows.flatMap(([key, value]) => (key.startsWith(prefix) && asRun(value)) || []);
}

/** Keeps an answer as far as it is. Resolves once it is on the disk, if there is one that takes it. */
export async function keepReview(storage: Storage, run: RunRecord): Promise<void> {
  await storage.put('training', prefix + run.id, run);
}

/** Forgets an answer. */
export function forgetReview(storage: Storage, { id }: RunRecord): void {
  void storage.remove('training', prefix + id);
}

/** The id of the run that was open last; undefined if none was. */
export async function readReviewPlace(storage: Storage): Promise<string | undefined> {
  const id = await storage.get('training', place);
  return typeof id === 'string' ? id : undefined;
}

/** Keeps which run is open, or that none is. */
export function writeReviewPlace(storage: Storage, id: string | undefined): void {
  void (id ? storage.put('training', place, id) : storage.remove('training', place));
}
