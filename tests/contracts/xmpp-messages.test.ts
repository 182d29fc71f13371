import { afterEach, describe, expect, inject, test } from 'vitest';
import { createId } from '../../src/shared/id.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];
const customers: string[] = [];

type Agent = Awaited<ReturnType<typeof desk.agent>>;

const signIn = async (agent: Agent) => {
  const session = createLiveSession(agent);
  sessions.push(session);
  expect((await session.connector.connect()).ok).toBe(true);
  return session;
};

/** An agent who serves a customer who has said "Hello". */
const serving = async () => {
  const agent = await desk.agent();
  const session = await signIn(agent);
  const customer = await desk.customer();
  customers.push(customer);
  const say = (text: string) => desk.order(customer, { do: 'send', to: agent.address, text });
  const raw = (xml: string) => desk.order(customer, { do: 'raw', xml });
  await say('Hello');
  const id = await session.serve(customer);
  const received = async (text: string) =>
    (await session.events.next('message.received', (each) => each.message.text.includes(text)))
      .message;
  return { agent, session, customer, say, raw, id, received };
};

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
  for (const customer of customers.splice(0)) await desk.dismiss(customer);
});

describe('a live conversation', () => {
  test("each side's program tells the other that a message has come", async () => {
    const { session, customer, id } = await serving();
    const message = { id: createId(), conversationId: id, text: 'Hi!', language: 'en' };
    await session.connector.send(message);
    const delivered = await session.events.next('message.delivered');
    expect(delivered.messageId).toBe(message.id);
    const heard = await desk.heard(customer);
    const sent = heard.find((each) => each.type === 'sent');
    await eventually(async () =>
      (await desk.heard(customer)).find((each) => each.type === 'receipt' && each.id === sent?.id),
    );
  });

  test("the agent's typing reaches the customer's program", async () => {
    const { session, customer, id } = await serving();
    session.connector.setTyping(id, true);
    session.connector.setTyping(id, false);
    const states = await eventually(async () => {
      const found = (await desk.heard(customer)).filter((each) => each.type === 'state');
      return found.length >= 2 ? found.map((each) => each.state) : undefined;
    });
    expect(states).toEqual(['composing', 'paused']);
  });

  test('what is written on another device shows on this one, both ways, once', async () => {
    const { agent, session, customer, say, id } = await serving();
    const other = await signIn(agent);
    // The other device joins while the conversation is open: it learns of it by what is said next.
    await say('Anyone?');
    const { offer } = await other.events.next('offer.received');
    await other.connector.acceptOffer(offer.id);
    await session.events.next('message.received', (each) => each.message.text === 'Anyone?');
    const message = { id: createId(), conversationId: id, text: 'From there.', language: 'en' };
    expect((await other.connector.send(message)).ok).toBe(true);
    const copy = await session.events.next(
      'message.received',
      (each) => each.message.text === 'From there.',
    );
    expect(copy.message).toMatchObject({ id: message.id, author: 'agent', delivery: 'sent' });
    await say('Thank you both.');
    for (const one of [session, other]) {
      await one.events.next('message.received', (each) => each.message.text === 'Thank you both.');
      const texts = one.events.of('message.received').map((each) => each.message.text);
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect((await desk.heard(customer)).filter((each) => each.text === 'From there.')).toHaveLength(
      1,
    );
  });

  test('one of two tabs sends for a conversation that only the other has accepted, once', async () => {
    const { agent, customer, say, id } = await serving();
    const other = await signIn(agent);
    await say('Are you there?');
    await other.events.next('offer.received');
    const message = { id: createId(), conversationId: id, text: 'From the other.', language: 'en' };
    expect(await other.connector.send(message)).toEqual({ ok: true, value: undefined });
    const heard = await eventually(async () => {
      const found = (await desk.heard(customer)).filter((each) => each.type === 'message');
      return found.length ? found : undefined;
    });
    expect(heard.map((each) => each.text)).toEqual(['From the other.']);
  });

  test('a customer who was answered from another device is no longer an offer', async () => {
    const agent = await desk.agent();
    const here = await signIn(agent);
    const there = await signIn(agent);
    const customer = await desk.customer();
    customers.push(customer);
    await desk.order(customer, { do: 'send', to: agent.address, text: 'Hello' });
    const { offer } = await here.events.next('offer.received');
    const id = await there.serve(customer);
    await there.connector.send({ id: createId(), conversationId: id, text: 'Hi', language: 'en' });
    const withdrawn = await here.events.next('offer.withdrawn');
    expect(withdrawn).toMatchObject({ offerId: offer.id, reason: 'taken' });
  });

  test('a forged copy, archive entry or receipt of a customer changes nothing', async () => {
    const { agent, session, customer, raw, received, say, id } = await serving();
    const victim = 'boss@localhost';
    const forwarded = `<forwarded xmlns="urn:xmpp:forward:0"><message xmlns="jabber:client" from="${victim}" to="${agent.address}" type="chat" id="f1"><body>Give them a refund.</body></message></forwarded>`;
    for (const name of ['received', 'sent']) {
      await raw(
        `<message to="${agent.address}" type="chat"><${name} xmlns="urn:xmpp:carbons:2">${forwarded}</${name}></message>`,
      );
    }
    await raw(
      `<message to="${agent.address}"><result xmlns="urn:xmpp:mam:2" id="1" queryid="1">${forwarded}</result></message>`,
    );
    await raw(
      `<message to="${agent.address}" type="chat"><received xmlns="urn:xmpp:receipts" id="never-sent"/></message>`,
    );
    // Ends a stream where the library's own transport reads it.
    await raw(
      `<message to="${agent.address}" type="chat"><error xmlns="http://etherx.jabber.org/streams"><conflict xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></error></message>`,
    );
    await say('still here');
    expect((await received('still here')).conversationId).toBe(id);
    const texts = session.events.of('message.received').map((each) => each.message.text);
    expect(texts).toEqual(['still here']);
    expect(session.events.of('message.delivered')).toEqual([]);
    expect(session.events.of('offer.received').map((each) => each.offer.customer.id)).toEqual([
      customer,
    ]);
    expect(session.events.of('connection.changed').at(-1)?.state).toBe('online');
  });

  test('markup is text, and reading direction cannot be turned', async () => {
    const { received, say } = await serving();
    await say('<img src=x onerror=alert(1)><b>bold</b> & "so"');
    expect((await received('bold')).text).toBe('<img src=x onerror=alert(1)><b>bold</b> & "so"');
    await say('pay \u202e001\u202c now');
    expect((await received('now')).text).toBe('pay 001 now');
  });

  test('a body of a megabyte is cut, and the next message comes as ever', async () => {
    const { received, say } = await serving();
    await say(`long ${'x'.repeat(1_000_000)}`);
    await say('short');
    const long = await received('long');
    expect(long.text).toHaveLength(65_536 + 4);
    expect(long.text.endsWith(' […]')).toBe(true);
    expect((await received('short')).text).toBe('short');
  });

  test('a message to somebody who is away is taken, and not reported as delivered', async () => {
    const { session, customer, id } = await serving();
    await desk.dismiss(customer);
    const conversationId = id;
    const gone = { id: createId(), conversationId, text: 'Are you there?', language: 'en' };
    // They get it when they are back.
    expect((await session.connector.send(gone)).ok).toBe(true);
    expect(session.events.of('message.failed')).toEqual([]);
    expect(session.events.of('message.delivered')).toEqual([]);
  });

  test('an agent who is away is still reached, and still signed in', async () => {
    const { session, received, say } = await serving();
    for (const status of ['busy', 'away', 'offline'] as const) {
      session.connector.setAvailability({ status, capacity: 1 });
    }
    await say('while away');
    session.connector.setAvailability({ status: 'available', capacity: 1 });
    expect((await received('while away')).text).toBe('while away');
    expect(session.events.of('connection.changed').at(-1)?.state).toBe('online');
  });

  test('after wrap-up the same customer is a new offer, with the past within reach', async () => {
    const { session, say, id } = await serving();
    await session.connector.endConversation(id);
    await say('One more thing');
    const again = await session.events.next(
      'offer.received',
      (each) => each.offer.topic === 'One more thing',
    );
    await session.connector.wrapUp(id, { disposition: 'solved', note: '', tags: [] });
    await session.connector.acceptOffer(again.offer.id);
    const { conversation } = await session.events.next(
      'conversation.opened',
      (each) => each.conversation.topic === 'One more thing',
    );
    expect(conversation).toMatchObject({ id, state: 'open', hasEarlier: true });
    await session.connector.loadEarlier(id);
    const loaded = await session.events.next('history.loaded');
    expect(loaded.messages.map((each) => each.text)).toEqual(['Hello']);
  });
});
