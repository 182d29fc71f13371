import type { Clock } from '../../src/shared/clock.ts';

/** A clock that moves only when told to, and runs what falls due on the way, in order. */
export interface FakeClock extends Clock {
  /** Moves on by `ms`; lets promises settle between timers. */
  advance(ms: number): Promise<void>;
  /** How many timers are waiting. */
  readonly pending: number;
}

/** @param start epoch milliseconds to begin at */
export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let now = start;
  let serial = 0;
  const timers = new Map<number, { readonly due: number; readonly task: () => void }>();
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    after: (ms, task) => {
      serial += 1;
      const id = serial;
      timers.set(id, { due: now + Math.max(0, ms), task });
      return () => timers.delete(id);
    },
    advance: async (ms) => {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = [...timers].filter(([, timer]) => timer.due <= end);
        next.sort(([a, left], [b, right]) => left.due - right.due || a - b);
        const [first] = next;
        if (!first) break;
        const [id, timer] = first;
        timers.delete(id);
        now = Math.max(now, timer.due);
        timer.task();
      }
      now = end;
      await settle();
    },
    get pending() {
      return timers.size;
    },
  };
}
