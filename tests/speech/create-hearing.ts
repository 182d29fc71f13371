import type { Result } from '../../src/shared/result.ts';
import type { Heard, ListenOptions, Recognizer } from '../../src/speech/recognizer.ts';
import type { SpeechError } from '../../src/speech/speech-error.ts';

/** A recogniser whose words the test says. */
export function createHearing(id: string) {
  let current:
    | { options: ListenOptions; settle(result: Result<void, SpeechError>): void }
    | undefined;
  let sessions = 0;
  const engine: Recognizer = {
    id,
    place: 'device',
    can: { streaming: true, track: false, recording: false, phrases: true, closed: false },
    availability: async () => ({ kind: 'ready' }),
    listen: (options) =>
      new Promise((resolve) => {
        sessions += 1;
        const settle = (result: Result<void, SpeechError>) => {
          current = undefined;
          resolve(result);
        };
        current = { options, settle };
        options.signal.addEventListener('abort', () =>
          settle({ ok: false, error: { kind: 'aborted' } }),
        );
        options.until?.then(() => settle({ ok: true, value: undefined }));
        options.onOpen?.();
      }),
    dispose: () => {},
  };
  return {
    engine,
    sessions: () => sessions,
    /** What the desk asked of it, also to go on talking after the end. */
    listening: () => current?.options,
    isListening: () => current !== undefined,
    phrases: () => current?.options.phrases,
    partial: (text: string) => current?.options.onPartial?.(text),
    hear: (text: string, more: Partial<Heard> = {}) =>
      current?.options.onHeard({ text, words: [], alternatives: [], ...more }),
    fail: (kind: SpeechError['kind']) => current?.settle({ ok: false, error: { kind } }),
  };
}
