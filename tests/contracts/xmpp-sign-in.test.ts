import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { serviceKey } from '../../src/connectors/xmpp/open-early.ts';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import type { WrongServers } from '../support/live-desk.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));

const sendFor = WebSocket.prototype.send;

/** The ways to sign in that a server offers, asked without our own code. */
const offeredBy = (service: string, address: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(service, 'xmpp');
    const host = address.split('@')[1];
    socket.onerror = () => reject(new Error('No connection.'));
    socket.onopen = () =>
      socket.send(`<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${host}" version="1.0"/>`);
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const found = [...data.matchAll(/<mechanism>([^<]+)</g)].map(([, name]) => name ?? '');
      if (found.length === 0) return;
      socket.close();
      resolve(found);
    };
  });

/** What is left of an earlier sign-in. */
const knowing = (address: string, service: string) => {
  const store = createMemoryStore();
  void store.set(serviceKey(address), service);
  return store;
};

describe('signing in to a live desk', () => {
  let agent: Awaited<ReturnType<typeof desk.agent>>;
  let wrong: WrongServers;
  let session: LiveSession | undefined;

  beforeAll(async () => {
    agent = await desk.agent();
    wrong = await desk.wrongServers();
  });
  afterEach(async () => {
    await session?.connector.disconnect();
    session = undefined;
  });

  const attempt = async (options: Partial<Parameters<typeof createLiveSession>[0]>) => {
    session = createLiveSession({ ...agent, ...options });
    const result = await session.connector.connect();
    const states = session.events.of('connection.changed');
    return { kind: result.ok ? 'signed in' : result.error.kind, last: states.at(-1) };
  };

  test.each([
    ['a wrong password', () => ({ password: 'not it' }), 'wrong-password'],
    ['an account that there is not', () => ({ address: 'nobody@localhost' }), 'wrong-password'],
    ['an account at another host', () => ({ address: 'agent@elsewhere.example' }), 'bad-account'],
    ['something that is no account', () => ({ address: 'agent at work' }), 'bad-account'],
    ['something that is no address', () => ({ service: 'chat.example.org' }), 'bad-address'],
    ['a file', () => ({ service: 'ftp://example.org/ws' }), 'bad-address'],
    ['open polling elsewhere', () => ({ service: 'http://example.org/bosh' }), 'insecure-address'],
    [
      'a web server, asked for polling',
      () => ({ service: wrong.http.replace('ws', 'http') }),
      'not-a-chat-server',
    ],
    [
      'a port that nothing listens on, asked for polling',
      () => ({ service: wrong.closed.replace('ws', 'http') }),
      'unreachable',
    ],
    ['an open line to elsewhere', () => ({ service: 'ws://example.org/ws' }), 'insecure-address'],
    ['a port that nothing listens on', () => ({ service: wrong.closed }), 'unreachable'],
    ['a web server', () => ({ service: wrong.http }), 'not-a-chat-server'],
    [
      'an encrypted address that nothing answers at',
      () => ({ service: wrong.dark }),
      'certificate',
    ],
    ['a proxy that takes WebSockets away', () => ({ service: wrong.stripped }), 'blocked-socket'],
    [
      'a proxy that lets nothing through a WebSocket',
      () => ({ service: wrong.swallowed, times: { connect: 2000 } }),
      'blocked-socket',
    ],
    [
      'a page to log in on, at an address that is new',
      () => ({ service: wrong.portal }),
      'not-a-chat-server',
    ],
    [
      'a page to log in on, where the chat server was the last time',
      () => ({ service: wrong.portal, store: knowing(agent.address, wrong.portal) }),
      'web-page',
    ],
    [
      'a page to log in on, where a host is asked for its chat server',
      () => ({ service: '', fetch: async () => new Response('<!DOCTYPE html><p>Log in.') }),
      'web-page',
    ],
    [
      'a server that never answers',
      () => ({ service: wrong.silent, times: { connect: 600 } }),
      'timeout',
    ],
  ] as const)('%s', async (_, options, kind) => {
    const { kind: found, last } = await attempt(options());
    expect(found).toBe(kind);
    expect(last).toMatchObject({ state: 'offline', error: { kind } });
  });

  test('a server that wants the password as it is gets nothing of it', async () => {
    const plain = await desk.agent('plain-only');
    const offered = await offeredBy(plain.service, plain.address);
    expect(offered).toContain('PLAIN');
    expect(offered.join(' ')).not.toContain('SCRAM');
    const sent: string[] = [];
    const send = vi.spyOn(WebSocket.prototype, 'send').mockImplementation(function (
      this: WebSocket,
      data,
    ) {
      sent.push(String(data));
      sendFor.call(this, data);
    });
    const { kind, last } = await attempt(plain);
    send.mockRestore();
    expect(kind).toBe('no-safe-sign-in');
    expect(last).toMatchObject({ state: 'offline', error: { kind: 'no-safe-sign-in' } });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join('')).not.toContain('<auth');
    for (const secret of [plain.password, btoa(plain.password).replace(/=+$/, '')]) {
      expect(sent.join('')).not.toContain(secret);
    }
  });

  test('without an address, a host that cannot be asked is unreachable', async () => {
    const { address, password } = agent;
    session = createLiveSession({
      address,
      password,
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    const result = await session.connector.connect();
    expect(result).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });

  test('after a failure the right password signs in on the next try', async () => {
    expect((await attempt({ password: 'not it' })).kind).toBe('wrong-password');
    expect((await attempt({})).kind).toBe('signed in');
  });

  test('the same account and device elsewhere takes the desk over, and this one stays away', async () => {
    const id = '0123456789abcdef0123456789abcdef';
    let serial = 0;
    const createId = () => {
      serial += 1;
      return serial === 1 ? id : `${id}${serial}`;
    };
    expect((await attempt({ createId })).kind).toBe('signed in');
    await desk.program(`${agent.address}/harebell-${id.slice(0, 12)}`);
    const event = await session?.events.next(
      'connection.changed',
      (each) => each.error !== undefined,
    );
    expect(event).toMatchObject({ state: 'offline', error: { kind: 'replaced' } });
    await desk.dismiss(`${agent.address}/harebell-${id.slice(0, 12)}`);
  });
});
