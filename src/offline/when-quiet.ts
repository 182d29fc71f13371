import type { Clock } from '../shared/clock.ts';

/** The parts of a window that tell what it is busy with. */
export interface BusyPage {
  readonly document: Pick<Document, 'readyState'>;
  readonly performance: Pick<Performance, 'getEntriesByType' | 'now'>;
  requestIdleCallback?(task: () => void): unknown;
}

/** Milliseconds without anything new having come, after which the link is taken to be free. */
const silence = 3000;

/**
 * Resolves when the page stands and the link has had nothing to do for three seconds.
 * @param signal lets it resolve at once: then nobody waits any more
 */
export function whenQuiet(clock: Clock, page: BusyPage, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const isQuiet = () => {
      const came = page.performance
        .getEntriesByType('resource')
        .map((entry) => entry.startTime + entry.duration);
      const last = Math.max(0, ...came);
      return page.document.readyState === 'complete' && page.performance.now() - last >= silence;
    };
    const look = () => {
      if (signal.aborted) resolve();
      else if (!isQuiet()) clock.after(1000, look);
      else if (page.requestIdleCallback) page.requestIdleCallback(() => resolve());
      else resolve();
    };
    look();
  });
}
