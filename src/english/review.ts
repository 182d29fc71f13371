import { type Card, createEmptyCard, fsrs, type Grade } from 'ts-fsrs';

/** How well a phrase came to mind: not at all, with effort, well, at once. */
export const grades = [1, 2, 3, 4] as const satisfies readonly Grade[];

/** One of {@link grades}. */
export type ReviewGrade = (typeof grades)[number];

/** What is known of how well a phrase is remembered; plain data, times in epoch milliseconds. */
export interface PhraseCard {
  /** The phrase's id. */
  readonly id: string;
  readonly due: number;
  /** When it was last reviewed. */
  readonly last: number;
  /** Days after which nine in ten would still know it. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
}

/** The state of a card that was reviewed, as the library numbers it; 0 is a new one. */
const reviewed = 2;

const day = 86_400_000;

/** Longer than a year, nobody would meet a phrase again. */
const longestDays = 365;

/**
 * Days are the smallest step, and nothing is left to chance: what did not come to mind is asked
 * again in the same session (`review-session.ts`).
 */
const createScheduler = () =>
  fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: longestDays });

const toLibrary = (card: PhraseCard | undefined, now: number): Card => {
  const empty = createEmptyCard(new Date(now));
  if (!card) return empty;
  const { stability, difficulty, reps, lapses } = card;
  return {
    ...empty,
    due: new Date(card.due),
    last_review: new Date(card.last),
    stability,
    difficulty,
    reps,
    lapses,
    scheduled_days: Math.round((card.due - card.last) / day),
    state: reviewed,
  };
};

/**
 * The card after a review.
 * @param card undefined for a phrase that was never reviewed
 * @param now epoch milliseconds
 */
export function gradeCard(
  id: string,
  card: PhraseCard | undefined,
  grade: ReviewGrade,
  now: number,
): PhraseCard {
  const next = createScheduler().next(toLibrary(card, now), new Date(now), grade).card;
  const { stability, difficulty, reps, lapses } = next;
  const due = Math.min(next.due.getTime(), now + longestDays * day);
  return { id, due, last: now, stability, difficulty, reps, lapses };
}

/** Days until a card comes again, one at least. */
export const daysUntil = (card: PhraseCard, now: number): number =>
  Math.max(1, Math.round((card.due - now) / day));
