import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';

/** `english`, `en` or `en-US` → `en`. Boxes name languages in either way. */
function tagOf(named: string): string {
  const name = named.trim().toLowerCase();
  if (/^[a-z]{2,3}([-_]|$)/.test(name)) return primaryLanguage(name.replace('_', '-'));
  if (name === 'chinese' || name === 'mandarin') return 'zh';
  return name;
}

/** `en` → `english`; undefined for what is no language. */
const englishName = (tag: string): string | undefined =>
  /^[a-z]{2,3}$/.test(tag)
    ? new Intl.DisplayNames('en', { type: 'language' }).of(tag)?.toLowerCase()
    : undefined;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Whether a box heard another language than was asked for: it says so, or the script does. A few
 * foreign words are none of it: names of products are Latin in Chinese too.
 * @param named the language that the box says it heard, if it says
 */
export function isWrongLanguage(asked: LanguageTag, text: string, named?: string): boolean {
  const wanted = primaryLanguage(asked);
  if (named) {
    const tag = tagOf(named);
    if (tag !== wanted && tag !== englishName(wanted)) return true;
  }
  const han = count(text, /\p{scx=Han}/gu);
  const latin = count(text, /\p{scx=Latin}+/gu);
  return wanted === 'zh' ? han === 0 && latin >= 3 : wanted === 'en' && han > latin;
}
