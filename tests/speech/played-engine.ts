import { primaryLanguage } from '../../src/shared/language.ts';
import { err, ok } from '../../src/shared/result.ts';
import type { Availability } from '../../src/speech/engine.ts';
import type { SpeechErrorKind } from '../../src/speech/speech-error.ts';
import type { Synthesizer, SynthesizerCan, Utterance } from '../../src/speech/synthesizer.ts';

/** A synthesizer whose every saying a test ends. */
export interface PlayedEngine extends Synthesizer {
  /** All that it was given, oldest first. */
  readonly given: readonly Utterance[];
  /** Ends what is being said: heard to its end, or failed, heard or unheard. */
  end(error?: SpeechErrorKind, heard?: boolean): void;
  /** Answers by itself from now on: says it, or fails with what is returned. */
  bySelf(fail?: (utterance: Utterance) => SpeechErrorKind | undefined): void;
  state: Availability;
}

/** Makes one that is ready for English and Chinese. */
export function createPlayedEngine(
  id: string,
  can: Partial<SynthesizerCan> = {},
  voices: readonly string[] = [],
): PlayedEngine {
  const given: Utterance[] = [];
  let finish: ((error?: SpeechErrorKind, heard?: boolean) => void) | undefined;
  let fail: ((utterance: Utterance) => SpeechErrorKind | undefined) | undefined;
  const engine: PlayedEngine = {
    id,
    place: 'device',
    can: { pcm: false, wordTiming: false, pan: false, outputDevice: false, ...can },
    given,
    state: { kind: 'ready' },
    availability: async (language) =>
      ['en', 'zh'].includes(primaryLanguage(language))
        ? engine.state
        : { kind: 'unavailable', reason: 'no-voice' },
    voices: async () =>
      voices.map((name) => ({ id: name, name, language: 'en', place: 'device' as const })),
    speak: (utterance, { signal, onStart }) =>
      new Promise((resolve) => {
        given.push(utterance);
        const abort = () => resolve(err({ kind: 'aborted' }));
        if (signal.aborted) return abort();
        signal.addEventListener('abort', abort);
        finish = (error, heard = error === undefined) => {
          if (heard) onStart?.();
          resolve(error ? err({ kind: error }) : ok(undefined));
        };
        if (!fail) return undefined;
        finish(fail(utterance));
        return undefined;
      }),
    end: (error, heard) => finish?.(error, heard),
    bySelf: (answer = () => undefined) => {
      fail = answer;
    },
    dispose: () => undefined,
  };
  return engine;
}

/** Lets promises settle. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
