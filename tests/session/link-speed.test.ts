import { describe, expect, test } from 'vitest';
import { estimateSpeed, readTransfers } from '../../src/session/link-speed.ts';
import { isFile, noteTransfer } from '../../src/shared/note-transfer.ts';

const second = 1000;
const much = 20_000;

describe('the present speed', () => {
  test('is not known where nothing, or too little, was loaded', () => {
    expect(estimateSpeed([], 0)).toBeUndefined();
    expect(estimateSpeed([{ start: 0, end: second, bytes: 100 }], second)).toBeUndefined();
  });

  test('is all bytes by the time in which something was on its way', () => {
    const one = { start: 0, end: 2 * second, bytes: much };
    expect(estimateSpeed([one], 2 * second)).toBe(much / 2);
    const beside = { start: second, end: 2 * second, bytes: much };
    expect(estimateSpeed([beside, one], 2 * second)).toBe(much);
    const later = { start: 10 * second, end: 12 * second, bytes: much };
    expect(estimateSpeed([one, later], 12 * second)).toBe((2 * much) / 4);
  });

  test('is that of lately, and not of what came out of a cache', () => {
    const old = { start: 0, end: second, bytes: much };
    expect(estimateSpeed([old], 60 * 60 * second)).toBeUndefined();
    const cached = { start: 0, end: second, bytes: 0 };
    expect(estimateSpeed([cached], second)).toBeUndefined();
  });

  test('knows of a file from elsewhere what was told of it', () => {
    noteTransfer('pictures', performance.now() - second, much);
    expect(readTransfers().at(-1)).toMatchObject({ bytes: much });
    const { start, end } = readTransfers().at(-1) ?? { start: 0, end: 0 };
    expect(end - start).toBeGreaterThanOrEqual(second);
  });

  test.each([
    ['https://desk.example/assets/index-a1.js', true],
    ['https://desk.example/upload/9f/picture.png?x', true],
    ['https://desk.example/bosh', false],
    ['https://chat.desk.example/', false],
  ])('looks at files: %s is one: %s', (name, is) => {
    expect(isFile({ name } as PerformanceEntry)).toBe(is);
  });
});
