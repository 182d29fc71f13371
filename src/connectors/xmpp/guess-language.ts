import type { LanguageTag } from '../../shared/language.ts';
import type { WireMessage } from './wire-event.ts';

/**
 * The language that a customer writes in, as far as the script shows it: few programs send
 * `xml:lang`, and a screen reader needs to know Chinese from the rest.
 * @param fallback what text in Latin or any other letters counts as
 */
export function guessLanguage(text: string, fallback: LanguageTag): LanguageTag {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /^zh\b/.test(fallback) && /\p{Script=Latin}/u.test(text) ? 'en' : fallback;
}

/** What of a message tells its language: the name of a file does not. */
export const ownWords = ({ text, attachment }: WireMessage): string =>
  attachment ? (attachment.words ?? '') : text;
