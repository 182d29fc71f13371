import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { CheckRules } from './check-rules.ts';
import type { DetectActs } from './create-act-detector.ts';

/** What judges an agent's words: first needed when a first reply is there. */
export interface Judge {
  readonly detect: DetectActs;
  readonly checkRules: CheckRules;
}

/**
 * Loads the judge with the cues that a run in this language needs: a Chinese desk mixes in English,
 * an English one hardly ever Chinese. Rejected when something cannot be loaded.
 */
export async function loadJudge(language: LanguageTag): Promise<Judge> {
  const isChinese = primaryLanguage(language) === 'zh';
  const [{ checkRules }, { createActDetector }, english, chinese] = await Promise.all([
    import('./check-rules.ts'),
    import('./create-act-detector.ts'),
    import('./english-cues.ts'),
    isChinese ? import('./chinese-cues.ts') : undefined,
  ]);
  return {
    checkRules,
    detect: createActDetector({
      english: english.englishCues,
      ...(chinese ? { chinese: chinese.chineseCues } : {}),
    }),
  };
}
