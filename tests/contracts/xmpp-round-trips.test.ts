import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { openKnown } from '../../src/connectors/xmpp/open-early.ts';
import { createMemoryStore } from '../../src/connectors/xmpp/xmpp-store.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';
import { createFarSockets } from '../support/far-sockets.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
let session: LiveSession | undefined;

afterEach(async () => {
  await session?.connector.disconnect();
  session = undefined;
  vi.unstubAllGlobals();
});

/** Frames are told by what they begin with; the archive's answer is the last of a sign-in. */
const archiveRead = (frame: string) => frame.includes('<fin ');

const far = () => {
  const sockets = createFarSockets();
  vi.stubGlobal('WebSocket', sockets.Socket);
  return sockets;
};

test('nothing of who types is sent, nor asked for, where the agent has switched that off', async () => {
  const agent = await desk.agent();
  const wire = far();
  let showsTyping = false;
  session = createLiveSession({ ...agent, showsTyping: () => showsTyping });
  expect((await session.connector.connect()).ok).toBe(true);
  const customer = await desk.customer();
  await desk.order(customer, { do: 'send', to: agent.address, text: 'Hello' });
  const id = await session.serve(customer);
  const speak = async (text: string) => {
    session?.connector.setTyping(id, true);
    session?.connector.setTyping(id, false);
    const message = { id: createId(), conversationId: id, text, language: 'en' };
    expect((await session?.connector.send(message))?.ok).toBe(true);
  };
  const told = () => wire.sent().filter((frame) => frame.includes('chatstates')).length;
  await speak('quietly');
  expect(told()).toBe(0);
  showsTyping = true;
  await speak('with states');
  // Typing, no longer typing, and in the message itself.
  expect(told()).toBe(3);
  showsTyping = false;
  await session.connector.endConversation(id);
  expect(told()).toBe(3);
  await desk.dismiss(customer);
});

describe('round trips on the wire, without those of the handshakes', () => {
  test('a first sign-in takes five until the archive is read', async () => {
    const agent = await desk.agent();
    const wire = far();
    session = createLiveSession(agent);
    expect((await session.connector.connect()).ok).toBe(true);
    expect(wire.flightsUntil(archiveRead)).toEqual([
      ['open'],
      ['auth'],
      ['response'],
      ['open'],
      // Binding, carbons; the server's time and the archive, since nothing was read before.
      ['iq', 'enable', 'presence', 'iq', 'iq', 'iq'],
    ]);
    const sent = wire.sent().join('');
    expect(sent).not.toContain('xmpp-session');
    expect(sent).not.toContain('jabber:iq:roster');
    expect(sent).not.toContain('vcard');
  });

  test('four are left where the socket was opened while the password was typed', async () => {
    const agent = await desk.agent();
    const store = createMemoryStore();
    const { address, password } = agent;
    session = createLiveSession({ ...agent, store });
    expect((await session.connector.connect()).ok).toBe(true);
    await session.connector.disconnect();
    const wire = far();
    const early = await openKnown(address, store, systemClock);
    await expect.poll(() => wire.log().at(-1)).toMatch(/^<stream:features/);
    expect(wire.sent()).toHaveLength(1);
    expect(wire.sent().join('')).not.toContain(address.split('@')[0]);
    const before = wire.log().length;
    // No address was typed, and nobody need be asked for one.
    session = createLiveSession({ address, password, store, early });
    expect((await session.connector.connect()).ok).toBe(true);
    expect(wire.flightsUntil(archiveRead, before)).toEqual([
      ['auth'],
      ['response'],
      ['open'],
      // Binding, carbons; the server's time and the archive, since nothing was read before.
      ['iq', 'enable', 'presence', 'iq', 'iq', 'iq'],
    ]);
  });

  test('an early socket that has died meanwhile does no harm', async () => {
    const agent = await desk.agent();
    const service = await desk.relay();
    const store = createMemoryStore();
    await store.set(`xmpp:${agent.address}:service`, service);
    const early = await openKnown(agent.address, store, systemClock);
    await expect.poll(() => early?.isThere).toBe(true);
    await desk.wire(service, 'hole');
    const wanted = { ...agent, service, store, early, times: { connect: 1000 } };
    session = createLiveSession(wanted);
    const connecting = session.connector.connect();
    await expect.poll(() => early?.isThere).toBe(false);
    await desk.wire(service, 'open');
    expect((await connecting).ok).toBe(true);
  });

  test('a session is taken up again in three', async () => {
    const agent = await desk.agent();
    const service = await desk.relay();
    const wire = far();
    session = createLiveSession({ ...agent, service });
    expect((await session.connector.connect()).ok).toBe(true);
    const before = wire.log().length;
    await desk.wire(service, 'reset');
    await expect
      .poll(() =>
        wire
          .log()
          .slice(before)
          .some((frame) => frame.startsWith('<resumed')),
      )
      .toBe(true);
    const isBack = (frame: string) => frame.startsWith('<resumed');
    expect(wire.flightsUntil(isBack, before)).toEqual([
      ['open', 'auth'],
      ['response'],
      ['open', 'resume'],
    ]);
  });
});
