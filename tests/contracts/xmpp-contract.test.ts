import { inject } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession } from '../support/live-session.ts';
import { connectorContract } from './connector-contract.ts';

const desk = connectLiveDesk(inject('liveDesk'));

/** Leaves a message of yesterday's kind behind: asked, seen and closed before the test begins. */
const visit = async (agent: Awaited<ReturnType<typeof desk.agent>>, customer: string) => {
  const { connector, serve } = createLiveSession(agent);
  await connector.connect();
  await desk.order(customer, { do: 'send', to: agent.address, text: 'Do you open on Sundays?' });
  const id = await serve(customer);
  await connector.send({ id: 'earlier-answer', conversationId: id, text: 'Yes.', language: 'en' });
  await eventually(async () =>
    (await desk.heard(customer)).find((each) => each.type === 'message' && each.text === 'Yes.'),
  );
  await connector.disconnect();
};

connectorContract('xmpp', async () => {
  const agent = await desk.agent();
  const customer = await desk.customer();
  await visit(agent, customer);
  const before = (await desk.heard(customer)).filter((each) => each.type === 'message').length;
  const say = (text: string) => desk.order(customer, { do: 'send', to: agent.address, text });
  return {
    connector: createLiveSession(agent).connector,
    arrive: () => say('Hello, where is my parcel?'),
    answer: async () => {
      await desk.order(customer, { do: 'state', to: agent.address, state: 'composing' });
      await say('Thank you, I will wait.');
    },
    received: async (_, texts) => {
      await eventually(async () => {
        const heard = (await desk.heard(customer)).filter((each) => each.type === 'message');
        const news = heard.slice(before).map((each) => each.text);
        return JSON.stringify(news) === JSON.stringify(texts) ? true : undefined;
      });
    },
    leave: () => desk.dismiss(customer),
  };
});
