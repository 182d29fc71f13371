import { expect, it } from 'vitest';
import { type BusyPage, whenQuiet } from '../../src/offline/when-quiet.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const rig = () => {
  const clock = createFakeClock();
  const start = clock.now();
  const came: number[] = [];
  const page = {
    readyState: 'loading' as DocumentReadyState,
    isIdle: true,
  };
  let whenIdle: (() => void) | undefined;
  const busy: BusyPage = {
    document: {
      get readyState() {
        return page.readyState;
      },
    },
    performance: {
      now: () => clock.now() - start,
      getEntriesByType: () =>
        came.map((at) => ({ startTime: at - 10, duration: 10 }) as PerformanceEntry),
    },
    requestIdleCallback: (task) => {
      whenIdle = task;
    },
  };
  const end = new AbortController();
  let isQuiet = false;
  const wait = () =>
    void whenQuiet(clock, busy, end.signal).then(() => {
      isQuiet = true;
    });
  return {
    clock,
    page,
    busy,
    end,
    wait,
    isQuiet: () => isQuiet,
    cameNow: () => came.push(clock.now() - start),
    becomeIdle: () => whenIdle?.(),
  };
};

it('waits for the page, for three seconds without anything new, and for the processor', async () => {
  const { clock, page, wait, isQuiet, cameNow, becomeIdle } = rig();
  wait();
  await clock.advance(10_000);
  expect(isQuiet()).toBe(false);
  page.readyState = 'complete';
  cameNow();
  await clock.advance(2000);
  cameNow();
  await clock.advance(2900);
  becomeIdle();
  await clock.advance(0);
  expect(isQuiet()).toBe(false);
  await clock.advance(1100);
  becomeIdle();
  await clock.advance(0);
  expect(isQuiet()).toBe(true);
});

it('does not ask for idle time where a browser has none to tell of', async () => {
  const { clock, page, busy, end } = rig();
  page.readyState = 'complete';
  const { document, performance } = busy;
  let isQuiet = false;
  void whenQuiet(clock, { document, performance }, end.signal).then(() => {
    isQuiet = true;
  });
  await clock.advance(3000);
  expect(isQuiet).toBe(true);
});

it('holds nobody who has gone', async () => {
  const { clock, end, wait, isQuiet } = rig();
  wait();
  end.abort();
  await clock.advance(1000);
  expect(isQuiet()).toBe(true);
  expect(clock.pending).toBe(0);
});
