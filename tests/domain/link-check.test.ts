import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LinkVerdict,
  linkUses,
  lossyFrom,
  reportLink,
  voiceSpeed,
} from '../../src/domain/link-check.ts';
import { goodUpTo, slowFrom } from '../../src/domain/link-quality.ts';

const count = 10;
const all = (ms: number | undefined) => Array.from({ length: count }, () => ms);
const rank: Readonly<Record<LinkVerdict, number>> = { good: 0, slow: 1, unknown: 2, no: 3 };

describe('what a link is good for', () => {
  it('is everything where answers come quickly and the file did too', () => {
    const { trip, lost, uses, advice } = reportLink({ trips: all(60), speed: 10 * voiceSpeed });
    expect([trip, lost, advice]).toEqual([60, 0, 'fine']);
    expect(new Set(Object.values(uses))).toEqual(new Set(['good']));
  });

  it('is nothing where no answer came', () => {
    const { trip, lost, uses, advice } = reportLink({ trips: all(undefined), speed: undefined });
    expect([trip, lost, advice]).toEqual([undefined, count, 'none']);
    expect(new Set(Object.values(uses))).toEqual(new Set(['no']));
  });

  it('is chat alone where answers are slow', () => {
    const { uses, advice } = reportLink({ trips: all(slowFrom), speed: 10 * voiceSpeed });
    expect(uses).toEqual({ chat: 'slow', liveText: 'no', voice: 'good' });
    expect(advice).toBe('slow');
    expect(reportLink({ trips: all(goodUpTo + 1), speed: voiceSpeed }).uses.liveText).toBe('slow');
  });

  it('is told to lose answers from a share on, and not before', () => {
    const lose = (lost: number) =>
      reportLink({
        trips: all(60).map((ms, index) => (index < lost ? undefined : ms)),
        speed: 10 * voiceSpeed,
      });
    const limit = Math.ceil(lossyFrom * count);
    expect(lose(limit - 1).advice).toBe('fine');
    expect(lose(limit)).toMatchObject({ advice: 'lossy', lost: limit });
  });

  it('is no voice where few bytes come, and unknown where the file did not', () => {
    const voice = (speed: number | undefined) => reportLink({ trips: all(60), speed });
    expect(voice(voiceSpeed).uses.voice).toBe('slow');
    expect(voice(voiceSpeed / 10)).toMatchObject({ uses: { voice: 'no' }, advice: 'narrow' });
    expect(voice(undefined)).toMatchObject({ uses: { voice: 'unknown' }, advice: 'unweighed' });
  });

  it('is never less where all answers come sooner and more bytes come', () => {
    const trip = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined });
    const speed = fc.integer({ min: 0, max: 10 * voiceSpeed });
    fc.assert(
      fc.property(
        fc.array(trip, { minLength: 1, maxLength: 12 }),
        speed,
        fc.nat(5000),
        fc.nat(voiceSpeed),
        (trips, bytes, sooner, more) => {
          const worse = reportLink({ trips, speed: bytes });
          const better = reportLink({
            trips: trips.map((ms) => ms && Math.max(0, ms - sooner)),
            speed: bytes + more,
          });
          for (const use of linkUses) {
            expect(rank[better.uses[use]]).toBeLessThanOrEqual(rank[worse.uses[use]]);
          }
        },
      ),
    );
  });

  it('leaves what was measured as it was', () => {
    const trips = [900, 100, 500];
    expect(reportLink({ trips, speed: voiceSpeed }).trip).toBe(500);
    expect(trips).toEqual([900, 100, 500]);
  });
});
