import { afterEach, expect, inject, test } from 'vitest';
import { systemClock } from '../../src/shared/clock.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession, type LiveSession } from '../support/live-session.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const day = 86_400_000;
let session: LiveSession | undefined;

afterEach(async () => {
  await session?.connector.disconnect();
});

test.each([
  ['ten days ahead', 10 * day],
  ['ten days behind', -10 * day],
])(
  'a computer that was wiped, and whose clock is %s, still finds who wrote in the night',
  async (_, ahead) => {
    const agent = await desk.agent();
    session = createLiveSession(agent);
    await session.connector.connect();
    const customer = await desk.customer();
    await desk.order(customer, { do: 'send', to: agent.address, text: 'Is anybody there?' });
    // Another computer of the agent's has fetched it, so that the server does not bring it again.
    await session.events.next('offer.received');
    await session.connector.disconnect();
    const clock = { ...systemClock, now: () => Date.now() + ahead };
    session = createLiveSession({ ...agent, clock });
    await session.connector.connect();
    const { offer } = await session.events.next('offer.received');
    expect(offer.customer.id).toBe(customer);
    await desk.dismiss(customer);
  },
);
