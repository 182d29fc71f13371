import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import { groupPast } from '../../src/domain/past.ts';
import type { Disposition } from '../../src/domain/wrap-up.ts';
import { createId } from '../../src/shared/id.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];
const customers: string[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
  for (const customer of customers.splice(0)) await desk.dismiss(customer);
});

/** An agent, a customer, and all that a whole conversation between them takes. */
const setUp = async () => {
  const agent = await desk.agent();
  const options = { ...agent, store: createMemoryStore() };
  const customer = await desk.customer();
  customers.push(customer);
  const signIn = async () => {
    const session = createLiveSession(options);
    sessions.push(session);
    expect((await session.connector.connect()).ok).toBe(true);
    return session;
  };
  const session = await signIn();
  const say = (text: string) => desk.order(customer, { do: 'send', to: agent.address, text });
  const accept = async (topic: string) => {
    await say(topic);
    const asked = await session.events.next('offer.received', ({ offer }) => offer.topic === topic);
    expect((await session.connector.acceptOffer(asked.offer.id)).ok).toBe(true);
  };
  const answer = (text: string) =>
    session.connector.send({ id: createId(), conversationId: customer, text, language: 'en' });
  const close = (disposition: Disposition, note = '') =>
    session.connector.wrapUp(customer, { disposition, note, tags: ['parcel'] });
  return { accept, answer, agent, close, customer, say, session, signIn };
};

/** What goes over the sockets of this page from now on; those that there are, are heard from their next word. */
const weighWires = () => {
  const asked: string[] = [];
  let bytes = 0;
  const heard = new WeakSet<WebSocket>();
  const count = (text: unknown) => {
    bytes += new TextEncoder().encode(String(text)).length;
  };
  const { send } = WebSocket.prototype;
  const spy = vi.spyOn(WebSocket.prototype, 'send').mockImplementation(function (
    this: WebSocket,
    data,
  ) {
    if (!heard.has(this)) this.addEventListener('message', (event) => count(event.data));
    heard.add(this);
    if (String(data).includes('urn:xmpp:mam:2')) asked.push(String(data));
    count(data);
    send.call(this, data);
  });
  return { asked: () => asked, bytes: () => bytes, stop: () => spy.mockRestore() };
};

const past = async ({ connector }: LiveSession, customer: string, older?: string) => {
  const result = await connector.readPast(customer, older);
  return result.ok ? result.value : expect.fail(JSON.stringify(result.error));
};

describe('what was said with a customer before', () => {
  test('comes as conversations, with how each one ended, also after signing in anew', async () => {
    const { accept, answer, close, customer, session, signIn } = await setUp();
    await accept('Where is my parcel?');
    expect((await answer('On its way.')).ok).toBe(true);
    await close('follow-up', 'Call the depot.');
    await accept('It came, thank you!');
    await close('solved');
    await accept('One more thing');
    const told = async (from: LiveSession) => {
      const page = await past(from, customer);
      expect(page.older).toBeUndefined();
      return groupPast(page.messages, page.wrapUps, true).map(({ messages, wrapUp }) => ({
        said: messages.map(({ author, text }) => `${author}: ${text}`),
        ended: wrapUp?.disposition,
        note: wrapUp?.note,
        tags: wrapUp?.tags,
      }));
    };
    const expected = [
      { said: ['customer: It came, thank you!'], ended: 'solved', note: '', tags: ['parcel'] },
      {
        said: ['customer: Where is my parcel?', 'agent: On its way.'],
        ended: 'follow-up',
        note: 'Call the depot.',
        tags: ['parcel'],
      },
    ];
    expect(await told(session)).toEqual(expected);
    await session.connector.disconnect();
    const again = await signIn();
    await again.events.next('conversation.opened');
    expect(await told(again)).toEqual(expected);
  });

  test('comes page by page, each message once, and none of what is said now', async () => {
    const { accept, close, customer, say, session } = await setUp();
    await accept('first');
    const texts = Array.from({ length: 25 }, (_, index) => `number ${index + 1}`);
    for (const text of texts) await say(text);
    await session.events.next('message.received', ({ message }) => message.text === 'number 25');
    await close('solved');
    await accept('now');
    const read = [await past(session, customer)];
    for (let older = read[0]?.older; older !== undefined; older = read[0]?.older) {
      read.unshift(await past(session, customer, older));
    }
    expect(read.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual([
      'first',
      ...texts,
    ]);
    // Receipts stand in the archive too, so that a page may hold far fewer.
    expect(read.length).toBeGreaterThan(1);
    for (const { messages } of read) expect(messages.length).toBeLessThanOrEqual(12);
  });

  test('costs one page of the archive when it is asked for, and nothing before', async () => {
    const { accept, answer, close, customer, say, session } = await setUp();
    await accept('My parcel has not come, and the shop says that it was sent two weeks ago.');
    for (let count = 1; count <= 6; count += 1) {
      await answer(`Answer ${count}: I have asked the depot and will tell you what they say.`);
      await say(`Thank you, I will wait. ${count}`);
    }
    await session.events.next('message.received', ({ message }) => message.text.endsWith('6'));
    await close('solved');
    await accept('Hello again');
    const wire = weighWires();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(wire.asked()).toEqual([]);
    const page = await past(session, customer);
    wire.stop();
    expect(page.messages.length).toBeGreaterThan(4);
    expect(wire.asked()).toHaveLength(1);
    expect(wire.bytes()).toBeLessThan(12_000);
  });

  test('is this customer’s alone, whatever others send meanwhile', async () => {
    const { accept, agent, close, customer, session } = await setUp();
    await accept('mine');
    await close('solved');
    await accept('mine again');
    const other = await desk.customer('stranger');
    customers.push(other);
    await desk.order(other, { do: 'send', to: agent.address, text: 'theirs' });
    await session.events.next('offer.received', ({ offer }) => offer.topic === 'theirs');
    const forged = `<message xmlns="jabber:client" to="${agent.address}"><result xmlns="urn:xmpp:mam:2" queryid="any" id="1"><forwarded xmlns="urn:xmpp:forward:0"><delay xmlns="urn:xmpp:delay" stamp="2020-01-01T00:00:00Z"/><message xmlns="jabber:client" from="${customer}" to="${agent.address}" type="chat"><body>forged</body></message></forwarded></result></message>`;
    const reading = past(session, customer);
    await desk.order(other, { do: 'raw', xml: forged });
    expect((await reading).messages.map(({ text }) => text)).toEqual(['mine']);
    expect((await past(session, customer)).messages.map(({ text }) => text)).toEqual(['mine']);
  });
});
