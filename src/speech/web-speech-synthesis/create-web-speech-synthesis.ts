import type { Clock } from '../../shared/clock.ts';
import type { LanguageTag } from '../../shared/language.ts';
import { err, ok } from '../../shared/result.ts';
import { cutSentences } from '../cut-sentences.ts';
import type { SpeechErrorKind } from '../speech-error.ts';
import type { Synthesizer } from '../synthesizer.ts';
import { type RankedVoice, rankVoices } from './rank-voices.ts';
import { speakPiece } from './speak-piece.ts';

/** Milliseconds for which voices that come late are waited for. */
const voicesWithin = 1500;

/** What the engine works with. */
export interface WebSpeechSynthesisOptions {
  readonly clock: Clock;
  /** The browser's; undefined where it has none. */
  readonly synthesis: SpeechSynthesis | undefined;
  /** `new SpeechSynthesisUtterance`, except in tests. */
  createUtterance?(text: string): SpeechSynthesisUtterance;
  /** Whether voices that send the text away may be used unasked. */
  mayUseCloud(): boolean;
  /** The id of the voice that the agent chose for a language: to choose a remote one is to agree to it. */
  chosenVoice(language: LanguageTag): string | undefined;
}

/**
 * The browser's own voices (Web Speech API, SpeechSynthesis): local ones first, Mandarin told from
 * Cantonese, in sentences, under a watchdog. See README.md.
 */
export function createWebSpeechSynthesis(options: WebSpeechSynthesisOptions): Synthesizer {
  const {
    clock,
    synthesis,
    createUtterance = (text) => new SpeechSynthesisUtterance(text),
  } = options;
  let current: AbortController | undefined;
  /** By language; looking through 13,362 voices takes a while. */
  const known = new Map<string, readonly RankedVoice<SpeechSynthesisVoice>[]>();
  let count = -1;
  let inVain = false;

  const forget = () => known.clear();
  synthesis?.addEventListener('voiceschanged', forget);

  /** They may come a moment after the page (Chrome) or never (no voices installed). */
  const lateVoices = (from: SpeechSynthesis) =>
    new Promise<void>((resolve) => {
      const done = () => {
        stop();
        from.removeEventListener('voiceschanged', done);
        resolve();
      };
      const stop = clock.after(voicesWithin, () => {
        inVain = true;
        done();
      });
      from.addEventListener('voiceschanged', done);
    });
  const ranked = async (language?: LanguageTag) => {
    if (!synthesis) return [];
    let all = synthesis.getVoices();
    if (!all.length && !inVain) {
      await lateVoices(synthesis);
      all = synthesis.getVoices();
    }
    // Some platforms change the list without telling.
    if (count !== all.length) forget();
    count = all.length;
    const voices = known.get(language ?? '') ?? rankVoices(all, language);
    known.set(language ?? '', voices);
    return voices;
  };
  const mayUse = ({ voice }: RankedVoice<SpeechSynthesisVoice>) =>
    voice.place === 'device' || options.mayUseCloud();

  return {
    id: 'web-speech',
    place: 'device',
    can: { pcm: false, wordTiming: false, pan: false, outputDevice: false },
    availability: async (language) => {
      if (!synthesis) return { kind: 'unavailable', reason: 'not-in-this-browser' };
      const voices = await ranked(language);
      if (!voices.length) return { kind: 'unavailable', reason: 'no-voice' };
      const chosen = options.chosenVoice(language);
      const isReady = voices.some((one) => mayUse(one) || one.voice.id === chosen);
      return { kind: isReady ? 'ready' : 'needs-consent' };
    },
    voices: async (language) => (await ranked(language)).map(({ voice }) => voice),
    speak: async (utterance, { signal, onStart, onWord }) => {
      current?.abort();
      const own = new AbortController();
      current = own;
      const stop = AbortSignal.any([own.signal, signal]);
      if (!synthesis) return err({ kind: 'not-in-this-browser' });
      const { language, rate, pitch, volume } = utterance;
      const voices = await ranked(language);
      if (stop.aborted) return err({ kind: 'aborted' });
      const usable = voices.filter(mayUse);
      const chosen = voices.find(({ voice }) => voice.id === utterance.voice);
      const gone = new Set<string>();
      const missing = (): SpeechErrorKind => {
        if (gone.size) return 'voice-gone';
        return voices.length ? 'no-consent' : 'no-voice';
      };
      let started = false;
      const say = async (text: string, at: number) => {
        for (;;) {
          const voice = [chosen, ...usable].find((one) => one && !gone.has(one.voice.id));
          if (!voice) return err({ kind: missing() });
          const piece = createUtterance(text);
          // A language alone would let the browser choose: Cantonese for `zh`, for one.
          Object.assign(piece, { voice: voice.own, lang: voice.own.lang, rate, pitch, volume });
          const said = await speakPiece(piece, {
            synthesis,
            clock,
            signal: stop,
            onStart: () => {
              if (!started) onStart?.();
              started = true;
            },
            onWord: (word, length) => onWord?.(at + word, length),
          });
          if (said.ok || said.error.kind !== 'voice-gone') return said;
          gone.add(voice.voice.id);
          forget();
        }
      };
      for (const { text, at } of cutSentences(utterance.text, language)) {
        const said = await say(text, at);
        if (!said.ok) return said;
      }
      return ok(undefined);
    },
    dispose: () => {
      current?.abort();
      synthesis?.removeEventListener('voiceschanged', forget);
    },
  };
}
