import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterTrip,
  freshLink,
  goodUpTo,
  isSettled,
  type LinkQuality,
  type LinkRecord,
  silentAfter,
  silentLink,
  slowFrom,
  tellSilenceAfter,
  tripsNeeded,
} from '../../src/domain/link-quality.ts';

const rank: Readonly<Record<LinkQuality, number>> = { good: 0, slow: 1, silent: 2 };
const follow = (trips: readonly number[], from: LinkRecord = freshLink): readonly LinkRecord[] => {
  const records = [from];
  for (const ms of trips) records.push(afterTrip(records.at(-1) ?? from, ms));
  return records;
};
const end = (trips: readonly number[], from?: LinkRecord): LinkQuality | undefined =>
  follow(trips, from).at(-1)?.quality;
const times = (ms: number, count = tripsNeeded) => Array.from({ length: count }, () => ms);
const trip = fc.integer({ min: 0, max: 2 * slowFrom });
const start = fc.constantFrom(freshLink, silentLink);

describe('how a link is', () => {
  it('is slow after several slow round trips and not after fewer', () => {
    expect(end(times(slowFrom, tripsNeeded - 1))).toBe('good');
    expect(end(times(slowFrom))).toBe('slow');
  });

  it('is good again after several quick ones and not after fewer', () => {
    const slow = times(slowFrom);
    expect(end([...slow, ...times(goodUpTo, tripsNeeded - 1)])).toBe('slow');
    expect(end([...slow, ...times(goodUpTo)])).toBe('good');
  });

  it('stays what it was while round trips are in between', () => {
    const between = times((goodUpTo + slowFrom) / 2, 4 * tripsNeeded);
    expect(end(between)).toBe('good');
    expect(end([...times(slowFrom), ...between])).toBe('slow');
  });

  it('is not without an answer any more with the first one, and settled with several', () => {
    fc.assert(
      fc.property(fc.array(trip, { minLength: 1, maxLength: 30 }), (trips) => {
        const record = follow(trips, silentLink).at(-1) ?? silentLink;
        expect(record.quality).not.toBe('silent');
        expect(isSettled(record)).toBe(trips.length >= tripsNeeded);
      }),
    );
  });

  it('is what most of the first answers after a silence say', () => {
    const late = silentAfter;
    expect(end([late, ...times(goodUpTo, tripsNeeded - 1)], silentLink)).toBe('good');
    expect(end([late, ...times(slowFrom, tripsNeeded - 1)], silentLink)).toBe('slow');
  });

  it('once settled, never changes twice within as many round trips as a change takes', () => {
    fc.assert(
      fc.property(fc.array(trip, { maxLength: 60 }), start, (trips, from) => {
        const settled = follow(trips, from).filter(isSettled);
        const changes = settled.flatMap(({ quality }, at) =>
          at > 0 && quality !== settled[at - 1]?.quality ? [at] : [],
        );
        changes.forEach((at, index) => {
          const before = changes[index - 1] ?? (from === silentLink ? 0 : undefined);
          if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(tripsNeeded);
        });
      }),
    );
  });

  it('is never told as better after a slower round trip than after a quicker one', () => {
    fc.assert(
      fc.property(fc.array(trip, { maxLength: 30 }), trip, trip, start, (before, a, b, from) => {
        const record = follow(before, from).at(-1) ?? from;
        const quick = afterTrip(record, Math.min(a, b)).quality;
        const slow = afterTrip(record, Math.max(a, b)).quality;
        expect(rank[quick]).toBeLessThanOrEqual(rank[slow]);
      }),
    );
  });

  it('is shown without an answer long before that is told', () => {
    expect(tellSilenceAfter).toBeGreaterThan(silentAfter);
  });
});
