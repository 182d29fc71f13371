import { expect, test } from 'vitest';
import { createClientState, hiddenFor } from '../../../src/connectors/xmpp/create-client-state.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const setUp = () => {
  const clock = createFakeClock();
  const state = createClientState(clock);
  const told: string[] = [];
  const begin = () => state.begun((text) => told.push(/^<(\w+) /.exec(text)?.[1] ?? text));
  return { begin, clock, state, told };
};

test('a page that stays hidden is told once, and when it is seen again, at once', async () => {
  const { begin, clock, state, told } = setUp();
  begin();
  state.setHidden(true);
  await clock.advance(hiddenFor - 1);
  expect(told).toEqual([]);
  await clock.advance(1);
  state.setHidden(true);
  await clock.advance(hiddenFor);
  expect(told).toEqual(['inactive']);
  state.setHidden(false);
  state.setHidden(false);
  expect(told).toEqual(['inactive', 'active']);
});

test('a glance elsewhere is not told', async () => {
  const { begin, clock, state, told } = setUp();
  begin();
  state.setHidden(true);
  await clock.advance(hiddenFor - 1);
  state.setHidden(false);
  await clock.advance(hiddenFor);
  expect(told).toEqual([]);
  expect(clock.pending).toBe(0);
});

test('each stream begins active: what is hidden is told again, what is seen is not', async () => {
  const { begin, clock, state, told } = setUp();
  begin();
  state.setHidden(true);
  await clock.advance(hiddenFor);
  state.lost();
  begin();
  expect(told).toEqual(['inactive', 'inactive']);
  state.lost();
  state.setHidden(false);
  begin();
  expect(told).toEqual(['inactive', 'inactive']);
});

test('nothing is told to a server that does not want to know', async () => {
  const { clock, state, told } = setUp();
  state.setHidden(true);
  await clock.advance(hiddenFor);
  state.setHidden(false);
  expect(told).toEqual([]);
});
