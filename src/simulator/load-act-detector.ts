import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { createActDetector, type DetectActs } from './create-act-detector.ts';

/**
 * Loads the cues that a run in this language needs: a Chinese desk mixes in English, an English
 * one hardly ever Chinese. Rejected when they cannot be loaded.
 */
export async function loadActDetector(language: LanguageTag): Promise<DetectActs> {
  const isChinese = primaryLanguage(language) === 'zh';
  const [english, chinese] = await Promise.all([
    import('./english-cues.ts'),
    isChinese ? import('./chinese-cues.ts') : undefined,
  ]);
  return createActDetector({
    english: english.englishCues,
    ...(chinese ? { chinese: chinese.chineseCues } : {}),
  });
}
