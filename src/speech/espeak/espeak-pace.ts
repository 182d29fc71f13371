import type { PieceEnd } from './espeak-protocol.ts';

/** How eSpeak is to speak so that it comes out at a rate. */
export interface EspeakPace {
  readonly wordsPerMinute: number;
  /** How many times shorter the sound has to be made afterwards; 1 or more. */
  readonly shorten: number;
}

/**
 * Rate that is heard → words a minute to ask for. Measured on sentences: eSpeak's words a minute are
 * not in proportion above 200, and above 450 nothing becomes faster.
 */
const measured: readonly (readonly [rate: number, words: number])[] = [
  [0.5, 87],
  [1, 175],
  [1.83, 350],
  [2.22, 450],
];

/** What to ask eSpeak for. @param rate 0.5 to 6; beyond, the nearest */
export function espeakPace(rate: number): EspeakPace {
  const wanted = Math.min(6, Math.max(0.5, rate));
  const upper = measured.findIndex(([known]) => known >= wanted);
  const [high, low] = [measured[upper], measured[upper - 1]];
  if (!high) return { wordsPerMinute: 450, shorten: wanted / 2.22 };
  if (!low) return { wordsPerMinute: high[1], shorten: 1 };
  const share = (wanted - low[0]) / (high[0] - low[0]);
  return { wordsPerMinute: Math.round(low[1] + share * (high[1] - low[1])), shorten: 1 };
}

const pauses: Readonly<Record<PieceEnd, number>> = {
  text: 0,
  clause: 0.14,
  sentence: 0.3,
  paragraph: 0.52,
};

/** Seconds of silence after a piece: what eSpeak itself leaves within a text, measured. */
export function pauseAfter(end: PieceEnd, rate: number): number {
  return pauses[end] * (rate < 1 ? rate ** -1.5 : rate ** -3.2);
}
