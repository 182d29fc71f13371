import type { TimerFactor } from '../domain/settings.ts';
import type { Clock } from '../shared/clock.ts';

/** A limit that the agent can switch off, stretch and extend (A42, WCAG 2.2.1). */
export interface Timer {
  /** Starts anew; does nothing if the agent has switched this timer off. */
  start(): void;
  stop(): void;
  /** Gives the full time again, from now. False if not running or extended ten times already. */
  extend(): boolean;
  /** The agent did something (a key, a switch, speech, a pointer): begins again for free. */
  activity(): void;
  /** Milliseconds left; undefined while it does not run. */
  left(): number | undefined;
}

/** The shortest warning that leaves time to react (WCAG 2.2.1). */
const shortestWarning = 20_000;
const mostExtensions = 10;

/**
 * Makes a timer.
 * @param options.ms its length at factor 1, in milliseconds
 * @param options.factor asked at each start: 0 switches it off
 * @param options.warnBefore milliseconds before the end at which `onWarn` comes; 20 s at least, which is what it is if left out
 */
export function createTimer(options: {
  readonly clock: Clock;
  readonly ms: number;
  factor(): TimerFactor;
  readonly warnBefore?: number;
  onWarn(left: number): void;
  onEnd(): void;
}): Timer {
  const { clock } = options;
  const warnBefore = Math.max(shortestWarning, options.warnBefore ?? 0);
  let ends: number | undefined;
  let extensions = 0;
  let cancel: (() => void) | undefined;

  const left = () => (ends === undefined ? undefined : Math.max(0, ends - clock.now()));
  const stop = () => {
    cancel?.();
    ends = undefined;
  };
  const run = () => {
    stop();
    const length = options.ms * options.factor();
    if (length === 0) return;
    ends = clock.now() + length;
    cancel = clock.after(Math.max(0, length - warnBefore), () => {
      // Switched off meanwhile.
      if (options.factor() === 0) return stop();
      // Not by the clock: one that leaps would take the warning away, or the end.
      const rest = Math.min(length, warnBefore);
      ends = clock.now() + rest;
      cancel = clock.after(rest, () => {
        const off = options.factor() === 0;
        stop();
        if (!off) options.onEnd();
      });
      options.onWarn(rest);
    });
  };
  return {
    start: () => {
      extensions = 0;
      run();
    },
    stop,
    extend: () => {
      if (ends === undefined || extensions === mostExtensions) return false;
      extensions += 1;
      run();
      return true;
    },
    activity: () => {
      if (ends !== undefined) run();
    },
    left,
  };
}
