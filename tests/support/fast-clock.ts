import type { Clock } from '../../src/shared/clock.ts';

/** The real clock, running `factor` times as fast, for what is slow on purpose. */
export function createFastClock(factor: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * factor,
    after: (ms, task) => {
      const timer = setTimeout(task, ms / factor);
      return () => clearTimeout(timer);
    },
  };
}
