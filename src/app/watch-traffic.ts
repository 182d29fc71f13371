import { onCleanup } from 'solid-js';
import {
  addBytes,
  type Bytes,
  forgetTraffic,
  keepTraffic,
  noBytes,
  type TrafficKind,
  totalOf,
} from '../session/traffic.ts';
import type { Workspace } from '../session/workspace.ts';
import { bytesOf, isFile, type TransferKind, transferName } from '../shared/note-transfer.ts';

/** Milliseconds between two entries on the disk. */
const pause = 3000;
const kinds: readonly TransferKind[] = ['up', 'down', 'voice', 'pictures'];
/** When the last shift in this page ended. */
const shiftMark = 'harebell shift';

const read = (entry: PerformanceEntry): readonly [TrafficKind, number] | undefined => {
  const kind = kinds.find((each) => transferName(each) === entry.name);
  if (entry.entryType === 'measure') return kind && [kind, bytesOf(entry)];
  // What is elsewhere is no file of the program; of most of that the browser tells no size anyway.
  if (new URL(entry.name, location.href).origin !== location.origin) return undefined;
  if (entry.entryType === 'resource' && !isFile(entry)) return undefined;
  return ['program', (entry as PerformanceResourceTiming).transferSize];
};

/** Counts what a shift uses, from the browser's own record, and keeps it; ends with its owner. */
export function watchTraffic({ storage, clock }: Workspace, owner: string): void {
  // What came before a shift, the page itself too, was for that shift.
  const from = performance.getEntriesByName(shiftMark).at(-1)?.startTime ?? 0;
  let bytes: Bytes = noBytes;
  let cancel: (() => void) | undefined;
  const flush = () => {
    cancel = undefined;
    const more = bytes;
    bytes = noBytes;
    void keepTraffic(storage, owner, clock.now(), more);
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const found = entry.startTime >= from ? read(entry) : undefined;
      if (!found) continue;
      const [kind, more] = found;
      bytes = addBytes(bytes, { ...noBytes, [kind]: more });
      // Thousands of them come in a shift, and nobody else looks at them.
      if (kind === 'up' || kind === 'down') performance.clearMeasures(entry.name);
    }
    if (totalOf(bytes)) cancel ??= clock.after(pause, flush);
  });
  for (const type of ['navigation', 'resource', 'measure']) {
    observer.observe({ type, buffered: true });
  }
  onCleanup(() => {
    observer.disconnect();
    performance.mark(shiftMark);
    cancel?.();
    // A reload does not come by here: only a shift that is over does.
    void forgetTraffic(storage);
  });
}
