import { afterEach, describe, expect, inject, test } from 'vitest';
import type { OutgoingMessage } from '../../src/connectors/connector.ts';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import { createId } from '../../src/shared/id.ts';
import type { ServerKind } from '../support/desk-server.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';
import type { CustomerEvent } from '../support/slixmpp-customer.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];
const customers: string[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
  for (const customer of customers.splice(0)) await desk.dismiss(customer);
});

type Options = Parameters<typeof createLiveSession>[0];

const signIn = async (options: Options) => {
  const session = createLiveSession(options);
  sessions.push(session);
  expect((await session.connector.connect()).ok).toBe(true);
  return session;
};

/** An agent who serves a customer who has said "Hello". */
const serving = async (more: Partial<Options> = {}, kind: ServerKind = 'usual') => {
  const agent = { ...(await desk.agent(kind)), store: createMemoryStore(), ...more };
  const session = await signIn(agent);
  const customer = await desk.customer('customer', kind);
  customers.push(customer);
  await desk.order(customer, { do: 'send', to: agent.address, text: 'Hello' });
  const id = await session.serve(customer);
  const heard = async () => (await desk.heard(customer)).filter((each) => each.type === 'message');
  /** Exactly these, also a little later. */
  const exactly = async (count: number): Promise<CustomerEvent> => {
    const last = { ...said(id, 'That was all.'), id: createId() };
    expect((await session.connector.send(last)).ok).toBe(true);
    const all = await eventually(async () => {
      const messages = await heard();
      return messages.at(-1)?.text === last.text ? messages : undefined;
    });
    expect(all).toHaveLength(count + 1);
    const first = all[0];
    if (!first) throw new Error('Nothing was heard.');
    return first;
  };
  return { agent, customer, exactly, heard, id, session };
};

const said = (conversationId: string, text: string): OutgoingMessage => ({
  ...{ id: createId(), conversationId, text, language: 'en' },
});

const spoken = (conversationId: string, text = 'I have sent it 🌼 today.', bytes = 2000) => {
  const sound = new Blob([new Uint8Array(bytes).fill(7, 100)], { type: 'audio/ogg' });
  const attachment = { sound, name: 'answer.ogg', mime: 'audio/ogg', seconds: 2.5 };
  return { ...said(conversationId, text), attachment };
};

const base64 = async (blob: Blob) =>
  btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));

/** The `fetch` of a page whose way to the files, and to nothing else, goes through a relay. */
const through = (relay: string): NonNullable<Options['fetch']> => {
  const { port } = new URL(relay);
  return (url, init) => {
    const way = new URL(url);
    if (way.pathname.startsWith('/upload/')) way.port = port;
    return fetch(way.href, init);
  };
};

describe('a voice answer over XMPP (XEP-0363)', () => {
  test('reaches the customer as one message: the words, and an address where the recording is', async () => {
    const { customer, exactly, id, session } = await serving();
    expect(await session.connector.voiceLimit()).toEqual({ ok: true, value: 10_000_000 });
    const message = spoken(id);
    const [one, two] = [session.connector.send(message), session.connector.send(message)];
    expect([(await one).ok, (await two).ok]).toEqual([true, true]);
    expect((await session.connector.send(message)).ok).toBe(true);
    const heard = await exactly(1);
    const file = heard.file ?? '';
    expect(heard).toMatchObject({ id: message.id, text: `${message.text}\n${file}` });
    expect(file).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/upload\/.+\/answer\.ogg$/);
    expect(heard.xml).toContain('<media-type>audio/ogg</media-type>');
    expect(heard.xml).toContain('<length>2500</length>');
    await session.events.next('message.delivered', (each) => each.messageId === message.id);

    await desk.order(customer, { do: 'fetch', file });
    const fetched = await eventually(async () =>
      (await desk.heard(customer)).find((each) => each.type === 'fetched'),
    );
    expect(fetched.data).toBe(await base64(message.attachment.sound));
    // ejabberd's own word for what ends in `.ogg`.
    expect(fetched.mime).toBe('application/ogg');
  });

  test('without words is its address alone, which every program knows for a file', async () => {
    const { exactly, id, session } = await serving();
    expect((await session.connector.send(spoken(id, ''))).ok).toBe(true);
    const heard = await exactly(1);
    expect(heard.text).toBe(heard.file);
  });

  test('comes back from the archive, and to another device, with its words and where it is', async () => {
    const { agent, exactly, id, session } = await serving();
    const other = await signIn({ ...agent, store: createMemoryStore() });
    await other.serve(id);
    const message = spoken(id);
    expect((await session.connector.send(message)).ok).toBe(true);
    const { file: url } = await exactly(1);
    const expected = {
      ...{ id: message.id, author: 'agent', text: message.text },
      attachment: { url, name: 'answer.ogg', mime: 'audio/ogg', bytes: 2000, seconds: 2.5 },
    };
    const copy = await other.events.next('message.received');
    expect(copy.message).toMatchObject(expected);

    await session.connector.disconnect();
    const again = await signIn(agent);
    const { conversation } = await again.events.next('conversation.opened');
    const kept = conversation.messages.find((each) => each.id === message.id);
    expect(kept).toMatchObject(expected);
    // Handed over once more by an outbox that has not heard of it.
    expect(await again.connector.send(message)).toEqual({ ok: true, value: undefined });
    const texts = async () =>
      (await desk.heard(id)).filter((each) => each.type === 'message').map((each) => each.text);
    expect(await texts()).toHaveLength(2);
  });

  test('a server that takes no files says so before anything is recorded, and words still go', async () => {
    const { heard, id, session } = await serving({}, 'no-files');
    const none = { ok: false, error: { kind: 'no-files' } };
    expect(await session.connector.voiceLimit()).toEqual(none);
    expect(await session.connector.send(spoken(id))).toEqual(none);
    expect((await session.connector.send(said(id, 'In writing.'))).ok).toBe(true);
    await eventually(async () => ((await heard()).length ? true : undefined));
    expect((await heard()).map((each) => each.text)).toEqual(['In writing.']);
  });

  test('one that is larger than the server takes is refused as such, and not sent', async () => {
    const { id, session } = await serving();
    const result = await session.connector.send(spoken(id, 'Long.', 10_000_001));
    expect(result).toEqual({ ok: false, error: { kind: 'file-too-large' } });
  });

  test('whose upload breaks off in the middle may be tried again, and arrives once', async () => {
    const relay = await desk.relay();
    const { customer, exactly, heard, id, session } = await serving({ fetch: through(relay) });
    const message = spoken(id, 'Once.', 100_000);
    await desk.wire(relay, 'short');
    const broken = { ok: false, error: { kind: 'not-connected' } };
    expect(await session.connector.send(message)).toEqual(broken);
    await desk.wire(relay, 'cut');
    expect(await session.connector.send(message)).toEqual(broken);
    expect(await heard()).toEqual([]);
    await desk.wire(relay, 'open');
    expect((await session.connector.send(message)).ok).toBe(true);
    const { file = '' } = await exactly(1);
    await desk.order(customer, { do: 'fetch', file });
    const fetched = await eventually(async () =>
      (await desk.heard(customer)).find((each) => each.type === 'fetched'),
    );
    expect(fetched.data).toBe(await base64(message.attachment.sound));
  });

  test('one that is still on its way is waited for when it is handed over again', async () => {
    const relay = await desk.relay();
    const methods: string[] = [];
    const counting: NonNullable<Options['fetch']> = (url, init) => {
      methods.push(init.method ?? '');
      return through(relay)(url, init);
    };
    const { exactly, id, session } = await serving({ fetch: counting });
    const message = spoken(id, 'Slowly.');
    await desk.wire(relay, 'hole');
    const first = session.connector.send(message);
    await eventually(() => methods[0]);
    const second = session.connector.send(message);
    // What the hole has eaten is lost: both hear so.
    await desk.wire(relay, 'open');
    const broken = { ok: false, error: { kind: 'not-connected' } };
    expect([await first, await second]).toEqual([broken, broken]);
    expect(methods.filter((each) => each === 'PUT')).toHaveLength(1);
    expect((await session.connector.send(message)).ok).toBe(true);
    await exactly(1);
  });

  test('whose link is lost after the upload goes out on the next one, uploaded once', async () => {
    const service = await desk.relay();
    const puts: string[] = [];
    const counting: NonNullable<Options['fetch']> = async (url, init) => {
      const answer = await fetch(url, init);
      if (init.method === 'PUT') {
        puts.push(url);
        // The recording is there; the message is not yet.
        await desk.wire(service, 'cut');
        await session?.events.next('connection.changed', (each) => each.state === 'reconnecting');
      }
      return answer;
    };
    let session: LiveSession | undefined;
    const desked = await serving({ service, fetch: counting });
    session = desked.session;
    const { exactly, id } = desked;
    const message = spoken(id);
    expect(await session.connector.send(message)).toEqual({
      ok: false,
      error: { kind: 'not-connected' },
    });
    await desk.wire(service, 'open');
    const online = () =>
      session?.events.of('connection.changed').filter((each) => each.state === 'online').length;
    await eventually(() => (online() === 2 ? true : undefined));
    expect((await session.connector.send(message)).ok).toBe(true);
    await exactly(1);
    expect(puts).toHaveLength(1);
  });

  test('is not sent when the conversation has ended before the upload has', async () => {
    let end = async () => {};
    const ending: NonNullable<Options['fetch']> = async (url, init) => {
      const answer = await fetch(url, init);
      if (init.method === 'PUT') await end();
      return answer;
    };
    const { agent, customer, heard, id, session } = await serving({ fetch: ending });
    end = async () => void (await session.connector.endConversation(id));
    const ended = { ok: false, error: { kind: 'conversation-ended' } };
    expect(await session.connector.send(spoken(id))).toEqual(ended);
    // What the customer says next has passed the server behind whatever went out before.
    await desk.order(customer, { do: 'send', to: agent.address, text: 'And this?' });
    await session.events.next('offer.received', (each) => each.offer.topic === 'And this?');
    expect(await heard()).toEqual([]);
  });

  test('at a server that lets no page upload, it is tried thrice and then given up', async () => {
    // As without CORS headers: the answer is there, and the browser keeps it from the page.
    const shut: NonNullable<Options['fetch']> = (url, init) =>
      fetch(init.method === 'PUT' ? new URL('/ws', url).href : url, init);
    const { heard, id, session } = await serving({ fetch: shut });
    const message = spoken(id);
    const kinds: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const result = await session.connector.send(message);
      kinds.push(result.ok ? 'ok' : result.error.kind);
    }
    expect(kinds).toEqual(['not-connected', 'not-connected', 'no-files']);
    expect(await heard()).toEqual([]);
  });
});
