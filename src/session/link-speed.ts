import { bytesOf, isFile, transferName } from '../shared/note-transfer.ts';

/** Something that was fetched: when, in milliseconds since the page began, and how much. */
export interface Transfer {
  readonly start: number;
  readonly end: number;
  readonly bytes: number;
}

/** Milliseconds for which a transfer tells something of the present. */
const recent = 10 * 60_000;
/** Less than this tells of the way there and back, and not of the speed. */
const least = 8 * 1024;

/**
 * The present speed, in bytes a second, from what was loaded lately: all bytes, by the time in which
 * anything was on its way, so that what came side by side is not counted twice.
 * @param now on the same clock as the transfers
 * @returns undefined where too little is known
 */
export function estimateSpeed(transfers: readonly Transfer[], now: number): number | undefined {
  const known = transfers
    .filter(({ start, end, bytes }) => bytes > 0 && end > start && now - end <= recent)
    .sort((one, other) => one.start - other.start);
  let [bytes, busy, until] = [0, 0, 0];
  for (const each of known) {
    bytes += each.bytes;
    busy += Math.max(0, each.end - Math.max(each.start, until));
    until = Math.max(until, each.end);
  }
  return bytes >= least && busy > 0 ? (bytes * 1000) / busy : undefined;
}

/** What the browser remembers of this page's transfers; nothing that came from its own cache. */
export const readTransfers = (): readonly Transfer[] => [
  ...performance
    .getEntriesByType('resource')
    .filter(isFile)
    .map((entry) => {
      const { requestStart, startTime, responseEnd, transferSize } =
        entry as PerformanceResourceTiming;
      return { start: requestStart || startTime, end: responseEnd, bytes: transferSize };
    }),
  ...(['voice', 'pictures'] as const)
    .flatMap((kind) => performance.getEntriesByName(transferName(kind), 'measure'))
    .map((entry) => {
      const { startTime: start, duration } = entry;
      return { start, end: start + duration, bytes: bytesOf(entry) };
    }),
];
