import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SpeechError, SpeechErrorKind } from '../speech-error.ts';

/** Milliseconds until the first sound of a piece, or the engine is taken for silent. */
const startsWithin = 6000;
/** Milliseconds that a piece may take beyond what its length explains. */
const grace = 10_000;
const perLetter = 150;
const perHan = 600;

/** Milliseconds in which a text must have been said: some three times what a slow voice takes. */
export const endsWithin = (text: string, rate: number): number => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return grace + (han * perHan + (text.length - han) * perLetter) / Math.min(rate, 1.5);
};

const kinds: Readonly<Partial<Record<SpeechSynthesisErrorCode, SpeechErrorKind>>> = {
  canceled: 'aborted',
  interrupted: 'aborted',
  'not-allowed': 'needs-gesture',
  network: 'network',
  'synthesis-unavailable': 'no-voice',
  'language-unavailable': 'language-not-supported',
  'voice-unavailable': 'voice-gone',
  'text-too-long': 'too-long',
};

/** What a piece needs. */
export interface PieceOptions {
  readonly synthesis: SpeechSynthesis;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  onStart(): void;
  onWord(at: number, length: number): void;
}

/**
 * Has the browser say one utterance, and settles once: at `end` or `error`, at the signal, or when
 * the watchdog finds that nothing began or nothing ended. Never `pause()`: it hung
 * speech-dispatcher for every program, and cancels on Android.
 */
export function speakPiece(
  utterance: SpeechSynthesisUtterance,
  { synthesis, clock, signal, onStart, onWord }: PieceOptions,
): Promise<Result<void, SpeechError>> {
  if (signal.aborted) return Promise.resolve(err({ kind: 'aborted' }));
  return new Promise((resolve) => {
    let stopWatch: (() => void) | undefined;
    const settle = (result: Result<void, SpeechError>) => {
      stopWatch?.();
      signal.removeEventListener('abort', onAbort);
      for (const type of ['start', 'end', 'error', 'boundary'] as const) {
        utterance[`on${type}`] = null;
      }
      resolve(result);
    };
    const giveUp = (kind: SpeechErrorKind) => {
      settle(err({ kind }));
      synthesis.cancel();
    };
    const onAbort = () => giveUp('aborted');
    const watch = (ms: number) => {
      stopWatch?.();
      // The utterance is held by this, too: Chromium forgets one that nobody holds, and its `end`.
      stopWatch = clock.after(ms, () => giveUp('engine-silent'));
    };
    const whole = endsWithin(utterance.text, utterance.rate);
    utterance.onstart = () => {
      watch(whole);
      onStart();
    };
    utterance.onboundary = (event) => {
      watch(whole);
      if (event.name === 'word') onWord(event.charIndex, event.charLength ?? 0);
    };
    utterance.onend = () => settle(ok(undefined));
    utterance.onerror = ({ error }) => settle(err({ kind: kinds[error] ?? 'failed' }));
    signal.addEventListener('abort', onAbort);
    watch(startsWithin);
    synthesis.speak(utterance);
  });
}
