import type { BrowserVoice } from '../../src/speech/web-speech-synthesis/rank-voices.ts';

/** An utterance that the engine gave, and what the browser makes of it. */
export interface PlayedUtterance {
  readonly text: string;
  readonly voice: string | undefined;
  readonly lang: string;
  readonly rate: number;
  readonly pitch: number;
  readonly volume: number;
  start(): void;
  word(at: number, length: number): void;
  end(): void;
  fail(error: SpeechSynthesisErrorCode): void;
}

/** A browser's `speechSynthesis` whose every event a test gives. */
export interface PlayedSynthesis {
  readonly synthesis: SpeechSynthesis;
  createUtterance(text: string): SpeechSynthesisUtterance;
  /** All that was handed over, oldest first. */
  readonly given: readonly PlayedUtterance[];
  readonly cancelled: number;
  readonly paused: number;
  /** Other voices from now on; `told` says whether the browser tells of it. */
  setVoices(voices: readonly BrowserVoice[], told?: boolean): void;
  /** Everything is said at once, from now on, except what the test answers `fail` to. */
  speakBySelf(error?: (utterance: PlayedUtterance) => SpeechSynthesisErrorCode | undefined): void;
  /** How many listen for `voiceschanged`. */
  readonly listening: number;
}

/** A voice as browsers list them. */
export const aVoice = (
  name: string,
  lang: string,
  more: Partial<BrowserVoice> = {},
): BrowserVoice => ({
  name,
  lang,
  voiceURI: name,
  localService: true,
  default: false,
  ...more,
});

/** Makes one with these voices. */
export function createPlayedSynthesis(first: readonly BrowserVoice[] = []): PlayedSynthesis {
  let voices = first;
  const listeners = new Set<() => void>();
  const given: PlayedUtterance[] = [];
  let cancelled = 0;
  let paused = 0;
  let bySelf: Parameters<PlayedSynthesis['speakBySelf']>[0] | 'no' = 'no';

  const play = (own: SpeechSynthesisUtterance): PlayedUtterance => {
    const event = (more: object = {}) => more as SpeechSynthesisEvent;
    return {
      text: own.text,
      voice: own.voice?.name,
      lang: own.lang,
      rate: own.rate,
      pitch: own.pitch,
      volume: own.volume,
      start: () => own.onstart?.(event()),
      word: (charIndex, charLength) =>
        own.onboundary?.(event({ name: 'word', charIndex, charLength })),
      end: () => own.onend?.(event()),
      fail: (error) => own.onerror?.(event({ error }) as SpeechSynthesisErrorEvent),
    };
  };
  const synthesis = {
    getVoices: () => [...voices],
    speak: (own: SpeechSynthesisUtterance) => {
      const played = play(own);
      given.push(played);
      if (bySelf === 'no') return;
      const error = bySelf?.(played);
      queueMicrotask(() => {
        if (error) return played.fail(error);
        played.start();
        played.end();
      });
    },
    cancel: () => {
      cancelled += 1;
    },
    pause: () => {
      paused += 1;
    },
    addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
  };
  return {
    synthesis: synthesis as unknown as SpeechSynthesis,
    createUtterance: (text) => ({ text }) as SpeechSynthesisUtterance,
    given,
    get cancelled() {
      return cancelled;
    },
    get paused() {
      return paused;
    },
    get listening() {
      return listeners.size;
    },
    setVoices: (next, told = true) => {
      voices = next;
      if (told) for (const listener of [...listeners]) listener();
    },
    speakBySelf: (error = () => undefined) => {
      bySelf = error;
    },
  };
}
