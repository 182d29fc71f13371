import { afterEach, describe, expect, inject, test } from 'vitest';
import { createId } from '../../src/shared/id.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const sessions: LiveSession[] = [];

const signIn = async (options: Partial<Parameters<typeof createLiveSession>[0]> = {}) => {
  const agent = await desk.agent();
  const session = createLiveSession({ ...agent, ...options });
  sessions.push(session);
  const result = await session.connector.connect();
  return { agent, result, ...session };
};

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.connector.disconnect();
});

describe('a customer with slixmpp', () => {
  test('arrives as an offer, is answered, and the receipt comes back', async () => {
    const { agent, result, connector, events, serve } = await signIn();
    expect(result).toEqual({
      ok: true,
      value: { id: agent.address, name: agent.address.split('@')[0] },
    });
    const customer = await desk.customer();
    await desk.order(customer, {
      do: 'send',
      to: agent.address,
      text: 'Hello, my parcel is late.',
    });
    const id = await serve(customer);
    expect(id).toBe(customer);
    const message = {
      id: createId(),
      conversationId: id,
      text: 'Hello! I will look.',
      language: 'en',
    };
    expect(await connector.send(message)).toEqual({ ok: true, value: undefined });
    await events.next('message.delivered', (event) => event.messageId === message.id);
    const heard = await eventually(async () => {
      const found = (await desk.heard(customer)).filter((each) => each.type === 'message');
      return found.length > 0 ? found : undefined;
    });
    expect(heard).toEqual([
      { type: 'message', sender: agent.address, id: message.id, text: 'Hello! I will look.' },
    ]);
    const customerHeard = await eventually(async () =>
      (await desk.heard(customer)).find((each) => each.type === 'receipt'),
    );
    expect(customerHeard.id).toBeTruthy();
  });
});
