import { joinParts } from '../domain/join-parts.ts';
import { describeReadability, loadIsCommon, readability } from '../english/readability.ts';
import { describeSlip } from '../english/slips/describe-slip.ts';
import { findSlips, type Slip } from '../english/slips/find-slips.ts';
import { createTranslator } from '../i18n/create-translator.ts';
import type { InterfaceLanguage } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';

/** Advice on a draft. */
export interface DraftAdvice {
  readonly slips: readonly Slip[];
  /** How easily it is read, in sentences; empty where it is easy. */
  readonly hints: readonly string[];
  /** All of it in words. */
  readonly spoken: string;
}

/** Fetches the sentences that explain slips, 2 kB which only advice needs. */
export async function loadExplanations(language: InterfaceLanguage): Promise<Translate> {
  const { default: sections } =
    language === 'zh-CN'
      ? await import('../../locales/zh-CN.json?slips')
      : await import('../../locales/en.json?slips');
  return createTranslator(language, sections);
}

/**
 * Finds what might be written better. Rejected if the list of common words cannot be fetched.
 * @param explain knows the section `slips`, where `t` does not
 */
export async function advise(draft: string, t: Translate, explain = t): Promise<DraftAdvice> {
  const isCommon = await loadIsCommon();
  const slips = findSlips(draft);
  const hints = describeReadability(readability(draft, isCommon), t);
  const count = slips.length + hints.length;
  const sentences = [
    count ? t('advice.count', { count }) : t('advice.none'),
    ...slips.map((slip) => describeSlip(slip, t, explain)),
    ...hints,
  ];
  return { slips, hints, spoken: joinParts(sentences, t) };
}
