import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import { unwanted } from '../../shared/unwanted.ts';

/** What a box may send at most in one go, in code units. */
const longest = 65_536;

/**
 * A box's words as text that can be shown: one line, nothing in it that is not a character, no
 * spaces between Chinese words (which some engines put there). Markup stays what it is: text.
 */
export function cleanText(text: string, language: LanguageTag): string {
  const plain = text.slice(0, longest).replace(/\s+/g, ' ').replace(unwanted, '').trim();
  return primaryLanguage(language) === 'zh'
    ? plain.replace(/(?<=\p{scx=Han}) (?=\p{scx=Han})/gu, '')
    : plain;
}
