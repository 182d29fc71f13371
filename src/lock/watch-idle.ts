/** How often it is looked, and how much one look counts at most, in milliseconds. */
const step = 5000;
/** Timers of a hidden tab run once a minute. */
const mostCounted = 65_000;
/** How long before the desk is locked it is said. */
const warnedFor = 60_000;

/** What {@link watchIdle} needs; all times in milliseconds. */
export interface IdleOptions {
  /** A clock that nobody sets: `performance.now`. */
  now(): number;
  after(ms: number, task: () => void): () => void;
  /** Until the desk is locked; 0 for never. */
  lockAfter(): number;
  /** Until everything is wiped; 0 for never. */
  wipeAfter(): number;
  isLocked(): boolean;
  onWarn(): void;
  onLock(): void;
  onWipe(): void;
}

/** An idle watch that runs. */
export interface IdleWatch {
  /** The agent did something. */
  active(): void;
  stop(): void;
}

/**
 * Counts how long nobody has done anything. A computer that slept, or a page that was frozen, counts
 * for a minute only: nobody is locked out or loses anything by a leap in time.
 */
export function watchIdle(options: IdleOptions): IdleWatch {
  let idle = 0;
  let last = options.now();
  let isWarned = false;
  const look = () => {
    const now = options.now();
    idle += Math.min(Math.max(0, now - last), mostCounted);
    last = now;
    const [lockAfter, wipeAfter] = [options.lockAfter(), options.wipeAfter()];
    if (wipeAfter && idle >= wipeAfter) options.onWipe();
    else if (lockAfter && !options.isLocked()) {
      // Said before, always: also when the time was made shorter meanwhile, or a look came late.
      if (idle >= lockAfter && isWarned) options.onLock();
      else if (idle >= lockAfter - warnedFor && !isWarned) {
        isWarned = true;
        idle = Math.min(idle, lockAfter - warnedFor);
        options.onWarn();
      }
    }
    cancel = options.after(step, look);
  };
  let cancel = options.after(step, look);
  return {
    active: () => {
      idle = 0;
      isWarned = false;
      last = options.now();
    },
    stop: () => cancel(),
  };
}
