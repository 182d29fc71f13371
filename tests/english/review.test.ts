import { describe, expect, test } from 'vitest';
import type { Phrase } from '../../src/english/phrase-book.ts';
import { daysUntil, gradeCard, grades, type PhraseCard } from '../../src/english/review.ts';
import { newAtOnce, nextInQueue, planReview } from '../../src/english/review-session.ts';
import { noon } from '../support/samples.ts';

const day = 86_400_000;
const phrase = (id: string): Phrase => ({
  id,
  situation: 'opening',
  english: id,
  chinese: id,
  use: '',
});

describe('a card', () => {
  test('the better it came to mind, the later it comes again', () => {
    const days = grades.map((grade) => daysUntil(gradeCard('a', undefined, grade, noon), noon));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days.slice(1)).size).toBe(3);
    expect(days[0]).toBeGreaterThanOrEqual(1);
  });

  test('each time that it is known, the pause grows; when it is not, it shrinks again', () => {
    let now = noon;
    let card: PhraseCard | undefined;
    const pauses: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      card = gradeCard('a', card, 3, now);
      pauses.push(card.due - now);
      now = card.due;
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    const lapsed = gradeCard('a', card, 1, now);
    expect(lapsed.due - now).toBeLessThan(pauses.at(-1) ?? 0);
    expect([lapsed.lapses, lapsed.reps]).toEqual([1, 5]);
  });

  test('never goes further than a year', () => {
    let now = noon;
    let card: PhraseCard | undefined;
    for (let time = 0; time < 15; time += 1) {
      card = gradeCard('a', card, 4, now);
      expect(card.due - now).toBeLessThanOrEqual(365 * day);
      now = card.due;
    }
  });

  test('is plain data and always the same', () => {
    const card = gradeCard('a', undefined, 3, noon);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
    expect(gradeCard('a', undefined, 3, noon)).toEqual(card);
    expect(card).toMatchObject({ id: 'a', last: noon, reps: 1, lapses: 0 });
  });
});

describe('a session', () => {
  const phrases = Array.from({ length: newAtOnce + 4 }, (_, at) => phrase(`p${at}`));
  const card = (id: string, due: number): PhraseCard => ({
    ...gradeCard(id, undefined, 3, noon - 9 * day),
    due,
  });

  test('asks what is longest overdue first, then a few new ones', () => {
    const cards = [
      card('p3', noon - day),
      card('p1', noon + day),
      card('p2', noon - 2 * day),
      card('gone', noon - 3 * day),
    ];
    const { due, fresh } = planReview(phrases, cards, noon);
    expect(due.map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(fresh.map(({ id }) => id)).toEqual(
      ['p0', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10'].slice(0, newAtOnce),
    );
  });

  test('what did not come to mind comes again at the end', () => {
    const [a, b] = [phrase('a'), phrase('b')];
    expect(nextInQueue([a, b], false)).toEqual([b, a]);
    expect(nextInQueue([a, b], true)).toEqual([b]);
    expect(nextInQueue([], false)).toEqual([]);
  });
});
