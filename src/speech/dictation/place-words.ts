import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';

const hasSpaces = (language: LanguageTag) =>
  !['zh', 'ja', 'th'].includes(primaryLanguage(language));

/**
 * Fits dictated words in between what is there: a space where two words would touch, none before a
 * mark or beside Chinese, a capital at the beginning of a sentence where the language has them.
 * @param before the text in front of the caret
 * @param after the text behind it
 */
export function placeWords(
  words: string,
  before: string,
  after: string,
  language: LanguageTag,
): string {
  if (words === '') return '';
  const spaced = hasSpaces(language);
  const begins = spaced && /(?:^\s*|[.!?…]["”')]*\s*|\n\s*)$/u.test(before);
  const text = begins ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : words;
  const needsBefore =
    spaced && /[\p{L}\p{N}.,;:!?%)”"'…]$/u.test(before) && /^[\p{L}\p{N}$£€#(“"]/u.test(text);
  const needsAfter =
    spaced && /^[\p{L}\p{N}(“]/u.test(after) && /[\p{L}\p{N}.,;:!?%)”…]$/u.test(text);
  return `${needsBefore ? ' ' : ''}${text}${needsAfter ? ' ' : ''}`;
}
