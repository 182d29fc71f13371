import type { Recording } from './recording.ts';
import type { RunReport, Verdict } from './run-report.ts';

/** How much help there is while one practises. */
export const practiceModes = ['coach', 'practice', 'exam'] as const;

/** One of {@link practiceModes}: hints on request, none, or none in an exam that counts. */
export type PracticeMode = (typeof practiceModes)[number];

/** What a part of the rubric came to: points of what could be had, and points a mentor may add. */
export interface DimensionScore {
  readonly dimension: string;
  readonly of: number;
  readonly points: number;
  readonly open: number;
}

/** A mentor's word on one turn, or a verdict on one rule. */
export interface MentorComment {
  /** Where in the report's `turns`; without it and `rule` the comment is about the whole run. */
  readonly turn?: number;
  /** Where in the report's `rules`. */
  readonly rule?: number;
  readonly text: string;
  /** The same in the mentor's own voice. */
  readonly voice?: Recording;
  /** What the mentor made of a turn or a rule that needed review. */
  readonly verdict?: Verdict;
}

/** A practice run as it is kept and as it travels in a file: what happened, and how it was judged. */
export interface RunRecord {
  readonly id: string;
  readonly mode: PracticeMode;
  readonly report: RunReport;
  /** Of 100. */
  readonly points: number;
  /** Of 100: what a mentor may still add. */
  readonly open: number;
  readonly verdict: Verdict;
  readonly dimensions: readonly DimensionScore[];
  /** What failed it at once, by kind (`Critical` in simulator/assess-run.ts). */
  readonly criticals: readonly string[];
  readonly rubricVersion: number;
  /** A mentor's words, once it has been looked at. */
  readonly comments: readonly MentorComment[];
}
