import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { RunRecord } from '../domain/run-record.ts';
import { primaryLanguage } from '../shared/language.ts';
import { rubric } from '../simulator/rubric.ts';

/** A practice and when it is good to do it again. */
export interface NextPractice {
  /** Its last run. */
  readonly run: RunRecord;
  /** Epoch milliseconds. */
  readonly due: number;
  readonly isDue: boolean;
}

/** From where on a run came easily. */
const easy = 90;

/** How well a practice was remembered, in the words of spaced repetition. */
export function gradeOf({ points, open, criticals }: RunRecord): Grade {
  if (criticals.length > 0) return Rating.Again;
  // What a mentor has still to judge is not held against anyone.
  if (points + open < rubric.pass) return Rating.Hard;
  return points + open < easy ? Rating.Good : Rating.Easy;
}

/**
 * When each practice is due again, what is due longest first: one card (FSRS 6, `ts-fsrs`) for a
 * scenario in a language, computed anew from the runs, so that nothing of it has to be kept.
 * @param runs the oldest first
 * @param now epoch milliseconds
 */
export function nextPractices(runs: readonly RunRecord[], now: number): readonly NextPractice[] {
  // Nobody practises the same customer twice within minutes to remember it: steps are whole days.
  const scheduler = fsrs({ enable_short_term: false });
  const cards = new Map<string, { readonly run: RunRecord; readonly card: Card }>();
  for (const run of runs) {
    const { scenarioId, language, startedAt } = run.report;
    const key = `${primaryLanguage(language)} ${scenarioId}`;
    const card = cards.get(key)?.card ?? createEmptyCard<Card>(startedAt);
    cards.set(key, { run, card: scheduler.next(card, startedAt, gradeOf(run)).card });
  }
  return [...cards.values()]
    .map(({ run, card }) => ({ run, due: card.due.getTime(), isDue: card.due.getTime() <= now }))
    .sort((one, other) => one.due - other.due);
}
