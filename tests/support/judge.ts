import { checkRules } from '../../src/simulator/check-rules.ts';
import type { Judge } from '../../src/simulator/create-judge.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';

/** The judge of both languages, already there: a clock that a test moves waits for no download. */
export const judge: Judge = {
  detect: detectActs,
  checkRules,
  prepare: async () => undefined,
};
