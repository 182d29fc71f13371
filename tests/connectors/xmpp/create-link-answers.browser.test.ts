import { expect, it } from 'vitest';
import { buildPresence } from '../../../src/connectors/xmpp/build-stanza.ts';
import { createGathered } from '../../../src/connectors/xmpp/create-gathered.ts';
import { createLink } from '../../../src/connectors/xmpp/create-link.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import { ok } from '../../../src/shared/result.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const sm = 'xmlns="urn:xmpp:sm:3"';
const askAfter = 4000;

/** A link to a server that says nothing but what the test has it say. */
const setUp = async () => {
  const clock = createFakeClock();
  const told: (number | 'asked')[] = [];
  let say: (xml: string) => void = () => {};
  const link = createLink({
    gathered: createGathered(clock, () => 0),
    clock,
    random: () => 1,
    createId: () => 'q',
    times: { connect: 5000, ask: askAfter, giveUp: 2 * askAfter, answer: 20_000 },
    explain: async () => ({ kind: 'unreachable' }),
    open: async ({ onHeard }) => {
      let listener: (element: Element) => void = () => {};
      say = (text) => {
        const element = readFrame(text);
        if (!element) throw new Error(text);
        onHeard();
        listener(element);
      };
      return ok({
        canManage: true,
        bind: async () => ok('agent@desk.example/desk'),
        listen: (next) => {
          listener = next;
        },
        send: (text) => {
          if (text.startsWith('<enable')) queueMicrotask(() => say(`<enabled ${sm}/>`));
        },
        close: () => {},
        drop: () => {},
      });
    },
    events: {
      onStanza: () => {},
      onTaken: () => {},
      onLost: () => {},
      onSession: async () => {},
      onResumed: async () => {},
      onState: () => {},
      onAsked: () => told.push('asked'),
      onAnswered: (ms) => told.push(ms),
    },
  });
  await link.start();
  return { clock, link, told, answer: () => say(`<a ${sm} h="0"/>`) };
};

it('tells how long the answer to a sign of life took', async () => {
  const { clock, told, answer } = await setUp();
  await clock.advance(askAfter);
  expect(told).toEqual(['asked']);
  await clock.advance(700);
  answer();
  expect(told).toEqual(['asked', 700]);
});

it('tells it of each message, in the order in which they went out', async () => {
  const { clock, link, told, answer } = await setUp();
  link.send(buildPresence('available'), 'one');
  await clock.advance(300);
  link.send(buildPresence('available'), 'two');
  await clock.advance(200);
  answer();
  answer();
  expect(told).toEqual(['asked', 'asked', 500, 200]);
});

it('takes no answer that nobody asked for', async () => {
  const { told, answer } = await setUp();
  answer();
  expect(told).toEqual([]);
});
