import type { FoundAct } from '../domain/run-report.ts';
import type { LanguageTag } from '../shared/language.ts';
import { loadChinese } from './acts/load-chinese.ts';
import { loadEnglish } from './acts/load-english.ts';
import { createActDetector } from './create-act-detector.ts';

const detect = createActDetector({ english: loadEnglish(), chinese: loadChinese() });

/**
 * Finds what an agent's words do: each act once, with the words that showed it.
 * Offline; learnt from labelled sentences (docs/acts.md); quoted words do not count.
 * @param text an agent's reply, drafts in lower case too
 * @param language of the conversation; English and Chinese are known, either may be mixed in
 */
export const detectActs = (text: string, language: LanguageTag): readonly FoundAct[] =>
  detect(text, language);
