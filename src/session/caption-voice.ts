import type { Caption } from '../domain/message.ts';
import type { LanguageTag } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { doubtfulWords } from '../speech/dictation/doubtful-words.ts';
import type { Recognizer } from '../speech/recognizer.ts';
import type { SpeechError } from '../speech/speech-error.ts';

/** Words that a recogniser heard in a recording. */
export interface CaptionedVoice {
  readonly text: string;
  readonly caption: Caption;
}

/** How sure a recogniser was, as it is put into words. */
export type Sureness = 'sure' | 'fairly' | 'unsure' | 'untold';

/** Puts a confidence of 0 to 1 among the words for it. */
export function surenessOf({ confidence }: Caption): Sureness {
  if (confidence === undefined) return 'untold';
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.6 ? 'fairly' : 'unsure';
}

/** The engine's own word, else the mean of what it says of each word. */
const mean = (values: readonly number[]): number | undefined =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;

/**
 * Has a recording written down by the first engine that can: the best one, and after a failure the
 * next.
 * @param engines those that are ready for the language, the best first
 * @returns the words; the last engine's failure; `no-server` if none of them takes recordings;
 *   `no-speech` if there was nothing to write down
 */
export async function captionVoice(
  recording: Blob,
  language: LanguageTag,
  engines: readonly Recognizer[],
  signal: AbortSignal,
): Promise<Result<CaptionedVoice, SpeechError>> {
  let error: SpeechError = { kind: 'no-server' };
  for (const engine of engines) {
    const heard = await engine.transcribe?.(recording, { language, signal });
    if (signal.aborted) return err({ kind: 'aborted' });
    if (heard && !heard.ok) error = heard.error;
    if (!heard?.ok) continue;
    const { value } = heard;
    const text = value.text.trim();
    if (!text) return err({ kind: 'no-speech' });
    const told = value.words.flatMap((word) => word.confidence ?? []);
    const confidence = value.confidence ?? mean(told);
    const doubtful = doubtfulWords(value);
    return ok({
      text,
      caption: {
        by: 'machine',
        engine: engine.id,
        ...(confidence !== undefined && { confidence }),
        ...(doubtful.length > 0 && { doubtful }),
      },
    });
  }
  return err(error);
}
