import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { type CheckRules, checkRules } from './check-rules.ts';
import { createActDetector, type DetectActs } from './create-act-detector.ts';

/** What judges an agent's words: first needed when a first reply is there. */
export interface Judge {
  readonly detect: DetectActs;
  readonly checkRules: CheckRules;
  /** Fetches what else it takes to judge this text; rejected when it cannot be loaded. */
  prepare(text: string): Promise<void>;
}

const fetchEnglish = async () => (await import('./acts/load-english.ts')).loadEnglish();
const fetchChinese = async () => (await import('./acts/load-chinese.ts')).loadChinese();

/**
 * Makes the judge with what was learnt of the run's own language. A Chinese desk mixes in English,
 * an English one hardly ever Chinese, so English is fetched for a Chinese run as soon as somebody
 * writes a Latin letter: until then it would find nothing.
 */
export async function createJudge(language: LanguageTag): Promise<Judge> {
  const isChinese = primaryLanguage(language) === 'zh';
  let models: Parameters<typeof createActDetector>[0] = isChinese
    ? { chinese: await fetchChinese() }
    : { english: await fetchEnglish() };
  let detect = createActDetector(models);
  return {
    checkRules,
    detect: (text, spoken) => detect(text, spoken),
    prepare: async (text) => {
      if (models.english || !/[a-z]/i.test(text)) return;
      models = { ...models, english: await fetchEnglish() };
      detect = createActDetector(models);
    },
  };
}
