import type { Clock } from '../shared/clock.ts';
import type { LanguageTag } from '../shared/language.ts';
import type { Recognizer } from '../speech/recognizer.ts';
import type { SpeechErrorKind } from '../speech/speech-error.ts';

/** Milliseconds that a trial listens. */
export const trialLasts = 3000;

/** What a trial gave. */
export type TrialOutcome =
  | { readonly kind: 'heard'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'error'; readonly error: SpeechErrorKind };

/**
 * Listens for three seconds, from when the microphone is open, and tells what was heard.
 * @param onOpen speak now
 */
export async function runTrial(
  recognizer: Recognizer,
  language: LanguageTag,
  clock: Clock,
  signal: AbortSignal,
  onOpen: () => void,
): Promise<TrialOutcome> {
  if (!recognizer.listen) return { kind: 'error', error: 'not-in-this-browser' };
  const heard: string[] = [];
  let stop = () => {};
  const result = await recognizer.listen({
    language,
    signal,
    until: new Promise((resolve) => {
      stop = resolve;
    }),
    onOpen: () => {
      clock.after(trialLasts, () => stop());
      onOpen();
    },
    onHeard: ({ text }) => heard.push(text),
  });
  if (!result.ok) return { kind: 'error', error: result.error.kind };
  const text = heard.join(' ').trim();
  return text ? { kind: 'heard', text } : { kind: 'nothing' };
}
