import type { LanguageTag } from '../../shared/language.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Heard, HeardWord } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import { cleanText } from './clean-text.ts';
import { isWrongLanguage } from './is-wrong-language.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];

/** JSON as an object; undefined for all else. */
export function parseFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const part = (name: string, value: unknown, most = Number.POSITIVE_INFINITY) =>
  typeof value === 'number' && value >= 0 && value <= most ? { [name]: value } : {};

/** Words as OpenAI's `verbose_json`, faster-whisper or vosk name their parts. */
export function readWords(value: unknown, language: LanguageTag): readonly HeardWord[] {
  return listOf(value).flatMap((word) => {
    const text = typeof word['word'] === 'string' ? cleanText(word['word'], language) : '';
    return text
      ? {
          text,
          ...part('confidence', word['probability'] ?? word['conf'], 1),
          ...part('from', word['start']),
          ...part('to', word['end']),
        }
      : [];
  });
}

/** The mean of what is told of the words, else what the segments say of themselves; 0 to 1. */
function confidenceOf(
  words: readonly HeardWord[],
  segments: readonly Fields[],
): number | undefined {
  const told = words.flatMap(({ confidence }) => confidence ?? []);
  const logs = segments.flatMap(({ avg_logprob: log }) =>
    typeof log === 'number' && log <= 0 ? Math.exp(log) : [],
  );
  const numbers = told.length > 0 ? told : logs;
  return numbers.length > 0
    ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length
    : undefined;
}

/**
 * The answer to `POST /v1/audio/transcriptions`, `json` or `verbose_json`, from whatever server.
 * @returns `bad-answer` if it is none, `wrong-language` if it is in another
 */
export function readTranscription(body: string, language: LanguageTag): Result<Heard, SpeechError> {
  const fields = parseFields(body);
  if (typeof fields?.['text'] !== 'string') return err({ kind: 'bad-answer' });
  const text = cleanText(fields['text'], language);
  const named = typeof fields['language'] === 'string' ? fields['language'] : undefined;
  if (isWrongLanguage(language, text, named)) return err({ kind: 'wrong-language' });
  const segments = listOf(fields['segments']);
  const given = readWords(fields['words'], language);
  const words =
    given.length > 0 ? given : segments.flatMap((each) => readWords(each['words'], language));
  const confidence = confidenceOf(words, segments);
  return ok({
    text,
    words,
    alternatives: [],
    ...(confidence !== undefined && { confidence }),
    ...(named && { language }),
  });
}
