import type { Clock } from '../../shared/clock.ts';

/** What nobody waits for and is put off, to go out with something else or with its like. */
export interface Gathered {
  /**
   * Puts `send` off; the first of one key stands for all that follow until it has gone.
   * @param send false when there is no session: it is then kept for the next one
   */
  add(key: string, send: () => boolean): void;
  /** Sends all of it in one go, oldest first. */
  flush(): void;
}

/**
 * Makes a place to gather in.
 * @param pauseFor milliseconds that the first of a gathering waits for others
 */
export function createGathered(clock: Clock, pauseFor: () => number): Gathered {
  const waiting = new Map<string, () => boolean>();
  let cancel: (() => void) | undefined;
  let isFlushing = false;

  const flush = () => {
    // What is sent here lets what is gathered go along, too.
    if (isFlushing) return;
    isFlushing = true;
    cancel?.();
    cancel = undefined;
    for (const [key, send] of waiting) if (send()) waiting.delete(key);
    isFlushing = false;
  };

  return {
    add: (key, send) => {
      if (!waiting.has(key)) waiting.set(key, send);
      cancel ??= clock.after(pauseFor(), flush);
    },
    flush,
  };
}
