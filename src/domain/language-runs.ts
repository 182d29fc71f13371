import { type LanguageTag, primaryLanguage } from '../shared/language.ts';

/** A stretch of text in one language. */
export interface LanguageRun {
  readonly text: string;
  readonly language: LanguageTag;
}

const han = /\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef\s]*/gu;
const latinWords =
  /\p{Script=Latin}[\p{Script=Latin}'’.,!?-]*(?:\s+\p{Script=Latin}[\p{Script=Latin}'’.,!?-]*)+/gu;

/**
 * Cuts a message into runs by script: Han inside another language is Chinese; two or more Latin
 * words inside Chinese are English. A single Latin word ("VIP", an order number) stays where it is,
 * because a change of voice costs more than it gives.
 */
export function languageRuns(text: string, language: LanguageTag): readonly LanguageRun[] {
  const isChinese = primaryLanguage(language) === 'zh';
  const other = isChinese ? 'en' : 'zh-CN';
  const runs: LanguageRun[] = [];
  let end = 0;
  for (const match of text.matchAll(isChinese ? latinWords : han)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), language });
    runs.push({ text: match[0], language: other });
    end = match.index + match[0].length;
  }
  if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end), language });
  return runs;
}
