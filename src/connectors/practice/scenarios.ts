import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import type { Scenario } from '../../simulator/scenario.ts';

/** A built-in scenario as far as it is known without its text; its title is in the locale. */
export interface ScenarioEntry {
  readonly id: string;
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
    id: 'first-hello',
    level: 1,
    languages,
    chats: 1,
    seed: 3,
  },
  {
    id: 'late-parcel',
    level: 1,
    languages,
    chats: 1,
    seed: 7,
  },
  {
    id: 'refund',
    level: 1,
    languages,
    chats: 1,
    seed: 13,
  },
  {
    id: 'elderly',
    level: 2,
    languages,
    chats: 1,
    seed: 61,
  },
  {
    id: 'picture',
    level: 2,
    languages,
    chats: 1,
    seed: 59,
  },
  {
    id: 'voice-note',
    level: 2,
    languages,
    chats: 1,
    seed: 53,
  },
  {
    id: 'account-locked',
    level: 2,
    languages,
    chats: 1,
    seed: 17,
  },
  {
    id: 'privacy-request',
    level: 2,
    languages,
    chats: 1,
    seed: 19,
  },
  {
    id: 'double-charge',
    level: 2,
    languages,
    chats: 1,
    seed: 11,
  },
  {
    id: 'deaf-customer',
    level: 2,
    languages,
    chats: 1,
    seed: 29,
  },
  {
    id: 'fraud-call',
    level: 3,
    languages,
    chats: 1,
    seed: 31,
  },
  {
    id: 'cross-border',
    level: 3,
    languages,
    chats: 1,
    seed: 37,
  },
  {
    id: 'scam',
    level: 3,
    languages,
    chats: 1,
    seed: 41,
  },
  {
    id: 'says-no',
    level: 3,
    languages,
    chats: 1,
    seed: 43,
  },
  {
    id: 'rush',
    level: 3,
    languages,
    chats: 3,
    seed: 23,
  },
  {
    id: 'rush-four',
    level: 4,
    languages,
    chats: 4,
    seed: 47,
  },
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
