import { afterEach, describe, expect, inject, test } from 'vitest';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];
const customers: string[] = [];

/** An agent who serves a customer whose first message is a file. */
const servedWith = async (file: string, text = file) => {
  const agent = await desk.agent();
  const session = createLiveSession(agent);
  sessions.push(session);
  expect((await session.connector.connect()).ok).toBe(true);
  const customer = await desk.customer();
  customers.push(customer);
  const send = (address: string, words = address) =>
    desk.order(customer, { do: 'send', to: agent.address, text: words, file: address });
  await send(file, text);
  const id = await session.serve(customer);
  const opened = await session.events.next('conversation.opened');
  return { agent, session, send, id, first: opened.conversation.messages[0] };
};

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
  for (const customer of customers.splice(0)) await desk.dismiss(customer);
});

const url = 'https://files.example/up/voice.ogg';
const attachment = { url, name: 'voice.ogg', mime: 'audio/ogg' };

describe('a voice message over XMPP (XEP-0066)', () => {
  test('comes as an attachment, live, and once more from the archive after a reload', async () => {
    const { agent, session, send, first, id } = await servedWith(url);
    expect(first).toMatchObject({ text: 'voice.ogg', author: 'customer', attachment });
    await send('https://files.example/up/second.opus', 'And this');
    const { message } = await session.events.next('message.received');
    expect(message).toMatchObject({ text: 'And this', attachment: { words: 'And this' } });
    await session.connector.disconnect();

    const again = createLiveSession(agent);
    sessions.push(again);
    expect((await again.connector.connect()).ok).toBe(true);
    const other = await again.serve(id);
    const { conversation } = await again.events.next('conversation.opened');
    expect(other).toBe(id);
    expect(conversation.messages.map((each) => each.attachment?.name)).toEqual([
      'voice.ogg',
      'second.opus',
    ]);
  });

  test.each(['javascript:alert(1)', 'data:audio/ogg;base64,T2dnUw==', 'file:///etc/passwd.ogg'])(
    'is text where it must not be fetched: %s',
    async (hostile) => {
      const { first } = await servedWith(hostile);
      expect(first?.text).toBe(hostile);
      expect(first?.attachment).toBeUndefined();
    },
  );
});
