import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { WrongServers } from '../support/live-desk.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));

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
    ['a web address', () => ({ service: 'https://example.org/ws' }), 'bad-address'],
    ['an open line to elsewhere', () => ({ service: 'ws://example.org/ws' }), 'insecure-address'],
    ['a port that nothing listens on', () => ({ service: wrong.closed }), 'unreachable'],
    ['a web server', () => ({ service: wrong.http }), 'not-a-chat-server'],
    [
      'an encrypted address that nothing answers at',
      () => ({ service: wrong.dark }),
      'certificate',
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
