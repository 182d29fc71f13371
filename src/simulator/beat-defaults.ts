import type { Condition, Rule } from './scenario.ts';

/** Milliseconds that a beat waits unless it says otherwise. */
export const defaultWithin = 60_000;
/** Milliseconds for an agent's goodbye after the customer's last words. */
export const farewell = 20_000;
/** What a beat does when it gives no rule of its own. */
export const defaults: Readonly<Record<Condition, Rule>> = {
  all: {},
  some: { stay: true, patience: -5 },
  none: { stay: true, patience: -10 },
  silent: { stay: true, patience: -10 },
  angry: {},
};
