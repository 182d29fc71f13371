import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import type { Scenario } from '../../simulator/scenario.ts';

/** A built-in scenario as far as it is known without its text; its title is in the locale. */
export interface ScenarioEntry {
  readonly id: string;
  /** 1 is the easiest. */
  readonly level: number;
  /** How many customers come. */
  readonly chats: number;
}

const entry = (id: string, level: number, chats = 1): ScenarioEntry => ({ id, level, chats });

/** The built-in scenarios, easiest first, each in English and Chinese. A test holds them against their texts. */
export const scenarios: readonly ScenarioEntry[] = [
  entry('first-hello', 1),
  entry('late-parcel', 1),
  entry('refund', 1),
  entry('elderly', 2),
  entry('picture', 2),
  entry('voice-note', 2),
  entry('account-locked', 2),
  entry('privacy-request', 2),
  entry('double-charge', 2),
  entry('deaf-customer', 2),
  entry('fraud-call', 3),
  entry('cross-border', 3),
  entry('scam', 3),
  entry('says-no', 3),
  entry('rush', 3, 3),
  entry('rush-four', 4, 4),
];

// Only what a newcomer begins with: the list of all the other files would weigh half a kilobyte.
const firstInEnglish = import.meta.glob<Scenario>('./scenarios/{first-hello,late-parcel}.txt', {
  query: '?scenario=en',
  import: 'default',
});
const firstInChinese = import.meta.glob<Scenario>('./scenarios/{first-hello,late-parcel}.txt', {
  query: '?scenario=zh',
  import: 'default',
});

/**
 * Loads a built-in scenario with the lines of one language; its text was read when the app was
 * built (scripts/vite). The promise is rejected when it cannot be fetched. An id that is not built
 * in is a bug and throws.
 */
export async function loadScenario(id: string, language: LanguageTag): Promise<Scenario> {
  const isChinese = primaryLanguage(language) === 'zh';
  const file = `./scenarios/${id}.txt`;
  const load =
    (isChinese ? firstInChinese : firstInEnglish)[file] ??
    (await import('./scenario-files.ts'))[isChinese ? 'inChinese' : 'inEnglish'][file];
  const scenario = await load?.();
  if (!scenario) throw new Error(`There is no scenario "${id}".`);
  return scenario;
}
