import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { hiddenFor } from '../../src/connectors/xmpp/create-client-state.ts';
import { eventually } from '../support/eventually.ts';
import { createFarSockets } from '../support/far-sockets.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
let session: LiveSession;
let customer: string;
let agent: Awaited<ReturnType<typeof desk.agent>>;
let service: string;
let wire: ReturnType<typeof createFarSockets>;
let setHidden: (isHidden: boolean) => void;

beforeEach(async () => {
  agent = await desk.agent();
  service = await desk.relay();
  wire = createFarSockets();
  vi.stubGlobal('WebSocket', wire.Socket);
  const watchHidden = (listener: (isHidden: boolean) => void) => {
    setHidden = listener;
    return () => {};
  };
  session = createLiveSession({ ...agent, service, watchHidden });
  expect((await session.connector.connect()).ok).toBe(true);
  customer = await desk.customer();
  await say('Hello');
  await session.serve(customer);
});

afterEach(async () => {
  await session.connector.disconnect();
  await desk.dismiss(customer);
  vi.unstubAllGlobals();
});

const say = (text: string, id?: string) =>
  desk.order(customer, { do: 'send', to: agent.address, text, ...(id && { id }) });
const raw = (xml: string) => desk.order(customer, { do: 'raw', xml });
const sent = (part: string) => wire.sent().filter((frame) => frame.includes(part)).length;
const came = (part: string) => wire.log().filter((frame) => frame.includes(part)).length;
const receipts = async (ids: readonly string[]) =>
  (await desk.heard(customer)).filter((e) => e.type === 'receipt' && ids.includes(e.id ?? ''));
const burst = ['b1', 'b2', 'b3', 'b4', 'b5'];

const hide = async () => {
  setHidden(true);
  await expect.poll(() => sent('<inactive '), { timeout: 3 * hiddenFor }).toBe(1);
};

describe('a desk that nobody looks at', () => {
  test('gets messages, receipts and typing at once, and presence when it is seen again', async () => {
    await hide();
    await raw(`<presence to="${agent.address}"><status>churn one</status></presence>`);
    await raw(`<presence to="${agent.address}"><status>churn two</status></presence>`);
    await raw(
      `<message to="${agent.address}" type="chat"><composing xmlns="http://jabber.org/protocol/chatstates"/></message>`,
    );
    // Nothing follows that could have brought it along.
    await session.events.next('typing.changed', (each) => each.typing);
    const id = 'reply1';
    const conversationId = customer;
    const reply = { id, conversationId, text: 'Hi', language: 'en' };
    expect((await session.connector.send(reply)).ok).toBe(true);
    await session.events.next('message.delivered', (each) => each.messageId === id);
    setHidden(false);
    await expect.poll(() => came('churn two')).toBe(1);
    expect(came('churn one')).toBe(0);
    expect(sent('<active xmlns="urn:xmpp:csi:0"')).toBe(1);
  });

  test('gets a message at once', async () => {
    await hide();
    await say('Is anybody there?');
    await session.events.next('message.received', (e) => e.message.text === 'Is anybody there?');
    expect(sent('<active xmlns="urn:xmpp:csi:0"')).toBe(0);
  });

  test('says so again when the session is taken up again', async () => {
    await hide();
    await desk.wire(service, 'reset');
    await expect.poll(() => came('<resumed'), { timeout: 10_000 }).toBe(1);
    await expect.poll(() => sent('<inactive ')).toBe(2);
  });
});

describe('receipts', () => {
  test('of a burst go out together, each once, with one answer to how far we are', async () => {
    await eventually(async () => (wire.sent().at(-1)?.startsWith('<a ') ? true : undefined));
    const before = wire.log().length;
    for (const id of burst) await say(`words ${id}`, id);
    await eventually(async () =>
      (await receipts(burst)).length === burst.length ? true : undefined,
    );
    const frames = wire.log().slice(before);
    const own = frames.filter((frame) => /<received|^<a /.test(frame));
    expect(own.filter((frame) => frame.includes('<received'))).toHaveLength(burst.length);
    expect(own.filter((frame) => frame.startsWith('<a ')).length).toBeLessThan(burst.length);
  });

  test('that are owed when the wire is cut are sent afterwards, once', async () => {
    await say('words', 'cut1');
    await session.events.next('message.received', (e) => e.message.text === 'words');
    await desk.wire(service, 'reset');
    await eventually(async () => ((await receipts(['cut1'])).length ? true : undefined));
    await say('more', 'cut2');
    await eventually(async () => ((await receipts(['cut2'])).length ? true : undefined));
    expect(await receipts(['cut1'])).toHaveLength(1);
  });

  test('that are owed go out before a sign-out', async () => {
    await say('words', 'last1');
    await session.events.next('message.received', (e) => e.message.text === 'words');
    await session.connector.disconnect();
    await eventually(async () => ((await receipts(['last1'])).length ? true : undefined));
  });
});
