import type { LanguageTag } from '../shared/language.ts';
import type { Result } from '../shared/result.ts';
import type { Engine, SoundPlace } from './engine.ts';
import type { SpeechError } from './speech-error.ts';

/** A voice that can be chosen. */
export interface Voice {
  /** Unique within its engine. */
  readonly id: string;
  readonly name: string;
  /** `zh-CN` is Mandarin; Cantonese is `zh-HK` or `yue`. */
  readonly language: LanguageTag;
  /** A voice of a remote engine sends the text away. */
  readonly place: SoundPlace;
}

/** What is to be said, in one language; `say-as` and language runs are done before. */
export interface Utterance {
  readonly text: string;
  readonly language: LanguageTag;
  /** A voice's id; the engine chooses where there is none, and where it is gone. */
  readonly voice?: string;
  /** 0.5 to 6; 1 is the voice's own. */
  readonly rate: number;
  /** 0 to 2; 1 is the voice's own. */
  readonly pitch: number;
  /** 0 to 1. */
  readonly volume: number;
  /** −1 left, 0 middle, 1 right; only engines that can pan heed it. */
  readonly pan?: number;
  /** `deviceId` of an audio output; only engines that can choose heed it. */
  readonly outputDevice?: string;
}

/** How a saying can be followed and ended. */
export interface SpeakOptions {
  readonly signal: AbortSignal;
  /** The first sound is heard now. */
  onStart?(): void;
  /** A word begins: offset and length in `Utterance.text`, in code units. */
  onWord?(at: number, length: number): void;
}

/** Sound as samples. */
export interface Pcm {
  /** One channel, −1 to 1. */
  readonly samples: Float32Array;
  /** Samples a second. */
  readonly sampleRate: number;
  /** Where words begin: seconds from the start, offset and length in the text. */
  readonly words: readonly {
    readonly time: number;
    readonly at: number;
    readonly length: number;
  }[];
}

/** What an engine can do beside speaking. */
export interface SynthesizerCan {
  readonly pcm: boolean;
  readonly wordTiming: boolean;
  readonly pan: boolean;
  readonly outputDevice: boolean;
}

/**
 * An engine that speaks. One folder an engine; `README.md` beside this file is the contract, and
 * `tests/contracts/synthesizer-contract.ts` holds it.
 */
export interface Synthesizer extends Engine {
  readonly can: SynthesizerCan;
  /** Those for the language (all without one), the best first; no variants. */
  voices(language?: LanguageTag): Promise<readonly Voice[]>;
  /**
   * Only engines that fetch something before they can speak: fetches and starts what the language
   * needs, so that the first words do not wait for it. They do so by themselves at the first saying.
   */
  prepare?(language: LanguageTag, signal: AbortSignal): Promise<Result<void, SpeechError>>;
  /**
   * Says it. Settles once, when the last sound is over, with `aborted` at once when the signal
   * fires, and always: a watchdog ends an engine that never does (`engine-silent`).
   * One at a time: a second call while one goes on ends the first as `aborted`.
   */
  speak(utterance: Utterance, options: SpeakOptions): Promise<Result<void, SpeechError>>;
  /** Only where `can.pcm`: the sound itself, unheard. `pan`, `volume` and device are not applied. */
  render?(utterance: Utterance, signal: AbortSignal): Promise<Result<Pcm, SpeechError>>;
}
