import { afterEach, describe, expect, inject, test } from 'vitest';
import { bytesOf, transferName } from '../../src/shared/note-transfer.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];
const customers: string[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
  for (const customer of customers.splice(0)) await desk.dismiss(customer);
});

describe('a picture over XMPP (XEP-0066)', () => {
  test('comes as what it is, with what was written beside it; a hostile address stays text', async () => {
    const agent = await desk.agent();
    const session = createLiveSession(agent);
    sessions.push(session);
    expect((await session.connector.connect()).ok).toBe(true);
    const customer = await desk.customer();
    customers.push(customer);
    const send = (file: string, text = file) =>
      desk.order(customer, { do: 'send', to: agent.address, text, file });
    const url = 'https://files.example/up/photo.jpg';
    await send(url);
    await session.serve(customer);
    const { conversation } = await session.events.next('conversation.opened');
    expect(conversation.messages[0]).toMatchObject({
      text: 'photo.jpg',
      attachment: { kind: 'picture', url, name: 'photo.jpg', mime: 'image/jpeg' },
    });
    await send('https://files.example/up/bill.pdf', 'My bill');
    const bill = await session.events.next('message.received');
    expect(bill.message).toMatchObject({
      text: 'My bill',
      attachment: { kind: 'file', name: 'bill.pdf', words: 'My bill' },
    });
    const hostile = 'javascript:alert(1)//photo.jpg';
    await send(hostile);
    const { message } = await session.events.next(
      'message.received',
      (event) => event.message.text !== 'My bill',
    );
    expect([message.text, message.attachment]).toEqual([hostile, undefined]);
    // What went over the socket is on the browser's record.
    for (const way of ['up', 'down'] as const) {
      const frames = performance.getEntriesByName(transferName(way));
      expect(frames.map(bytesOf).every((bytes) => bytes > 0)).toBe(true);
      expect(frames.length, way).toBeGreaterThan(0);
    }
  });
});
