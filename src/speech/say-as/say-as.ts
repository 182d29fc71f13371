import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import { amountRules } from './amount-rules.ts';
import { applyRules, type SayRule } from './apply-rules.ts';
import { chineseYearRules, dateRules, englishYearRules } from './date-rules.ts';
import { linkRules } from './link-rules.ts';
import { measureRules, numberRules } from './number-rules.ts';
import { privateRules } from './private-rules.ts';
import { chineseWords, englishWords } from './spoken-words.ts';

/** What may be said aloud. */
export interface SayAsOptions {
  /** Say card and identity numbers in full; else they are only named, with their last four digits. */
  readonly sayPrivate: boolean;
}

const rulesOf = (isChinese: boolean, sayPrivate: boolean): readonly SayRule[] => {
  const words = isChinese ? chineseWords : englishWords;
  return [
    ...linkRules(words),
    ...privateRules(words, sayPrivate),
    ...measureRules(words, isChinese ? 'chinese' : 'english'),
    ...amountRules(words),
    ...dateRules(words),
    ...(isChinese ? chineseYearRules : englishYearRules),
    ...numberRules(words),
  ];
};
// Made once: compiling the patterns costs more than a message does.
const rules = {
  chinese: { named: rulesOf(true, false), aloud: rulesOf(true, true) },
  other: { named: rulesOf(false, false), aloud: rulesOf(false, true) },
} as const;

/**
 * Puts a message into the words that a voice should say, so that what it names can be typed from
 * hearing: order and phone numbers digit by digit and in groups, sums with their unit, dates with
 * the month's name, a link as its host.
 * @param language of the run: Chinese is put in Chinese words, everything else in English ones
 */
export function sayAs(text: string, language: LanguageTag, options: SayAsOptions): string {
  // Full-width digits are what a Chinese input method leaves behind.
  const plain = text.replaceAll(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
  const own = primaryLanguage(language) === 'zh' ? rules.chinese : rules.other;
  return applyRules(plain, options.sayPrivate ? own.aloud : own.named);
}
