import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { asRun } from '../domain/run-file.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { isRunKey, readRuns } from '../session/kept-runs.ts';
import type { Workspace } from '../session/workspace.ts';

/** What is said of a run, to be compared; a recording is known by its length and size. */
const commentsOf = ({ comments }: RunRecord): string =>
  JSON.stringify(comments, (_, value) => (value instanceof Blob ? value.size : value));

/** Of one run only the comments ever change. */
const isSame = (one: RunRecord, other: RunRecord): boolean =>
  one.id === other.id && commentsOf(one) === commentsOf(other);

/**
 * The runs of this browser, the oldest first, as they come and go; undefined until they are read.
 * A run that has not changed stays the same object, so that what shows it can stay too.
 */
export function followRuns(
  storage: Workspace['storage'],
): Accessor<readonly RunRecord[] | undefined> {
  const [runs, setRuns] = createSignal<readonly RunRecord[]>();
  let reads = 0;
  const read = async () => {
    reads += 1;
    const mine = reads;
    const found = await readRuns(storage);
    // A slow answer must not take the place of a newer one.
    if (mine !== reads) return;
    setRuns((old) =>
      found.flatMap((run) => old?.find((each) => isSame(each, run)) ?? asRun(run) ?? []),
    );
  };
  onCleanup(
    storage.subscribe('training', (key) => {
      if (isRunKey(key)) void read();
    }),
  );
  void read();
  return runs;
}
