import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import { createId } from '../../src/shared/id.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];
const customers: string[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
  for (const customer of customers.splice(0)) await desk.dismiss(customer);
});

/** Shorter than in life, so that a test need not wait; in the same order. */
const times = { connect: 5000, ask: 1000, giveUp: 2500, answer: 10_000 };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The two ways to the same server. */
const ways = {
  socket: (service: string) => service,
  polling: (service: string) => service.replace('ws:', 'http:').replace('/ws', '/bosh'),
};
let way: (service: string) => string;

const serving = async () => {
  const agent = await desk.agent();
  const service = await desk.relay();
  const store = createMemoryStore();
  const options = { ...agent, service: way(service), times, store };
  const session = createLiveSession(options);
  sessions.push(session);
  expect((await session.connector.connect()).ok).toBe(true);
  const customer = await desk.customer();
  customers.push(customer);
  await desk.order(customer, { do: 'send', to: agent.address, text: 'first' });
  const id = await session.serve(customer);
  const say = (text: string) => desk.order(customer, { do: 'send', to: agent.address, text });
  const send = (text: string) =>
    session.connector.send({ id: createId(), conversationId: id, text, language: 'en' });
  const heard = async () =>
    (await desk.heard(customer)).filter((each) => each.type === 'message').map((each) => each.text);
  const received = () => session.events.of('message.received').map((each) => each.message.text);
  const online = () =>
    session.events.of('connection.changed').filter((each) => each.state === 'online').length;
  return { agent, customer, heard, id, online, options, received, say, send, service, session };
};

/** Waits, and then a little longer, for what should not come. */
const exactly = async (
  texts: readonly string[],
  ask: () => Promise<(string | undefined)[]> | string[],
) => {
  await eventually(async () => ((await ask()).length >= texts.length ? true : undefined), 25_000);
  await wait(700);
  expect(await ask()).toEqual(texts);
};

const numbers = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`);

describe.each(['socket', 'polling'] as const)('a live connection by %s', (name) => {
  beforeEach(() => {
    way = ways[name];
  });

  test('that is cut comes back, and each message both ways arrives once, in order', async () => {
    const { heard, online, received, say, send, service, session } = await serving();
    await desk.wire(service, 'cut');
    await session.events.next('connection.changed', (each) => each.state === 'reconnecting');
    expect(await send('too early')).toEqual({ ok: false, error: { kind: 'not-connected' } });
    for (const text of numbers('customer', 20)) await say(text);
    await desk.wire(service, 'open');
    await eventually(() => (online() === 2 ? true : undefined));
    for (const text of numbers('agent', 20)) expect((await send(text)).ok).toBe(true);
    await exactly(numbers('customer', 20), received);
    await exactly(numbers('agent', 20), heard);
  });

  test('that falls silent is given up, and what was under way is given back when the customer’s words are there', async () => {
    const { heard, online, received, say, service, session, id } = await serving();
    await desk.wire(service, 'hole');
    const messages = numbers('agent', 5).map((text) => ({ id: createId(), text, language: 'en' }));
    const hand = (each: (typeof messages)[number]) =>
      session.connector.send({ ...each, conversationId: id });
    const wordsThen: string[][] = [];
    const sending = messages.map(async (each) => {
      const result = await hand(each);
      wordsThen.push(received());
      return result;
    });
    for (const text of numbers('customer', 5)) await say(text);
    await wait(4000);
    expect(wordsThen).toEqual([]);
    await desk.wire(service, 'open');
    const lost = { ok: false, error: { kind: 'not-connected' } };
    expect(await Promise.all(sending)).toEqual(messages.map(() => lost));
    // Whoever holds them back until the agent has looked can do so.
    expect(wordsThen).toEqual(messages.map(() => numbers('customer', 5)));
    await eventually(() => (online() > 1 ? true : undefined));
    expect(messages.map((each) => session.connector.hasSent?.(id, each.id))).not.toContain(true);
    for (const each of messages) expect((await hand(each)).ok).toBe(true);
    expect(messages.map((each) => session.connector.hasSent?.(id, each.id))).not.toContain(false);
    await exactly(numbers('customer', 5), received);
    await exactly(numbers('agent', 5), heard);
  });

  test('survives kill -9 of the server: what the archive has is not sent again', async () => {
    const { customer, heard, online, received, say, send, agent } = await serving();
    expect((await send('before')).ok).toBe(true);
    await say('also before');
    await eventually(() => (received().includes('also before') ? true : undefined));
    const crash = desk.crash();
    await wait(100);
    const result = await send('during');
    await crash;
    await eventually(() => (online() === 2 ? true : undefined), 40_000);
    if (!result.ok) expect(result.error.kind).toBe('not-connected');
    await desk.dismiss(customer);
    await desk.program(customer);
    expect((await send('after')).ok).toBe(true);
    await desk.order(customer, { do: 'send', to: agent.address, text: 'also after' });
    await exactly(['also before', 'also after'], received);
    const last = await eventually(async () =>
      (await heard()).includes('after') ? await heard() : undefined,
    );
    expect(last.filter((text) => text === 'after')).toHaveLength(1);
  }, 90_000);

  test('keeps the order of the archive for what came while nobody was there', async () => {
    const { customer, options, say, session } = await serving();
    await session.connector.disconnect();
    for (const text of numbers('offline', 60)) await say(text);
    await wait(1500);
    const again = createLiveSession(options);
    sessions.push(again);
    const connected = again.connector.connect();
    await say('just now');
    expect((await connected).ok).toBe(true);
    // The conversation was open: it is brought back with its newest page, the rest is told.
    const { conversation } = await again.events.next('conversation.opened');
    expect(conversation.id).toBe(customer);
    const texts = () => [
      ...conversation.messages.map((each) => each.text),
      ...again.events.of('message.received').map((each) => each.message.text),
    ];
    await eventually(() => (texts().includes('just now') ? true : undefined));
    await wait(700);
    const expected = ['first', ...numbers('offline', 60), 'just now'];
    expect(texts()).toEqual(expected.slice(-texts().length));
    expect(texts().length).toBeGreaterThanOrEqual(20);
    await again.connector.loadEarlier(customer);
    const loaded = await again.events.next('history.loaded');
    const joined = [...loaded.messages.map((each) => each.text), ...texts()];
    expect(joined).toEqual(expected.slice(-joined.length));
    expect(joined.length).toBe(Math.min(expected.length, texts().length + 20));
  });

  test('a message of an earlier page load that had got through is not sent twice', async () => {
    const { heard, id, options, session } = await serving();
    const message = { id: createId(), conversationId: id, text: 'only once', language: 'en' };
    expect((await session.connector.send(message)).ok).toBe(true);
    await session.connector.disconnect();
    const again = createLiveSession(options);
    sessions.push(again);
    await again.connector.connect();
    expect(await again.connector.send(message)).toEqual({ ok: true, value: undefined });
    await exactly(['only once'], heard);
  });
});
