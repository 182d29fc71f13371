import { expect, it } from 'vitest';
import { createWatch } from '../../../src/connectors/xmpp/create-watch.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const times = { connect: 5000, ask: 4000, quiet: 8000, giveUp: 8000, answer: 20_000 };

const setUp = (quiet?: number) => {
  const clock = createFakeClock();
  const begun = clock.now();
  const told: (readonly [string, number])[] = [];
  let isWaiting = false;
  const note = (what: string) => told.push([what, clock.now() - begun]);
  const watch = createWatch({
    clock,
    times,
    quiet: () => quiet,
    isWaiting: () => isWaiting,
    ask: () => {
      watch.asked();
      note('asks');
    },
    onSilence: () => note('gives up'),
  });
  const wait = (next: boolean) => {
    isWaiting = next;
    watch.changed();
  };
  return { clock, told, wait, watch };
};

it('asks a quiet desk’s server every 8 s, and misses an answer 4 s later', async () => {
  const { clock, told, watch } = setUp();
  watch.heard();
  await clock.advance(120_000);
  expect(told).toEqual([
    ['asks', 8000],
    ['gives up', 12_000],
  ]);
});

it('leaves a stream alone for as long as that may be silent, unless something waits', async () => {
  const { clock, told, wait, watch } = setUp(22_000);
  watch.heard();
  await clock.advance(21_000);
  watch.heard();
  await clock.advance(26_000);
  expect(told).toEqual([
    ['asks', 43_000],
    ['gives up', 47_000],
  ]);
  watch.heard();
  wait(true);
  await clock.advance(times.ask);
  expect(told.at(-1)).toEqual(['asks', 47_000 + times.ask]);
});

it('an hour of nothing is 450 questions, half of what waiting would ask', async () => {
  const { clock, told, watch } = setUp();
  watch.heard();
  for (let turn = 0; turn < 450; turn += 1) {
    await clock.advance(times.quiet);
    watch.answered();
    watch.heard();
  }
  expect(told.every(([what]) => what === 'asks')).toBe(true);
  expect(told).toHaveLength(3_600_000 / times.quiet);
});

it('misses a dead link within 8 s of the first thing that waits, however much follows', async () => {
  const { clock, told, wait, watch } = setUp();
  watch.heard();
  await clock.advance(7000);
  wait(true);
  for (let second = 0; second < 10; second += 1) {
    await clock.advance(1000);
    watch.changed();
  }
  expect(told).toEqual([
    ['asks', 11_000],
    ['gives up', 15_000],
  ]);
});

it('also where the server has just been asked and has not answered', async () => {
  const { clock, told, wait, watch } = setUp();
  watch.heard();
  await clock.advance(9000);
  wait(true);
  await clock.advance(20_000);
  expect(told.at(-1)).toEqual(['gives up', 17_000]);
});

it('is left in peace again when nothing waits any more', async () => {
  const { clock, told, wait, watch } = setUp();
  wait(true);
  watch.heard();
  wait(false);
  await clock.advance(7999);
  expect(told).toEqual([]);
});

it('gives a slow link its round trip on top', async () => {
  const { clock, told, wait, watch } = setUp();
  watch.heard();
  watch.asked();
  await clock.advance(3000);
  expect(watch.answered()).toBe(3000);
  watch.heard();
  wait(true);
  await clock.advance(20_000);
  expect(told).toEqual([
    ['asks', 7000],
    ['gives up', 14_000],
  ]);
});

it('asks twice more soon once answers get slow, and once they are quick again', async () => {
  const { clock, told, watch } = setUp();
  const answer = async (ms: number) => {
    await clock.advance(ms);
    watch.answered();
    watch.heard();
  };
  const untilAsked = async () => {
    const before = told.length;
    const begun = clock.now();
    while (told.length === before) await clock.advance(1000);
    return clock.now() - begun;
  };
  watch.heard();
  const pauses: number[] = [];
  for (const trip of [100, 2000, 2000, 2000, 2000, 100, 100, 100]) {
    pauses.push(await untilAsked());
    await answer(trip);
  }
  const { ask, quiet } = times;
  expect(pauses).toEqual([quiet, quiet, ask, ask, quiet, quiet, ask, ask]);
});

it('takes no answer that nobody asked for, and rests once it is stopped', async () => {
  const { clock, told, wait, watch } = setUp();
  expect(watch.answered()).toBeUndefined();
  watch.heard();
  watch.stop();
  wait(true);
  await clock.advance(120_000);
  expect(told).toEqual([]);
  expect(clock.pending).toBe(0);
});
