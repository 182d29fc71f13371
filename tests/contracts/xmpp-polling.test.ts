import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { openKnown, serviceKey } from '../../src/connectors/xmpp/open-early.ts';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession } from '../support/live-session.ts';
import {
  createPolledSessions,
  numbers,
  polled,
  pollTimes,
  watchPolls,
} from '../support/polled-sessions.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const { end, open, serve, sessions } = createPolledSessions(desk);

afterEach(async () => {
  vi.unstubAllGlobals();
  await end();
});

/** Counts the WebSockets that are tried. */
const countSockets = () => {
  let count = 0;
  const Real = WebSocket;
  vi.stubGlobal(
    'WebSocket',
    class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        count += 1;
        super(url, protocols);
      }
    },
  );
  return () => count;
};

describe('where no WebSocket is let through', () => {
  test.each(['strips', 'swallows', 'refuses', 'hangs'] as const)(
    'by a proxy that %s, the desk signs in by long polling, says so once, and is a desk',
    async (way) => {
      const at = await open({ service: await desk.relay(way) });
      expect(at.result.ok).toBe(true);
      const { heard, received, say, send } = await serve(at);
      await say('from the customer');
      expect((await send('from the agent')).ok).toBe(true);
      await eventually(() => received().at(-1));
      expect(received()).toEqual(['from the customer']);
      await eventually(async () => ((await heard()).length ? true : undefined));
      expect(await heard()).toEqual(['from the agent']);
      expect(at.told()).toBe(1);
    },
  );

  test('20 messages each way through a cut arrive once, in order; no socket is tried for it', async () => {
    const sockets = countSockets();
    const service = await desk.relay('strips');
    const at = await open({ service });
    const { heard, received, say, send } = await serve(at);
    expect(sockets()).toBe(1);
    await desk.wire(service, 'cut');
    await at.session.events.next('connection.changed', ({ state }) => state === 'reconnecting');
    for (const text of numbers('customer')) await say(text);
    await desk.wire(service, 'open');
    await eventually(() => (at.online() === 2 ? true : undefined));
    for (const text of numbers('agent')) expect((await send(text)).ok).toBe(true);
    await eventually(async () => ((await heard()).length >= 20 ? true : undefined), 25_000);
    expect(await heard()).toEqual(numbers('agent'));
    expect(received()).toEqual(numbers('customer'));
    expect(sockets()).toBe(1);
    expect(at.told()).toBe(1);
  });

  test('any more, a session is taken up again by long polling, and what was under way arrives once', async () => {
    const broken = await desk.relay('refuses');
    const service = await desk.relay();
    const polls = watchPolls();
    const at = await open({ service, fetch: polls.ask });
    const { heard, received, say, send } = await serve(at);
    expect((await send('by a socket')).ok).toBe(true);
    expect(polls.bodies).toEqual([]);
    const Real = WebSocket;
    vi.stubGlobal(
      'WebSocket',
      class extends Real {
        constructor(_: string | URL, protocols?: string | string[]) {
          super(broken, protocols);
        }
      },
    );
    await desk.wire(service, 'hole');
    const id = createId();
    const sending = send('on the way', id);
    for (const text of numbers('customer')) await say(text);
    await at.session.events.next('connection.changed', ({ state }) => state === 'reconnecting');
    await desk.wire(service, 'open');
    expect(await sending).toEqual({ ok: false, error: { kind: 'not-connected' } });
    await eventually(() => (at.online() === 2 ? true : undefined));
    expect((await send('on the way', id)).ok).toBe(true);
    expect((await send('by polling')).ok).toBe(true);
    await eventually(async () => ((await heard()).includes('by polling') ? true : undefined));
    expect(await heard()).toEqual(['by a socket', 'on the way', 'by polling']);
    expect(received()).toEqual(numbers('customer'));
    expect(polls.answers.join('')).toContain('<resumed ');
    expect(at.told()).toBe(1);
  });

  test('the next sign-in tries a WebSocket again', async () => {
    const sockets = countSockets();
    const { agent, session, told } = await open({ service: await desk.relay('refuses') });
    expect(told()).toBe(1);
    await session.connector.disconnect();
    const before = sockets();
    const again = await open({ ...agent });
    expect(again.result.ok).toBe(true);
    expect(sockets()).toBe(before + 1);
    expect(again.told()).toBe(0);
  });

  test('a wrong password is told as one', async () => {
    const { result } = await open({ service: await desk.relay('strips'), password: 'not it' });
    expect(result).toEqual({ ok: false, error: { kind: 'wrong-password' } });
  });

  test('the host’s own word where to poll goes before any guess', async () => {
    const { service } = await desk.agent();
    const wrong = await desk.wrongServers();
    const asked: string[] = [];
    const named = 'https://polls.example/here';
    const rel = 'urn:xmpp:alt-connections:xbosh';
    const ask = (url: string, init: RequestInit) => {
      asked.push(url);
      if (url.endsWith('host-meta.json')) {
        return Promise.resolve(new Response(JSON.stringify({ links: [{ rel, href: named }] })));
      }
      return fetch(url === named ? polled(service) : url, init);
    };
    // Nothing answers at the socket's own address: only the host can tell of another.
    const { result } = await open({ service: wrong.closed, fetch: ask });
    expect(result.ok).toBe(true);
    expect(asked).toContain(named);
    expect(asked.filter((url) => /\/(bosh|http-bind)$/.test(url))).toEqual([]);
  });
});

describe('where the server was the last time', () => {
  /** What is left of a sign-in at `service`, with a socket that was tried too early. */
  const remembering = async (service: string) => {
    const { address, password } = await desk.agent();
    const store = createMemoryStore();
    await store.set(serviceKey(address), service);
    const early = await openKnown(address, store, systemClock);
    await expect.poll(() => early?.isThere).toBe(false);
    const session = createLiveSession({ address, password, store, early, times: pollTimes });
    sessions.push(session);
    return session.connector.connect();
  };

  test('is known though no socket could be opened there', async () => {
    expect((await remembering(await desk.relay('refuses'))).ok).toBe(true);
  });

  test('is known where that is polled', async () => {
    const sockets = countSockets();
    const { service } = await desk.agent();
    expect((await remembering(polled(service))).ok).toBe(true);
    expect(sockets()).toBe(0);
  });
});

describe('an address for long polling', () => {
  test('is taken where a host names no other', async () => {
    const { address, password, service } = await desk.agent();
    const href = 'https://polls.example/here';
    const links = [{ rel: 'urn:xmpp:alt-connections:xbosh', href }];
    const ask = async (url: string, init: RequestInit) =>
      url.endsWith('host-meta.json')
        ? new Response(JSON.stringify({ links }))
        : fetch(url === href ? polled(service) : url, init);
    const session = createLiveSession({ address, password, times: pollTimes, fetch: ask });
    sessions.push(session);
    expect((await session.connector.connect()).ok).toBe(true);
  });

  test('may be typed, and is remembered without a socket being opened to it', async () => {
    const sockets = countSockets();
    const store = createMemoryStore();
    const { service } = await desk.agent();
    const { agent, result, told } = await open({ service: polled(service), store });
    expect(result.ok).toBe(true);
    expect(sockets()).toBe(0);
    // It is what the agent chose.
    expect(told()).toBe(0);
    expect(await store.get(serviceKey(agent.address))).toBe(polled(service));
  });
});
