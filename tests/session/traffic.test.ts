import { describe, expect, test } from 'vitest';
import {
  addTraffic,
  hourOf,
  noBytes,
  parseTraffic,
  shiftOf,
  thisHourOf,
  totalOf,
} from '../../src/session/traffic.ts';

const hour = 60 * 60_000;
const start = hourOf(Date.UTC(2026, 0, 5, 9));
const anna = 'xmpp:anna@desk.example';
const voice = { ...noBytes, voice: 300 };
const words = { ...noBytes, up: 10, down: 20 };

describe('what a shift uses', () => {
  test('is added up by the hour, and as a whole', () => {
    const first = addTraffic(undefined, anna, start + 1, words);
    const second = addTraffic(first, anna, start + 2, voice);
    const third = addTraffic(second, anna, start + hour, words);
    expect(third.hours.map(([at]) => at)).toEqual([start, start + hour]);
    expect(totalOf(shiftOf(third))).toBe(2 * totalOf(words) + totalOf(voice));
    expect(thisHourOf(third, start + hour + 5)).toEqual(words);
    expect(thisHourOf(third, start + 2 * hour)).toEqual(noBytes);
  });

  test('does not hold what another agent used, nor yesterday', () => {
    const old = addTraffic(undefined, anna, start, voice);
    expect(shiftOf(addTraffic(old, 'xmpp:bo@desk.example', start, words))).toEqual(words);
    expect(shiftOf(addTraffic(old, anna, start + 24 * hour, words))).toEqual(words);
  });

  test('is only believed from the disk where it is whole', () => {
    const whole = addTraffic(undefined, anna, start, words);
    expect(parseTraffic(structuredClone(whole))).toEqual(whole);
    const bad = [
      undefined,
      null,
      'x',
      {},
      { owner: anna },
      { owner: 1, hours: [] },
      { owner: anna, hours: [[start]] },
      { owner: anna, hours: [[start, { ...words, up: -1 }]] },
      { owner: anna, hours: [[start, { ...words, up: Number.NaN }]] },
      { owner: anna, hours: [['<b>', words]] },
      { owner: anna, hours: Array.from({ length: 25 }, () => [start, words]) },
    ];
    for (const each of bad) expect(parseTraffic(each), JSON.stringify(each)).toBeUndefined();
  });
});
