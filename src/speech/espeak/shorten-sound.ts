/** Makes sound shorter without making it higher, stretch by stretch. */
export interface Shortener {
  /** Takes sound in; gives what is finished. */
  push(samples: Float32Array): Float32Array<ArrayBuffer>;
  /** Gives the rest. */
  finish(): Float32Array<ArrayBuffer>;
}

/** The lag at which sound is most like itself: the length of one swing of the voice. */
function findPeriod(sound: Float32Array, at: number, shortest: number, longest: number): number {
  const difference = (lag: number, step: number) => {
    let sum = 0;
    for (let index = at; index < at + lag; index += step) {
      sum += Math.abs((sound[index] ?? 0) - (sound[index + lag] ?? 0));
    }
    return sum / lag;
  };
  const search = (from: number, to: number, lagStep: number, step: number) => {
    let best = from;
    let least = Number.POSITIVE_INFINITY;
    for (let lag = from; lag <= to; lag += lagStep) {
      const found = difference(lag, step);
      if (found < least) [best, least] = [lag, found];
    }
    return best;
  };
  // Roughly first, then exactly around what was found.
  const rough = search(shortest, longest, 4, 4);
  return search(Math.max(shortest, rough - 4), Math.min(longest, rough + 4), 1, 1);
}

/**
 * Overlaps neighbouring swings of the voice (PICOLA: Morita and Itakura, 1986), so that pitch and
 * timbre stay while the time becomes shorter.
 * @param factor how many times shorter; above 1
 */
export function createShortener(factor: number, sampleRate: number): Shortener {
  const shortest = Math.round(sampleRate / 400);
  const longest = Math.round(sampleRate / 65);
  let waiting = new Float32Array(0);
  /** Samples that have still to be copied as they are. */
  let copy = 0;
  /** What rounding has left over so far. */
  let owed = 0;

  const run = (isLast: boolean) => {
    const out: number[] = [];
    let at = 0;
    for (;;) {
      const left = waiting.length - at;
      if (copy > 0) {
        const now = Math.min(copy, left);
        for (let index = 0; index < now; index += 1) out.push(waiting[at + index] ?? 0);
        at += now;
        copy -= now;
        if (copy > 0) break;
        continue;
      }
      if (left < 2 * longest) break;
      const period = findPeriod(waiting, at, shortest, longest);
      const exact = (factor < 2 ? period : period / (factor - 1)) + owed;
      const overlap = Math.max(1, Math.round(exact));
      owed = exact - overlap;
      for (let index = 0; index < overlap; index += 1) {
        const share = index / overlap;
        const [from, to] = [waiting[at + index] ?? 0, waiting[at + index + period] ?? 0];
        out.push(from * (1 - share) + to * share);
      }
      at += overlap + period;
      if (factor < 2) copy = Math.round((period * (2 - factor)) / (factor - 1));
    }
    if (isLast) {
      // Too short to look for a swing in; a hundredth of a second that nobody misses.
      const rest = Math.floor((waiting.length - at) / factor);
      for (let index = 0; index < rest; index += 1) {
        out.push((waiting[at + index] ?? 0) * (1 - index / rest));
      }
      at = waiting.length;
    }
    waiting = waiting.slice(at);
    return new Float32Array(out);
  };

  return {
    push(samples) {
      const joined = new Float32Array(waiting.length + samples.length);
      joined.set(waiting);
      joined.set(samples, waiting.length);
      waiting = joined;
      return run(false);
    },
    finish: () => run(true),
  };
}
