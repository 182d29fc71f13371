import type { Translate } from '../shared/translate.ts';
import { describeProblem } from '../simulator/describe-problem.ts';
import { isAdvice } from '../simulator/lint-scenario.ts';
import type { Problem } from '../simulator/problem.ts';

/** One finding as a sentence; advice says that it is only that. */
export const describeFinding = (problem: Problem, t: Translate): string =>
  isAdvice(problem)
    ? t('editor.isAdvice', { text: describeProblem(problem, t) })
    : describeProblem(problem, t);

/** How many findings there are: `3 errors, 1 advice.` */
export function countFindings(problems: readonly Problem[], t: Translate): string {
  const advice = problems.filter(isAdvice).length;
  const errors = problems.length - advice;
  const counts = [
    ...(errors ? [t('editor.errors', { count: errors })] : []),
    ...(advice ? [t('editor.advice', { count: advice })] : []),
  ];
  return counts.length
    ? t('editor.counts', { counts: counts.join(t('app.comma')) })
    : t('editor.clean');
}

/** The first error, else the first piece of advice: where to begin. */
export const firstFinding = (problems: readonly Problem[]): Problem | undefined =>
  problems.find((problem) => !isAdvice(problem)) ?? problems[0];

/** All that is said after a check: the counts, and the finding to begin with. */
export function sayFindings(problems: readonly Problem[], t: Translate): string {
  const first = firstFinding(problems);
  const counts = countFindings(problems, t);
  return first ? t('editor.found', { counts, first: describeFinding(first, t) }) : counts;
}
