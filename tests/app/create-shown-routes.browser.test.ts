import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { createShownRoutes } from '../../src/app/create-shown-routes.ts';
import type { Route } from '../../src/session/create-router.ts';
import type { Session } from '../../src/session/create-session.ts';
import { createFakeClock } from '../support/fake-clock.ts';

function createArrival() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function setUp(options: { pending?: Promise<void>; holdsFocus?: boolean } = {}) {
  const clock = createFakeClock();
  const [route, setRoute] = createSignal<Route>('start');
  const [session, setSession] = createSignal<Session>();
  const router = { route } as Parameters<typeof createShownRoutes>[0]['router'];
  const shown = createRoot(() =>
    createShownRoutes(
      { router, session, clock },
      () => options.pending,
      () => options.holdsFocus ?? false,
    ),
  );
  return { clock, setRoute, setSession, shown };
}

test('A39: the screen with the focus outlives its successor for a moment', async () => {
  const { clock, setRoute, shown } = setUp({ holdsFocus: true });
  setRoute('help');
  expect(shown()).toEqual(['help', 'start']);
  await clock.advance(1000);
  expect(shown()).toEqual(['help']);
});

test('A39: a screen that the agent comes back to while it leaves goes, and comes anew', async () => {
  const { clock, setRoute, shown } = setUp({ holdsFocus: true });
  setRoute('help');
  setRoute('start');
  expect(shown()).toEqual(['help']);
  await Promise.resolve();
  expect(shown()).toEqual(['start', 'help']);
  await clock.advance(1000);
  expect(shown()).toEqual(['start']);
});

test('a screen without the focus goes at once', () => {
  const { setRoute, shown } = setUp();
  setRoute('help');
  expect(shown()).toEqual(['help']);
});

test('A4: the old screen stays until the code of the new one is there', async () => {
  const arrival = createArrival();
  const { setRoute, shown } = setUp({ pending: arrival.promise });
  setRoute('help');
  expect(shown()).toEqual(['start']);
  arrival.resolve();
  await arrival.promise;
  await Promise.resolve();
  expect(shown()).toEqual(['help']);
});

test('a screen that takes longer than a second says so itself', async () => {
  const { clock, setRoute, shown } = setUp({ pending: new Promise(() => undefined) });
  setRoute('help');
  await clock.advance(999);
  expect(shown()).toEqual(['start']);
  await clock.advance(1);
  expect(shown()).toEqual(['help']);
});

test('what is wanted last is shown, however late the first one comes', async () => {
  const arrival = createArrival();
  const { setRoute, shown } = setUp({ pending: arrival.promise });
  setRoute('help');
  setRoute('settings');
  arrival.resolve();
  await arrival.promise;
  await Promise.resolve();
  expect(shown()).toEqual(['settings']);
});

test('without a shift there is no desk to show', () => {
  const { setRoute, setSession, shown } = setUp();
  setRoute('desk');
  expect(shown()).toEqual(['start']);
  setSession({} as Session);
  expect(shown()).toEqual(['desk']);
});
