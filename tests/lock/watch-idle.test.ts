import { expect, test } from 'vitest';
import { watchIdle } from '../../src/lock/watch-idle.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const minute = 60_000;

const start = (lockAfter: number, wipeAfter = 0) => {
  const clock = createFakeClock();
  const said: string[] = [];
  let isLocked = false;
  let leap = 0;
  const watch = watchIdle({
    now: () => clock.now() + leap,
    after: clock.after,
    lockAfter: () => lockAfter * minute,
    wipeAfter: () => wipeAfter * minute,
    isLocked: () => isLocked,
    onWarn: () => said.push('warn'),
    onLock: () => {
      isLocked = true;
      said.push('lock');
    },
    onWipe: () => said.push('wipe'),
  });
  return {
    clock,
    said,
    watch,
    sleep: (ms: number) => {
      leap += ms;
    },
  };
};

test('it is said a minute before, and then locked', async () => {
  const { clock, said } = start(10);
  await clock.advance(9 * minute - 5000);
  expect(said).toEqual([]);
  await clock.advance(5000);
  expect(said).toEqual(['warn']);
  await clock.advance(minute - 5000);
  expect(said).toEqual(['warn']);
  await clock.advance(5000);
  expect(said).toEqual(['warn', 'lock']);
});

test('any key keeps it open, and it is said again the next time', async () => {
  const { clock, said, watch } = start(10);
  await clock.advance(9.5 * minute);
  watch.active();
  await clock.advance(8 * minute);
  expect(said).toEqual(['warn']);
  await clock.advance(minute);
  expect(said).toEqual(['warn', 'warn']);
});

test('switched off, it never locks; nothing is wiped at an own computer', async () => {
  const { clock, said } = start(0);
  await clock.advance(600 * minute);
  expect(said).toEqual([]);
});

test('at a shared computer a locked desk is wiped later', async () => {
  const { clock, said } = start(10, 30);
  await clock.advance(30 * minute - 5000);
  expect(said).toEqual(['warn', 'lock']);
  await clock.advance(5000);
  expect(said).toEqual(['warn', 'lock', 'wipe']);
});

test.each([
  ['a night', 10 * 60 * minute],
  ['a century', 100 * 365 * 24 * 60 * minute],
  ['back a day', -24 * 60 * minute],
])('a computer that slept, or a clock that leaps (%s), neither locks nor wipes', async (_, by) => {
  const { clock, said, sleep } = start(10, 30);
  await clock.advance(5 * minute);
  sleep(by);
  await clock.advance(2 * minute);
  expect(said).toEqual([]);
});

test('a leap in the last minute does not take the warning away', async () => {
  const { clock, said, sleep } = start(10);
  await clock.advance(9 * minute - 5000);
  sleep(10 * minute);
  await clock.advance(5000);
  expect(said).toEqual(['warn']);
  await clock.advance(minute - 5000);
  expect(said).toEqual(['warn']);
});

test('it ends', async () => {
  const { clock, said, watch } = start(10);
  watch.stop();
  await clock.advance(60 * minute);
  expect(said).toEqual([]);
});
