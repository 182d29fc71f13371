import type { Translate } from '../shared/translate.ts';

const minute = 60_000;

/** Whole minutes at which a customer's waiting is spoken (A41). */
export const waitingThresholds = [2, 5, 10] as const;

/** Whole minutes since `since` (both epoch milliseconds), never negative. */
export const minutesWaited = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since) / minute));

/** How long someone has waited, in words that change once a minute at most (A41). */
export function waitingText(t: Translate, since: number, now: number): string {
  const count = minutesWaited(since, now);
  return count === 0 ? t('timers.underAMinute') : t('timers.minutes', { count });
}

/** Milliseconds until the words of {@link waitingText} are others. */
export const untilNextMinute = (since: number, now: number): number =>
  now < since ? since - now + minute : minute - ((now - since) % minute);

/** The threshold in minutes that was passed after `before` and up to `now`, the highest if several. */
export function passedThreshold(since: number, before: number, now: number): number | undefined {
  const [from, to] = [minutesWaited(since, before), minutesWaited(since, now)];
  return waitingThresholds.findLast((threshold) => from < threshold && threshold <= to);
}
