import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ListenOptions } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import type { BrowserRecognition } from './browser-recognition.ts';
import { runSession } from './run-session.ts';

/** Milliseconds without a word after which nobody is taken to be speaking. */
const silence = 60_000;
/** A session that ends sooner than this (milliseconds), so many times over, is no session. */
const tooShort = 1000;
const tooOften = 3;

/**
 * Listens until told to stop. A browser ends its sessions by itself, at a pause or after a minute;
 * then the next one begins. Phrases are left out once the browser says that it does not take them.
 * @param create makes a recogniser, one for each session
 */
export async function keepListening(
  create: (phrases: readonly string[]) => BrowserRecognition,
  clock: Clock,
  options: ListenOptions,
): Promise<Result<void, SpeechError>> {
  let phrases = options.phrases ?? [];
  let isDone = false;
  let isOpen = false;
  let lastWord = clock.now();
  let shortOnes = 0;
  void options.until?.then(() => {
    isDone = true;
  });
  const session = {
    ...options,
    onOpen: () => {
      if (!isOpen) options.onOpen?.();
      isOpen = true;
    },
    onHeard: (heard: Parameters<ListenOptions['onHeard']>[0]) => {
      lastWord = clock.now();
      options.onHeard(heard);
    },
  };
  for (;;) {
    const begun = clock.now();
    let recognition: BrowserRecognition;
    try {
      recognition = create(phrases);
    } catch {
      return err({ kind: 'failed' });
    }
    const end = await runSession(recognition, clock, session);
    if (end === 'phrases-not-supported') {
      if (phrases.length === 0) return err({ kind: 'failed' });
      phrases = [];
      continue;
    }
    if (end !== 'ended' && end !== 'no-speech') return err({ kind: end });
    if (isDone) return ok(undefined);
    if (clock.now() - lastWord > silence) return err({ kind: 'no-speech' });
    shortOnes = clock.now() - begun < tooShort ? shortOnes + 1 : 0;
    if (shortOnes >= tooOften) return err({ kind: 'engine-silent' });
  }
}
