import { speechRate } from '../pcm.ts';

/** Seconds after which a pause ends a piece, and after which it ends anyway. */
const enough = 12;
const most = 28;
/** Seconds of quiet that make a pause. */
const pause = 0.4;
/** Root mean square below which nobody speaks. */
const quiet = 0.008;

const loudness = (samples: Float32Array) =>
  Math.sqrt(
    samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length),
  );

/** A stretch of sound that ends where nobody speaks. */
export interface Piece {
  readonly samples: Float32Array;
  /** False if it is quiet all through: a box would make up words for it. */
  readonly hasVoice: boolean;
}

/** Gathers samples and cuts them into pieces that a box can hear one by one. */
export function createPauseCutter(): {
  /** Takes about an eighth of a second; gives a piece when one is over. */
  add(samples: Float32Array): Piece | undefined;
  /** What is left, if it is anything. */
  rest(): Piece | undefined;
} {
  let parts: Float32Array[] = [];
  let length = 0;
  let quietFor = 0;
  let hasVoice = false;
  const take = (): Piece | undefined => {
    if (length === 0) return undefined;
    const samples = new Float32Array(length);
    let at = 0;
    for (const part of parts) {
      samples.set(part, at);
      at += part.length;
    }
    const piece = { samples, hasVoice };
    [parts, length, quietFor, hasVoice] = [[], 0, 0, false];
    return piece;
  };
  return {
    rest: take,
    add: (samples) => {
      parts.push(samples);
      length += samples.length;
      if (loudness(samples) < quiet) quietFor += samples.length;
      else {
        quietFor = 0;
        hasVoice = true;
      }
      const seconds = length / speechRate;
      const isPause = quietFor / speechRate >= pause;
      return seconds >= most || (seconds >= enough && isPause) ? take() : undefined;
    },
  };
}
