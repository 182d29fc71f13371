import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import type { Scenario } from '../../simulator/scenario.ts';

/** A built-in scenario as far as it is known without its text. */
export interface ScenarioEntry {
  readonly id: string;
  readonly titles: { readonly en: string; readonly zh: string };
  /** 1 is the easiest. */
  readonly level: number;
  /** Primary subtags of the languages that it can be played in. */
  readonly languages: readonly string[];
  /** How many customers come. */
  readonly chats: number;
  readonly seed: number;
}

const languages = ['en', 'zh'];

/** The built-in scenarios, easiest first. A test holds them against their texts. */
export const scenarios: readonly ScenarioEntry[] = [
  {
    id: 'late-parcel',
    titles: { en: 'Parcel has not moved for three days', zh: '包裹三天没动' },
    level: 1,
    languages,
    chats: 1,
    seed: 7,
  },
  {
    id: 'double-charge',
    titles: { en: 'Charged twice', zh: '被重复扣款' },
    level: 2,
    languages,
    chats: 1,
    seed: 11,
  },
  {
    id: 'rush',
    titles: { en: 'Three at once', zh: '三个客户一起来' },
    level: 3,
    languages,
    chats: 3,
    seed: 23,
  },
];

const inEnglish = import.meta.glob<Scenario>('./scenarios/*.txt', {
  query: '?scenario=en',
  import: 'default',
});
const inChinese = import.meta.glob<Scenario>('./scenarios/*.txt', {
  query: '?scenario=zh',
  import: 'default',
});

/**
 * Loads a built-in scenario with the lines of one language; its text was read when the app was
 * built (scripts/vite). The promise is rejected when it cannot be fetched. An id that is not built
 * in is a bug and throws.
 */
export async function loadScenario(id: string, language: LanguageTag): Promise<Scenario> {
  const data = primaryLanguage(language) === 'zh' ? inChinese : inEnglish;
  const scenario = await data[`./scenarios/${id}.txt`]?.();
  if (!scenario) throw new Error(`There is no scenario "${id}".`);
  return scenario;
}
