import type { Result } from '../shared/result.ts';
import type { SpeechError } from './speech-error.ts';

/** Where a word begins: seconds from the start of the sound, offset and length in the text. */
export interface SoundingWord {
  readonly time: number;
  readonly at: number;
  readonly length: number;
}

/** A stretch of sound as it comes out of an engine. */
export interface PcmChunk {
  /** One channel, −1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** Those that begin in this chunk; their `time` counts from the start of the first chunk. */
  readonly words: readonly SoundingWord[];
}

/** Sound that is made while it is heard: who asks for no more makes the engine wait. */
export interface PcmStream {
  /** Samples a second. */
  readonly sampleRate: number;
  /** The next stretch; undefined when there is no more. After an error or the end it stays so. */
  pull(): Promise<Result<PcmChunk | undefined, SpeechError>>;
}
