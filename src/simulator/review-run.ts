import { withMentorVerdicts } from '../domain/mentor-verdicts.ts';
import type { MentorComment, RunRecord } from '../domain/run-record.ts';
import type { RunReport } from '../domain/run-report.ts';
import { assessRun } from './assess-run.ts';
import { rubric } from './rubric.ts';

/** What a run came to, without what happened in it. */
type Score = Pick<
  RunRecord,
  'points' | 'open' | 'verdict' | 'dimensions' | 'criticals' | 'rubricVersion'
>;

/**
 * Scores a run by the rubric of today, a mentor's verdicts in the place of what needed review: open
 * points become points that were had, or that were not.
 */
export function scoreRun(report: RunReport, comments: readonly MentorComment[]): Score {
  const { points, open, verdict, dimensions, criticals, rubricVersion } = assessRun(
    withMentorVerdicts(report, comments),
    rubric,
  );
  return {
    ...{ points, open, verdict, rubricVersion },
    dimensions: dimensions.map((each) => ({
      ...{ dimension: each.dimension, of: each.of, points: each.points, open: each.open },
    })),
    criticals: criticals.map(({ kind }) => kind),
  };
}

/** A run with a mentor's comments, and the score that they lead to. What happened stays as it was. */
export const reviewRun = (run: RunRecord, comments: readonly MentorComment[]): RunRecord => ({
  ...run,
  ...scoreRun(run.report, comments),
  comments,
});

/** What a comment is about: a turn, a rule, or the whole run. */
export type CommentPlace = Pick<MentorComment, 'turn' | 'rule'>;

const isAbout =
  ({ turn, rule }: CommentPlace) =>
  (comment: MentorComment) =>
    comment.turn === turn && comment.rule === rule;

/** What a mentor said of one place, as one comment. */
export function commentOn(comments: readonly MentorComment[], place: CommentPlace): MentorComment {
  const own = comments.filter(isAbout(place));
  const verdict = own.findLast((comment) => comment.verdict)?.verdict;
  const voice = own.findLast((comment) => comment.voice)?.voice;
  return {
    ...place,
    text: own.flatMap(({ text }) => text || []).join('\n'),
    ...(verdict && { verdict }),
    ...(voice && { voice }),
  };
}

/** Puts a comment in the place of all that was said of the same; one that says nothing is left out. */
export function withComment(
  comments: readonly MentorComment[],
  comment: MentorComment,
): readonly MentorComment[] {
  const isSame = isAbout(comment);
  const others = comments.filter((each) => !isSame(each));
  return comment.text.trim() || comment.verdict || comment.voice ? [...others, comment] : others;
}
