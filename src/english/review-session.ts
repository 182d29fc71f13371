import type { Phrase } from './phrase-book.ts';
import type { PhraseCard } from './review.ts';

/** New phrases in one session: more than that is forgotten again. */
export const newAtOnce = 8;

/** What can be reviewed now. */
export interface ReviewPlan {
  /** The longest overdue first. */
  readonly due: readonly Phrase[];
  /** Never reviewed, in the order of the book. */
  readonly fresh: readonly Phrase[];
}

/** Finds what is due, and the next new phrases. Cards of phrases that are gone are passed over. */
export function planReview(
  phrases: readonly Phrase[],
  cards: readonly PhraseCard[],
  now: number,
): ReviewPlan {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const dueAt = ({ id }: Phrase) => byId.get(id)?.due ?? Number.POSITIVE_INFINITY;
  return {
    due: phrases.filter((one) => dueAt(one) <= now).sort((a, b) => dueAt(a) - dueAt(b)),
    fresh: phrases.filter(({ id }) => !byId.has(id)).slice(0, newAtOnce),
  };
}

/**
 * What is asked after a grade: the next phrase; one that did not come to mind comes again at the end.
 * @param queue the first is the one that was asked
 */
export const nextInQueue = (queue: readonly Phrase[], cameToMind: boolean): readonly Phrase[] => {
  const [asked, ...rest] = queue;
  return asked && !cameToMind ? [...rest, asked] : rest;
};
