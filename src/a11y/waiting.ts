const minute = 60_000;

/** Whole minutes at which a customer's waiting is spoken (A41). */
export const waitingThresholds = [2, 5, 10] as const;

/** Whole minutes since `since` (both epoch milliseconds), never negative. */
const minutesWaited = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since) / minute));

/** The threshold in minutes that was passed after `before` and up to `now`, the highest if several. */
export function passedThreshold(since: number, before: number, now: number): number | undefined {
  const [from, to] = [minutesWaited(since, before), minutesWaited(since, now)];
  return waitingThresholds.findLast((threshold) => from < threshold && threshold <= to);
}
