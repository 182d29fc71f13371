import { checkRules } from '../../src/simulator/check-rules.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import type { Judge } from '../../src/simulator/load-judge.ts';

/** The judge of both languages, already there: a clock that a test moves waits for no download. */
export const judge: Judge = { detect: detectActs, checkRules };
