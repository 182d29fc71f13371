import type { Clock } from '../../shared/clock.ts';
import type { Heard } from '../recognizer.ts';

/** Puts together what two recognisers heard of the same stretch of speech. */
export interface Pairing {
  /** The one that knows the whole language. */
  open(heard: Heard): void;
  /** The one that knows nothing but the commands. */
  closed(heard: Heard): void;
  /** Nothing more will come: what waits is told as it is. */
  end(): void;
}

/** Milliseconds for which what the open one heard waits for its twin. */
const patience = 2000;
/** Milliseconds within which answers without times belong together. */
const apart = 700;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first word to the end of the last one, in seconds of the sound; undefined where not told. */
const spanOf = ({ words }: Heard): Span | undefined => {
  const from = words[0]?.from;
  const to = words.at(-1)?.to;
  return from === undefined || to === undefined ? undefined : { from, to };
};
const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

interface Kept {
  readonly heard: Heard;
  readonly at: number;
}

/**
 * Makes a pairing. Both listen to the same sound, so that the times of their words tell what belongs
 * together, however long either takes; without times, those that come shortly after one another do.
 * What the open one heard waits a moment for its twin, and stretches stay in order.
 * @param onPair `closed` is undefined where that one heard nothing of its own
 */
export function createPairing(
  clock: Clock,
  onPair: (open: Heard, closed: string | undefined) => void,
): Pairing {
  let waiting: readonly (Kept & { readonly cancel: () => void })[] = [];
  let early: readonly Kept[] = [];

  const belong = (open: Kept, closed: Kept) => {
    const [a, b] = [spanOf(open.heard), spanOf(closed.heard)];
    return a && b ? overlap(a, b) : Math.abs(open.at - closed.at) <= apart;
  };
  const settle = (closed: Heard | undefined) => {
    const [first, ...rest] = waiting;
    waiting = rest;
    first?.cancel();
    if (first) onPair(first.heard, closed?.text);
  };
  return {
    open: (heard) => {
      const open = { heard, at: clock.now() };
      const twin = waiting.length ? undefined : early.find((closed) => belong(open, closed));
      early = early.filter((closed) => closed !== twin);
      if (twin) return onPair(heard, twin.heard.text);
      waiting = [...waiting, { ...open, cancel: clock.after(patience, () => settle(undefined)) }];
    },
    closed: (heard) => {
      const closed = { heard, at: clock.now() };
      const place = waiting.findIndex((open) => belong(open, closed));
      if (place < 0) {
        early = [...early, closed].slice(-10);
        return;
      }
      // Those before it have been passed over.
      for (let passed = 0; passed < place; passed += 1) settle(undefined);
      settle(heard);
    },
    end: () => {
      while (waiting.length) settle(undefined);
      early = [];
    },
  };
}
