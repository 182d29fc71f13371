import { expect, test } from 'vitest';
import type { Connector } from '../../src/connectors/connector.ts';
import { createTape, taped } from '../../src/session/tape.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const start = 1000;

test('a timer is noted when it goes off, by its number in the order in which they were set', async () => {
  const clock = createFakeClock(start);
  const tape = createTape(clock);
  const done: string[] = [];
  tape.clock.after(300, () => done.push('late'));
  tape.clock.after(100, () => {
    done.push('early');
    tape.clock.after(50, () => done.push('next'));
  });
  tape.clock.after(200, () => done.push('never'))();
  await clock.advance(300);
  expect(done).toEqual(['early', 'next', 'late']);
  expect(tape.entries).toEqual([
    [start + 100, 1],
    [start + 150, 3],
    [start + 300, 0],
  ]);
});

test('what the agent does is noted once it has taken effect, with the time at which it was done', async () => {
  const clock = createFakeClock(start);
  const tape = createTape(clock);
  let answer = (_: unknown) => {};
  const connector = {
    id: 'desk',
    send: () => new Promise((resolve) => (answer = resolve)),
    setTyping: () => undefined,
  };
  const wrapped = taped(connector as unknown as Connector, tape);
  let changes = 0;
  tape.changed = () => {
    changes += 1;
  };
  expect(wrapped.id).toBe('desk');
  const message = { id: 'm1', conversationId: 'c', text: 'Hi', language: 'en' };
  const sending = wrapped.send(message);
  await clock.advance(40);
  wrapped.setTyping('c', true);
  await clock.advance(0);
  expect(tape.entries).toEqual([[start + 40, 'setTyping', ['c', true]]]);
  answer('taken');
  expect(await sending).toBe('taken');
  expect(tape.entries.at(-1)).toEqual([start, 'send', [message]]);
  expect(changes).toBe(2);
  const refused = wrapped.send(message);
  answer({ ok: false, error: { kind: 'not-connected' } });
  await refused;
  expect(changes).toBe(2);
});
