import type { TimerName } from '../domain/settings.ts';

/**
 * Milliseconds of each timer before the agent's factor. `practice` is a scale for the customer's
 * patience, which a scenario sets, hence 1.
 */
export const timerDefaults: Readonly<Record<TimerName, number>> = {
  accept: 60_000,
  wrapUp: 180_000,
  idle: 900_000,
  practice: 1,
};
