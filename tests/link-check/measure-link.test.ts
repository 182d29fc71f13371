import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  filePatience,
  linkFile,
  lostEnough,
  measureLink,
  tripCount,
  tripPatience,
} from '../../src/link-check/measure-link.ts';
import { root } from '../architecture/source-files.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const file = readFileSync(join(root, 'public', linkFile.path));

/** A web server that takes its time; it answers what the test says, or not at all. */
const setUp = (
  how: { trip?: number | undefined; load?: number; body?: Uint8Array; probe?: number } = {},
) => {
  const clock = createFakeClock();
  const stop = new AbortController();
  const asked: string[] = [];
  const steps: number[] = [];
  const wait = (ms: number | undefined, signal?: AbortSignal | null) =>
    new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      if (ms !== undefined) clock.after(ms, resolve);
    });
  const trip = 'trip' in how ? how.trip : 50;
  const measuring = measureLink({
    clock,
    signal: stop.signal,
    onStep: (step) => steps.push(step),
    ...(how.probe !== undefined && { probe: () => wait(how.probe).then(() => true) }),
    fetch: async (path, init) => {
      const isHead = init?.method === 'HEAD';
      asked.push(`${init?.method ?? 'GET'} ${path} ${init?.cache}`);
      await wait(isHead ? trip : (how.load ?? 1000), init?.signal);
      return new Response(isHead ? null : Uint8Array.from(how.body ?? file));
    },
  });
  return { clock, stop, asked, steps, measuring };
};
/** Longer than everything together. */
const long = tripCount * tripPatience + filePatience;

describe('measuring the link', () => {
  it('names the size of its file, which is small', () => {
    expect(linkFile.bytes).toBe(file.length);
    expect(linkFile.bytes).toBeLessThanOrEqual(30 * 1024);
  });

  it('asks the web server several times and loads the file once, past what is kept', async () => {
    const { clock, measuring, asked, steps } = setUp();
    await clock.advance(tripCount * 50 + 1000);
    const measured = await measuring;
    expect(measured?.trips).toEqual(Array.from({ length: tripCount }, () => 50));
    expect(measured?.speed).toBeCloseTo(linkFile.bytes);
    expect(asked.filter((each) => each === `HEAD ${linkFile.path} no-store`)).toHaveLength(
      tripCount,
    );
    expect(asked.at(-1)).toBe(`GET ${linkFile.path} no-store`);
    expect(asked).toHaveLength(tripCount + 1);
    expect(steps).toEqual(Array.from({ length: tripCount + 1 }, (_, index) => index));
  });

  it('asks the chat server where there is one', async () => {
    const { clock, measuring, asked } = setUp({ probe: 300 });
    await clock.advance(long);
    expect((await measuring)?.trips).toEqual(Array.from({ length: tripCount }, () => 300));
    expect(asked).toEqual([`GET ${linkFile.path} no-store`]);
  });

  it('ends early where nothing answers, and loads nothing', async () => {
    const { clock, measuring, asked } = setUp({ trip: undefined });
    await clock.advance(lostEnough * tripPatience);
    expect(await measuring).toEqual({
      trips: Array.from({ length: lostEnough }, () => undefined),
      speed: undefined,
    });
    expect(asked).toHaveLength(lostEnough);
    expect(clock.pending).toBe(0);
  });

  it('takes no page of a hotspot for the file, nor one that does not come', async () => {
    const hotspot = setUp({ body: new Uint8Array(300) });
    await hotspot.clock.advance(tripCount * 50 + 1000);
    expect((await hotspot.measuring)?.speed).toBeUndefined();
    const never = setUp({ load: 2 * filePatience });
    await never.clock.advance(long);
    expect((await never.measuring)?.speed).toBeUndefined();
  });

  it('can be stopped at any time, and asks nothing more', async () => {
    const { clock, measuring, asked, stop } = setUp({ trip: 100 });
    await clock.advance(150);
    stop.abort();
    expect(await measuring).toBeUndefined();
    await clock.advance(long);
    expect(asked).toHaveLength(2);
  });
});
