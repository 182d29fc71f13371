import type { Clock } from '../../shared/clock.ts';
import type { ListenOptions } from '../recognizer.ts';
import type { SpeechErrorKind } from '../speech-error.ts';
import type { BrowserRecognition, BrowserResultEvent } from './browser-recognition.ts';
import { kindOfError } from './recognition-errors.ts';

/** Milliseconds from asking to the open microphone; the agent may be reading the browser's question. */
const toStart = 60_000;
/** Milliseconds in which somebody speaks and nothing is understood. */
const toUnderstand = 20_000;
/** Milliseconds for the last words after the end was asked for. */
const toFinish = 5000;

/** How a session ended: by itself or as asked, without phrases, or by an error. */
export type SessionEnd = 'ended' | 'phrases-not-supported' | SpeechErrorKind;

type Wants = Pick<ListenOptions, 'signal' | 'track' | 'until' | 'onOpen' | 'onPartial' | 'onHeard'>;

const readings = (result: ArrayLike<{ readonly transcript: string }>) =>
  Array.from(result, ({ transcript }) => transcript.trim()).filter(Boolean);

/**
 * Runs one session of a browser's recogniser. Settles once, on `error` without `end` as on `end`
 * without `error`, and by a watchdog on neither. What was only guessed when it ends counts as heard.
 */
export function runSession(
  recognition: BrowserRecognition,
  clock: Clock,
  { signal, track, until, onOpen, onPartial, onHeard }: Wants,
): Promise<SessionEnd> {
  return new Promise((resolve) => {
    let isOver = false;
    let hasStarted = false;
    let guess = '';
    let cancel = () => {};
    const watch = (ms: number, end: SessionEnd) => {
      cancel();
      cancel = clock.after(ms, () => settle(end));
    };
    const settle = (end: SessionEnd) => {
      if (isOver) return;
      isOver = true;
      cancel();
      signal.removeEventListener('abort', abort);
      Object.assign(recognition, { onstart: null, onresult: null, onerror: null, onend: null });
      Object.assign(recognition, { onspeechstart: null, onspeechend: null });
      try {
        recognition.abort();
      } catch {
        // It never was anything.
      }
      if (guess && end !== 'aborted') onHeard({ text: guess, words: [], alternatives: [] });
      resolve(end);
    };
    const abort = () => settle('aborted');
    const finish = () => {
      if (isOver) return;
      if (!hasStarted) return settle('ended');
      watch(toFinish, 'ended');
      recognition.stop();
    };
    const take = ({ resultIndex, results }: BrowserResultEvent) => {
      cancel();
      guess = '';
      for (const result of Array.from(results).slice(resultIndex)) {
        const [text = '', ...alternatives] = readings(result);
        if (!result.isFinal) guess = `${guess} ${text}`.trim();
        else if (text) {
          const confidence = result[0]?.confidence;
          onHeard({ text, words: [], alternatives, ...(confidence && { confidence }) });
        }
      }
      onPartial?.(guess);
    };

    recognition.onstart = () => {
      hasStarted = true;
      cancel();
      onOpen?.();
    };
    recognition.onspeechstart = () => watch(toUnderstand, 'engine-silent');
    recognition.onspeechend = () => cancel();
    recognition.onresult = take;
    recognition.onerror = ({ error }) => {
      settle(error === 'phrases-not-supported' ? error : kindOfError(error));
    };
    recognition.onend = () => settle('ended');
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    watch(toStart, 'engine-silent');
    try {
      if (track) recognition.start(track);
      else recognition.start();
    } catch {
      return settle('failed');
    }
    void until?.then(finish);
    return undefined;
  });
}
