import { onTestFinished } from 'vitest';
import type { BrowserVoice } from '../../src/speech/web-speech-synthesis/rank-voices.ts';
import { createPlayedSynthesis, type PlayedSynthesis } from './played-synthesis.ts';

/** Puts a value in place of one of the browser's until the test ends. */
export function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  onTestFinished(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

/** Gives this page's browser voices that a test plays; to be called before the app is opened. */
export function playVoices(voices: readonly BrowserVoice[]): PlayedSynthesis {
  const played = createPlayedSynthesis(voices);
  // The browser's own refuses voices that are not its own.
  class Utterance {
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  replace(globalThis, 'speechSynthesis', played.synthesis);
  replace(globalThis, 'SpeechSynthesisUtterance', Utterance);
  return played;
}
