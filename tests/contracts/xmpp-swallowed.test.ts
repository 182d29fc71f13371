import { afterEach, describe, expect, inject, test } from 'vitest';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import type { OutboxEvent } from '../../src/domain/outbox-event.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { createSender } from '../../src/session/create-sender.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';
import { createDisk } from '../outbox/create-disk.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession } from '../support/live-session.ts';
import { aConversation } from '../support/samples.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const cleaners: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleaners.splice(0)) await clean();
});

/** Shorter than in life, so that a test need not wait; in the same order. */
const times = { connect: 5000, ask: 1000, giveUp: 2500, answer: 10_000 };

/** An agent with an outbox, and a customer whose program has said that "Hello" came. */
const serving = async () => {
  const agent = await desk.agent();
  const session = createLiveSession({ ...agent, times, store: createMemoryStore() });
  const { connector, events } = session;
  const told: OutboxEvent[] = [];
  const sender = createSender({
    storage: createDisk().open(),
    connector,
    clock: systemClock,
    tabId: createId(),
    settings: () => ({ ...defaultSettings, undoSend: 0 }),
    session: () => undefined,
    emit: (event) => told.push(event),
  });
  connector.subscribe((event) => {
    if (event.type === 'connection.changed') sender.online(event.state === 'online');
  });
  expect((await connector.connect()).ok).toBe(true);
  const customer = await desk.customer();
  cleaners.push(async () => {
    sender.stop();
    await connector.disconnect();
    await desk.dismiss(customer);
  });
  await desk.order(customer, { do: 'send', to: agent.address, text: 'Hi.' });
  const conversation = aConversation({ id: await session.serve(customer) });
  /** Sends, and waits until the server says that it has it; the message's id. */
  const send = async (text: string) => {
    await sender.send(conversation, text);
    return eventually(() => {
      const queued = told.find(
        (event) => event.type === 'message.queued' && event.message.text === text,
      );
      const id = queued?.type === 'message.queued' ? queued.message.id : undefined;
      return told.some((event) => event.type === 'message.sent' && event.messageId === id)
        ? id
        : undefined;
    });
  };
  const hello = await send('Hello.');
  await events.next('message.delivered', ({ messageId }) => messageId === hello);
  const online = () =>
    events.of('connection.changed').filter(({ state }) => state === 'online').length;
  const heard = async () =>
    (await desk.heard(customer)).filter(({ type }) => type === 'message').map(({ text }) => text);
  const unsure = () =>
    told.flatMap((event) =>
      event.type === 'message.failed' && event.failure === 'unsure' ? [event.messageId] : [],
    );
  return { connector, customer, events, heard, online, send, sender, unsure };
};

describe('a server that dies with what it has said that it has', () => {
  test('is found out, and what it swallowed comes when the agent sends it again, under its id', async () => {
    const { connector, customer, events, heard, online, send, sender, unsure } = await serving();
    const before = await connector.startedAt?.();
    expect(before).toBeLessThan(Date.now());
    await desk.freeze(customer);
    const sentAt = Date.now();
    const id = await send('Swallowed.');
    await desk.kill(customer);
    await desk.crash();
    await eventually(() => (online() === 2 ? true : undefined), 40_000);
    expect(await connector.startedAt?.()).toBeGreaterThan(sentAt);
    await desk.program(customer);
    const after = await send('After it.');
    await events.next('message.delivered', ({ messageId }) => messageId === after);
    await eventually(() => (unsure().length ? true : undefined), 20_000);
    expect(unsure()).toEqual([id]);
    // Really lost: the server has not kept it for later either.
    expect(await heard()).toEqual(['After it.']);
    sender.retry(id);
    await events.next('message.delivered', ({ messageId }) => messageId === id);
    expect(await heard()).toEqual(['After it.', 'Swallowed.']);
    const [, again] = (await desk.heard(customer)).filter(({ type }) => type === 'message');
    expect(again?.id).toBe(id);
  }, 90_000);
});
