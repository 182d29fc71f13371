import type { Random } from '../shared/random.ts';

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** A Chinese character takes about three keys, and as long to read as half a word. */
const size = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 3 : 1), 0);

/** Milliseconds a customer reads before reacting: 0.8 to 3 s. */
export const readingTime = (text: string): number => between(800, 500 + size(text) * 15, 3000);

/** Milliseconds a customer types: 1.5 to 6 s, so that a practice is neither hasty nor dull. */
export const typingTime = (text: string, random: Random): number =>
  between(1500, size(text) * (55 + random() * 45), 6000);
