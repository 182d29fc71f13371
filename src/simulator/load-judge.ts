import type { LanguageTag } from '../shared/language.ts';
import type { Judge } from './create-judge.ts';

/** Loads the judge for runs in this language. Rejected when something cannot be loaded. */
export const loadJudge = async (language: LanguageTag): Promise<Judge> =>
  (await import('./create-judge.ts')).createJudge(language);
