import type { LanguageTag } from '../../shared/language.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Heard } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import { cleanText } from './clean-text.ts';
import { isWrongLanguage } from './is-wrong-language.ts';
import { parseFields, readWords } from './read-transcription.ts';

/** One answer of vosk-server: what it may be so far, or what it is. */
export type LiveAnswer =
  | { readonly kind: 'partial'; readonly text: string }
  | { readonly kind: 'heard'; readonly heard: Heard };

/** The other readings, where `max_alternatives` made the server send a list. */
const readingsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).flatMap((each: unknown) => {
    const text = (each as { text?: unknown } | null)?.text;
    return typeof text === 'string' ? text : [];
  });

/**
 * Reads what vosk-server sends, a JSON a message.
 * @returns `bad-answer` if it is none, `wrong-language` if its script is another
 */
export function readLiveAnswer(
  data: unknown,
  language: LanguageTag,
): Result<LiveAnswer, SpeechError> {
  const fields = typeof data === 'string' ? parseFields(data) : undefined;
  if (!fields) return err({ kind: 'bad-answer' });
  if (typeof fields['partial'] === 'string') {
    return ok({ kind: 'partial', text: cleanText(fields['partial'], language) });
  }
  const [first, ...others] = readingsOf(fields['alternatives']);
  const given = fields['text'] ?? first;
  if (typeof given !== 'string') return err({ kind: 'bad-answer' });
  const text = cleanText(given, language);
  if (isWrongLanguage(language, text)) return err({ kind: 'wrong-language' });
  const words = readWords(fields['result'], language);
  const told = words.flatMap(({ confidence }) => confidence ?? []);
  const heard = {
    text,
    words,
    alternatives: others.map((each) => cleanText(each, language)),
    ...(told.length > 0 && { confidence: told.reduce((sum, one) => sum + one, 0) / told.length }),
  };
  return ok({ kind: 'heard', heard });
}
