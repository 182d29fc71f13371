import type { RunRecord } from '../domain/run-record.ts';
import { primaryLanguage } from '../shared/language.ts';
import { type ExamSet, examSets } from './exam-set.ts';

/** One try at a scenario of an exam. */
export interface Attempt {
  readonly run: RunRecord;
  /** `2026-11-22`, in UTC. Never a time of day, nor how long it took. */
  readonly day: string;
  readonly passed: boolean;
}

/** How far one is with a scenario. */
export interface ScenarioProgress {
  readonly id: string;
  /** The oldest first. */
  readonly attempts: readonly Attempt[];
  /** The passed one with the most points. */
  readonly best: Attempt | undefined;
  readonly triesLeft: number;
}

/** How far one is with an exam set in one language. */
export interface ExamProgress {
  readonly set: ExamSet;
  readonly language: string;
  readonly rubricVersion: number;
  readonly scenarios: readonly ScenarioProgress[];
  readonly passed: boolean;
}

interface ProgressOptions {
  readonly language: string;
  /** Runs that were judged by another rubric do not count. */
  readonly rubricVersion: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

const day = 24 * 60 * 60_000;

/** How far the exams among these runs go in a set. */
export function examProgress(
  set: ExamSet,
  runs: readonly RunRecord[],
  { language, rubricVersion, now }: ProgressOptions,
): ExamProgress {
  const exams = runs.filter(
    (run) =>
      run.mode === 'exam' &&
      run.rubricVersion === rubricVersion &&
      primaryLanguage(run.report.language) === language,
  );
  const scenarios = set.scenarios.map((id): ScenarioProgress => {
    const mine = exams
      .filter(({ report }) => report.scenarioId === id)
      .sort((one, other) => one.report.startedAt - other.report.startedAt);
    const triesBefore = (at: number) =>
      mine.filter(({ report: { startedAt } }) => startedAt < at && startedAt > at - set.days * day)
        .length;
    const attempts = mine.map((run) => ({
      run,
      day: new Date(run.report.startedAt).toISOString().slice(0, 10),
      passed:
        run.points >= set.pass &&
        run.criticals.length === 0 &&
        triesBefore(run.report.startedAt) < set.tries,
    }));
    const [best] = attempts
      .filter(({ passed }) => passed)
      .sort((one, other) => other.run.points - one.run.points);
    return { id, attempts, best, triesLeft: Math.max(0, set.tries - triesBefore(now)) };
  });
  return {
    ...{ set, language, rubricVersion, scenarios },
    passed: scenarios.every(({ best }) => best !== undefined),
  };
}

/** Until when a run is one of the tries at an exam: epoch milliseconds, or undefined if it never was. */
export function countsUntil({ mode, report }: RunRecord): number | undefined {
  const set = examSets.find(({ scenarios }) => scenarios.includes(report.scenarioId));
  return mode === 'exam' && set ? report.startedAt + set.days * day : undefined;
}
