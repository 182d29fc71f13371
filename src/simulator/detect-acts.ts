import type { FoundAct } from '../domain/run-report.ts';
import type { LanguageTag } from '../shared/language.ts';
import { chineseCues } from './chinese-cues.ts';
import { createActDetector } from './create-act-detector.ts';
import { englishCues } from './english-cues.ts';

const detect = createActDetector({ english: englishCues, chinese: chineseCues });

/**
 * Finds what an agent's words do: each act once, with the words that first showed it.
 * Offline cue lists; negated and quoted words do not count.
 * @param text an agent's reply, drafts in lower case too
 * @param language of the conversation; English and Chinese are known, either may be mixed in
 */
export const detectActs = (text: string, language: LanguageTag): readonly FoundAct[] =>
  detect(text, language);
