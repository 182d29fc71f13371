import type { DialogueAct, RunReport, TurnReport, Verdict } from '../domain/run-report.ts';
import { primaryLanguage } from '../shared/language.ts';
import { type Dimension, dimensions, type Rubric } from './rubric.ts';
import { withoutQuotes } from './without-quotes.ts';

/** What one thing that was looked at came to. */
export interface Check {
  readonly verdict: Verdict;
  /** Where in the report's `turns`; left out where it is about the whole run. */
  readonly turn?: number;
}

/** What a dimension came to. */
export interface DimensionResult {
  readonly dimension: Dimension;
  /** Points that can be had: the rubric's, shared out anew where nothing of a dimension was asked. */
  readonly of: number;
  /** Points that are sure. */
  readonly points: number;
  /** Points that wait for a person's judgement. */
  readonly open: number;
  readonly checks: readonly Check[];
}

/** What fails a run, whatever its points. */
export interface Critical {
  readonly kind: 'private' | 'never' | 'no-verification' | 'insult' | 'false-statement';
  readonly words: string;
  readonly turn?: number;
}

/** How a run did. Times and accommodations are no part of it. */
export interface Assessment {
  /** Only what was asked of the agent in this run. */
  readonly dimensions: readonly DimensionResult[];
  readonly criticals: readonly Critical[];
  /** Of 100, whole. */
  readonly points: number;
  /** Of 100, whole: what a mentor may still add. */
  readonly open: number;
  /** `needs-review` where a mentor's judgement decides. */
  readonly verdict: Verdict;
  readonly rubricVersion: number;
}

type Look = (report: RunReport, rubric: Rubric) => readonly Check[];

const fromTurns = (dimension: Dimension): Look => {
  return ({ turns }, { acts }) => {
    const mine: readonly DialogueAct[] = acts[dimension] ?? [];
    return turns.flatMap((turn, index) => {
      if (!turn.expected.some((act) => mine.includes(act))) return [];
      const lacks = turn.missing.some((act) => mine.includes(act));
      return { verdict: lacks ? turn.verdict : ('met' as const), turn: index };
    });
  };
};

const rules: Look = ({ rules: kept }) =>
  kept
    .filter(({ kind }) => kind === 'must' || kind === 'fact')
    .map(({ verdict, turn }) => ({ verdict, ...(turn === undefined ? {} : { turn }) }));

/** Whether the agent ended a conversation early, and was free to: after a warning, say. */
export const hasEndedRightly = (
  { rules: kept, turns }: RunReport,
  conversationId: string,
): boolean =>
  kept.some(
    ({ kind, verdict, turn = -1 }) =>
      kind === 'may' && verdict === 'met' && turns[turn]?.conversationId === conversationId,
  );

/** Shouting: five letters in a row, and no small one anywhere; in Chinese that is a number or a name. */
const shouts = (text: string): boolean =>
  /[A-Z]{5}/.test(text) && !/[a-z]|\p{Script=Han}/u.test(text);

const isClear = ({ reply, language }: TurnReport, { longest }: Rubric): boolean => {
  const most = longest[primaryLanguage(language)] ?? longest['en'] ?? Number.POSITIVE_INFINITY;
  return reply.length <= most && !shouts(reply);
};

const looks: Readonly<Record<Dimension, Look>> = {
  resolution: (report) =>
    report.conversations.map(({ outcome, conversationId }) => {
      const isDone = outcome === 'solved' || hasEndedRightly(report, conversationId);
      return { verdict: isDone ? 'met' : 'not-met' };
    }),
  order: (report, rubric) => [...rules(report, rubric), ...fromTurns('order')(report, rubric)],
  understanding: fromTurns('understanding'),
  empathy: fromTurns('empathy'),
  clarity: ({ turns }, rubric) =>
    turns.map((turn, index) => ({
      // Silence is not clear either.
      verdict: turn.reply !== '' && isClear(turn, rubric) ? 'met' : 'not-met',
      turn: index,
    })),
  closing: fromTurns('closing'),
};

const share = (checks: readonly Check[], verdict: Verdict): number =>
  checks.filter((check) => check.verdict === verdict).length / checks.length;

function findCriticals({ rules: kept, turns }: RunReport, { insults }: Rubric): Critical[] {
  const broken = kept.flatMap(({ kind, verdict, acts, words, turn }): Critical[] => {
    if (verdict !== 'not-met') return [];
    const where = turn === undefined ? {} : { turn };
    if (kind === 'may') return [];
    if (kind === 'fact') return [{ kind: 'false-statement', words, ...where }];
    if (kind !== 'must') return [{ kind, words, ...where }];
    const isDue = acts?.[0] === 'verify_identity';
    return isDue ? [{ kind: 'no-verification', words, ...where }] : [];
  });
  const rude = turns.flatMap(({ reply }, turn) => {
    const own = withoutQuotes(reply);
    const words = insults.map((insult) => insult.exec(own)?.[0]).find(Boolean);
    return words ? [{ kind: 'insult' as const, words, turn }] : [];
  });
  return [...broken, ...rude];
}

/**
 * Judges a run by a rubric. What was never asked for takes no points: its weight goes to the others.
 * What the detector could not tell (`needs-review`) stands open for a person.
 */
export function assessRun(report: RunReport, rubric: Rubric): Assessment {
  const asked = dimensions
    .map((dimension) => ({ dimension, checks: looks[dimension](report, rubric) }))
    .filter(({ checks }) => checks.length > 0);
  const whole = asked.reduce((sum, { dimension }) => sum + rubric.weights[dimension], 0);
  const results = asked.map(({ dimension, checks }) => {
    const of = (rubric.weights[dimension] * 100) / whole;
    return {
      ...{ dimension, of, checks },
      points: of * share(checks, 'met'),
      open: of * share(checks, 'needs-review'),
    };
  });
  const sum = (key: 'points' | 'open') => results.reduce((all, result) => all + result[key], 0);
  const points = Math.round(sum('points'));
  const open = Math.round(sum('open'));
  const criticals = findCriticals(report, rubric);
  const judge = (): Verdict => {
    if (criticals.length > 0 || points + open < rubric.pass) return 'not-met';
    return points >= rubric.pass ? 'met' : 'needs-review';
  };
  return {
    dimensions: results,
    criticals,
    points,
    open,
    verdict: judge(),
    rubricVersion: rubric.version,
  };
}
