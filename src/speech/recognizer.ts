import type { LanguageTag } from '../shared/language.ts';
import type { Result } from '../shared/result.ts';
import type { Engine } from './engine.ts';
import type { SpeechError } from './speech-error.ts';

/** A word that was heard. */
export interface HeardWord {
  readonly text: string;
  /** 0 to 1, where the engine tells. */
  readonly confidence?: number;
  /** Seconds from the start of the sound, where the engine tells. */
  readonly from?: number;
  readonly to?: number;
}

/** What was heard, as one engine understood it. */
export interface Heard {
  readonly text: string;
  /** 0 to 1, where the engine tells. */
  readonly confidence?: number;
  /** Empty where the engine does not tell words apart. */
  readonly words: readonly HeardWord[];
  /** Other readings of the same sound, the likelier first. */
  readonly alternatives: readonly string[];
  /** The language that the engine believes to have heard, where it tells. */
  readonly language?: LanguageTag;
}

/** What listening needs to know. */
export interface ListenOptions {
  readonly language: LanguageTag;
  readonly signal: AbortSignal;
  /** Sound to listen to; the microphone where there is none. Only where `can.track`. */
  readonly track?: MediaStreamTrack;
  /** Phrases that are likely; only engines that can heed them do. */
  readonly phrases?: readonly string[];
  /** Nothing but `phrases` will be said: a closed set, for commands. Engines that cannot ignore it. */
  readonly only?: boolean;
  /** The microphone is open now. */
  onOpen?(): void;
  /** What it may be so far: shown, never announced. */
  onPartial?(text: string): void;
  /** A stretch of speech is over and stays as it is. */
  onHeard(heard: Heard): void;
  /** Resolves when the agent is done: what was said until then is still heard to its end. */
  readonly until?: Promise<void>;
}

/** What transcribing needs to know. */
export interface TranscribeOptions {
  readonly language: LanguageTag;
  readonly signal: AbortSignal;
  readonly phrases?: readonly string[];
}

/** What an engine can do. */
export interface RecognizerCan {
  /** Tells words while they are being said. */
  readonly streaming: boolean;
  /** Listens to a given track. */
  readonly track: boolean;
  /** Transcribes a recording. */
  readonly recording: boolean;
  /** Heeds phrases. */
  readonly phrases: boolean;
  /** Can be told that nothing but the phrases will be said (`ListenOptions.only`). */
  readonly closed: boolean;
}

/**
 * An engine that understands speech. One folder an engine; `README.md` beside this file is the
 * contract, and `tests/contracts/recognizer-contract.ts` holds it.
 */
export interface Recognizer extends Engine {
  readonly can: RecognizerCan;
  /** Only where `availability` can be `installable`. Settles in a minute at most. */
  install?(language: LanguageTag, signal: AbortSignal): Promise<Result<void, SpeechError>>;
  /**
   * Listens until `until` resolves or the signal fires (`aborted`), whichever is first, and settles
   * once, always. What was heard before an error has been told and stays.
   */
  listen?(options: ListenOptions): Promise<Result<void, SpeechError>>;
  /** Only where `can.recording`: what is said in a recording of any format that the browser plays. */
  transcribe?(recording: Blob, options: TranscribeOptions): Promise<Result<Heard, SpeechError>>;
}
