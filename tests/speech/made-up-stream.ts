import { err, ok } from '../../src/shared/result.ts';
import type { PcmChunk, PcmStream } from '../../src/speech/pcm-stream.ts';
import type { SpeechErrorKind } from '../../src/speech/speech-error.ts';

const sampleRate = 22_050;

/** A stretch of a tone, with a word at its beginning. */
export interface MadeUpChunk {
  readonly seconds: number;
  readonly at?: number;
}

/** A tone of 440 Hz in stretches, then the end or an error; tells how many were asked for. */
export function makeUpStream(
  chunks: readonly MadeUpChunk[],
  error?: SpeechErrorKind,
  before: () => Promise<void> = async () => {},
): PcmStream & { readonly pulls: () => number } {
  let pulls = 0;
  let soFar = 0;
  const make = ({ seconds, at }: MadeUpChunk): PcmChunk => {
    const samples = Float32Array.from({ length: seconds * sampleRate }, (_, index) =>
      Math.sin((2 * Math.PI * 440 * (soFar + index)) / sampleRate),
    );
    const words = at === undefined ? [] : [{ time: soFar / sampleRate, at, length: 1 }];
    soFar += samples.length;
    return { samples, words };
  };
  return {
    sampleRate,
    pulls: () => pulls,
    pull: async () => {
      await before();
      const chunk = chunks[pulls];
      pulls += 1;
      if (chunk) return ok(make(chunk));
      return error ? err({ kind: error }) : ok(undefined);
    },
  };
}
