import type { MentorComment } from './run-record.ts';
import type { RunReport, Verdict } from './run-report.ts';

/** A report in which a mentor's verdict, the last one given, stands where a turn or a rule needed review. */
export function withMentorVerdicts(
  report: RunReport,
  comments: readonly MentorComment[],
): RunReport {
  const judged = <T extends { readonly verdict: Verdict }>(place: 'turn' | 'rule') => {
    return (item: T, index: number): T => {
      const verdict = comments.findLast((each) => each[place] === index && each.verdict)?.verdict;
      return item.verdict === 'needs-review' && verdict ? { ...item, verdict } : item;
    };
  };
  return {
    ...report,
    turns: report.turns.map(judged('turn')),
    rules: report.rules.map(judged('rule')),
  };
}
