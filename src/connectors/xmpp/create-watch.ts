import type { Clock } from '../../shared/clock.ts';
import type { LinkTimes } from './link.ts';

/** Milliseconds from which on a round trip is slow. */
const slowFrom = 1500;
/** So many questions follow soon once answers get slow, or quick again: it may have been that one alone. */
const toMakeSure = 2;

/** What watching a stream needs. */
export interface WatchParts {
  readonly clock: Clock;
  readonly times: LinkTimes;
  /** In place of `times.quiet`, if the present stream has one of its own. */
  readonly quiet?: () => number | undefined;
  /** Whether somebody waits for what only a stream that lives can bring. */
  readonly isWaiting: () => boolean;
  /** Asks the server for a sign of life. */
  readonly ask: () => void;
  /** Nothing came for too long. */
  readonly onSilence: () => void;
}

/**
 * Looks for signs of life. A desk where nothing is waited for is left in peace for `quiet`; what
 * is waited for is missed within `giveUp` and a round trip, of which a slow link has long ones.
 */
export interface Watch {
  /** Something came, or a stream begins: all is well up to now. */
  heard(): void;
  /** Something was sent, or has been dealt with: whether there is something to wait for may differ. */
  changed(): void;
  /** The server was asked how far it is, */
  asked(): void;
  /** and has answered: milliseconds that it took. Undefined if nobody had asked. */
  answered(): number | undefined;
  stop(): void;
}

/** Makes a watch, which rests until something is heard. */
export function createWatch(parts: WatchParts): Watch {
  const { clock, times, isWaiting, ask, onSilence } = parts;
  /** When each question stood that has no answer yet: it answers in order. */
  let open: number[] = [];
  /** What the last answer took. */
  let trip = 0;
  /** Questions that are still to follow soon. */
  let soon = 0;
  let isOn = false;
  /** Whether something was waited for when it was armed. */
  let isShort = false;
  let cancel = () => {};

  const arm = () => {
    cancel();
    isOn = true;
    isShort = isWaiting() || soon > 0;
    cancel = clock.after(
      isShort ? times.ask : (parts.quiet?.() ?? times.quiet ?? times.ask),
      () => {
        ask();
        const rest = times.giveUp - times.ask + Math.min(trip, times.answer);
        cancel = clock.after(rest, onSilence);
      },
    );
  };

  return {
    heard: arm,
    // What is sent after the first that is waited for must not put off that one's watch.
    changed: () => {
      if (isOn && isShort !== (isWaiting() || soon > 0)) arm();
    },
    asked: () => {
      open.push(clock.now());
    },
    answered: () => {
      const since = open.shift();
      if (since === undefined) return undefined;
      const isSlow = clock.now() - since >= slowFrom;
      soon = isSlow === trip >= slowFrom ? Math.max(0, soon - 1) : toMakeSure;
      trip = clock.now() - since;
      return trip;
    },
    stop: () => {
      cancel();
      isOn = false;
      open = [];
      soon = 0;
    },
  };
}
