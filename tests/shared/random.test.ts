import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createId } from '../../src/shared/id.ts';
import { primaryLanguage } from '../../src/shared/language.ts';
import { createRandom } from '../../src/shared/random.ts';

const take = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seeded numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(take(seed, 5)).toEqual(take(seed, 5));
        expect(take(seed, 5)).not.toEqual(take(seed + 1, 5));
      }),
    );
  });

  it('lie from 0 up to, not at, 1, and fill that evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of take(7, 10_000)) {
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThan(1);
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('do not fall into a short circle', () => {
    expect(new Set(take(1, 10_000)).size).toBeGreaterThan(9_990);
  });
});

it('an identifier is 32 hexadecimal digits, and no two are alike', () => {
  const ids = Array.from({ length: 500 }, createId);
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

it.each([
  ['zh-CN', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['EN-gb', 'en'],
  ['en', 'en'],
  ['', ''],
])('the first part of “%s” is “%s”', (tag, primary) => {
  expect(primaryLanguage(tag)).toBe(primary);
});
