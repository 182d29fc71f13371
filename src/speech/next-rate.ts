/** Steps of the reading speed: fine where speech is slow, coarse where it is fast. */
export const rateSteps = [
  0.5, 0.6, 0.75, 0.9, 1, 1.2, 1.4, 1.7, 2, 2.4, 2.8, 3.3, 4, 4.7, 5.5, 6,
] as const;

/**
 * The next speed; the last one stays.
 * @param rate 0.5 to 6, times a voice's own speed; may stand between two steps
 */
export function nextRate(rate: number, direction: 'slower' | 'faster'): number {
  const next =
    direction === 'faster'
      ? rateSteps.find((step) => step > rate + 0.001)
      : rateSteps.findLast((step) => step < rate - 0.001);
  return next ?? (direction === 'faster' ? 6 : 0.5);
}
