import { expect, test } from 'vitest';
import { createGathered } from '../../../src/connectors/xmpp/create-gathered.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const setUp = () => {
  const clock = createFakeClock();
  const gathered = createGathered(clock, () => 1000);
  const sent: string[] = [];
  let hasSession = true;
  const add = (key: string) =>
    gathered.add(key, () => {
      if (hasSession) sent.push(key);
      // As the link does: what is sent takes along what is gathered.
      gathered.flush();
      return hasSession;
    });
  const setSession = (has: boolean) => {
    hasSession = has;
  };
  return { add, clock, gathered, sent, setSession };
};

test('what is gathered goes in one go, in order, once the first has waited', async () => {
  const { add, clock, sent } = setUp();
  add('a');
  await clock.advance(600);
  add('b');
  await clock.advance(399);
  expect(sent).toEqual([]);
  await clock.advance(1);
  expect(sent).toEqual(['a', 'b']);
  await clock.advance(5000);
  expect(sent).toEqual(['a', 'b']);
  expect(clock.pending).toBe(0);
});

test('one of a kind goes once, and again when it is added anew', async () => {
  const { add, clock, sent } = setUp();
  add('a');
  add('a');
  await clock.advance(1000);
  expect(sent).toEqual(['a']);
  add('a');
  await clock.advance(1000);
  expect(sent).toEqual(['a', 'a']);
});

test('it goes along with something else, before its time', async () => {
  const { add, clock, gathered, sent } = setUp();
  add('a');
  gathered.flush();
  expect(sent).toEqual(['a']);
  expect(clock.pending).toBe(0);
});

test('without a session it is kept, and goes once when there is one', async () => {
  const { add, clock, gathered, sent, setSession } = setUp();
  setSession(false);
  add('a');
  await clock.advance(5000);
  expect(sent).toEqual([]);
  setSession(true);
  gathered.flush();
  gathered.flush();
  expect(sent).toEqual(['a']);
});
