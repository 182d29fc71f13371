import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveInList } from '../../src/ui/move-in-list.ts';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 2, 1],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['PageDown', 0, 4],
  ['PageUp', 4, 0],
  ['a', 2, undefined],
  ['Enter', 2, undefined],
])('A5: %s in a list of five, from %i, leads to %s', (key, index, next) => {
  expect(moveInList(key, index, 5)).toBe(next);
});

it.each([
  ['ArrowDown', 4, 0],
  ['ArrowUp', 0, 4],
  ['ArrowUp', -1, 4],
  ['Home', 3, undefined],
  ['End', 1, undefined],
])('A38: under a text field %s, from %i, leads to %s', (key, index, next) => {
  expect(moveInList(key, index, 5, true)).toBe(next);
});

it('leads nowhere in an empty list, and never outside of one', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'];
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.integer({ min: -1, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.boolean(),
      (key, index, length, wraps) => {
        const next = moveInList(key, index, length, wraps);
        if (next !== undefined) {
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThan(length);
        }
      },
    ),
  );
});
