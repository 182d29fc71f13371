import type { DialogueAct, Verdict } from '../domain/run-report.ts';
import type { Beat, Condition } from './scenario.ts';

/** Words enough to mean something, though no act was found in them. */
const says = (reply: string): boolean =>
  reply.split(/\s+/).length >= 7 || [...reply].filter((letter) => letter > '\u2e7f').length >= 10;

/** How a reply does against what its beat hopes for. */
export interface Judgement {
  readonly condition: Extract<Condition, 'all' | 'some' | 'none'>;
  readonly missing: readonly DialogueAct[];
  readonly verdict: Verdict;
}

/**
 * Judges what has been found so far in a beat.
 * @param found all acts since the customer's words
 * @param reply the agent's words; many of them without an act are for a person to judge
 */
export function judgeTurn(
  beat: Pick<Beat, 'want' | 'anyof'>,
  found: ReadonlySet<DialogueAct>,
  reply: string,
): Judgement {
  const oneOf = beat.anyof.some((act) => found.has(act));
  const missing = [...beat.want.filter((act) => !found.has(act)), ...(oneOf ? [] : beat.anyof)];
  if (missing.length === 0) return { condition: 'all', missing, verdict: 'met' };
  const some = oneOf || beat.want.some((act) => found.has(act));
  const unclear = found.size === 0 && says(reply);
  return {
    condition: some ? 'some' : 'none',
    missing,
    verdict: unclear ? 'needs-review' : 'not-met',
  };
}
