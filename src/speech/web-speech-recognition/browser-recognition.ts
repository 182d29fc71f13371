/**
 * The part of the Web Speech API that is used, with what TypeScript's own library does not know yet:
 * https://webaudio.github.io/web-speech-api/ and its on-device and contextual-biasing parts.
 */

/** What `available()` answers. */
export type BrowserAvailability = 'available' | 'downloadable' | 'downloading' | 'unavailable';

interface Wanted {
  readonly langs: readonly string[];
  readonly processLocally: boolean;
}

/** One reading of a stretch of speech. */
interface Alternative {
  readonly transcript: string;
  /** 0 to 1; engines that do not know say 0. */
  readonly confidence: number;
}

/** A stretch of speech: its readings, the likelier first. */
export interface BrowserResult extends ArrayLike<Alternative> {
  readonly isFinal: boolean;
}

/** A `result` event. */
export interface BrowserResultEvent {
  readonly resultIndex: number;
  readonly results: ArrayLike<BrowserResult>;
}

/** A recogniser of the browser; good for one session. */
export interface BrowserRecognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  /** Chrome and Edge 139. */
  processLocally?: boolean;
  /** Chrome and Edge 142. */
  phrases?: unknown[];
  onstart: (() => void) | null;
  onspeechstart: (() => void) | null;
  onspeechend: (() => void) | null;
  onresult: ((event: BrowserResultEvent) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  /** Takes a track since Chrome and Edge 135. */
  start(track?: MediaStreamTrack): void;
  stop(): void;
  abort(): void;
}

/** The constructor, and what the newer browsers let it say. */
export interface BrowserRecognitionClass {
  new (): BrowserRecognition;
  available?(wanted: Wanted): Promise<BrowserAvailability>;
  install?(wanted: Wanted): Promise<boolean>;
}

/** What a browser brings. */
export interface BrowserSpeech {
  readonly Recognition?: BrowserRecognitionClass;
  readonly Phrase?: new (phrase: string, boost: number) => unknown;
}

/** Finds it under its names; Chrome and Safari still put `webkit` in front. */
export function findBrowserSpeech(scope: object): BrowserSpeech {
  const names = scope as Readonly<Record<string, unknown>>;
  const Recognition = names['SpeechRecognition'] ?? names['webkitSpeechRecognition'];
  const Phrase = names['SpeechRecognitionPhrase'];
  return {
    ...(typeof Recognition === 'function' && {
      Recognition: Recognition as unknown as BrowserRecognitionClass,
    }),
    ...(typeof Phrase === 'function' && {
      Phrase: Phrase as new (phrase: string, boost: number) => unknown,
    }),
  };
}
