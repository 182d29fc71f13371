import { inject } from 'vitest';
import type { ServerKind } from '../support/desk-server.ts';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import { createLiveSession } from '../support/live-session.ts';
import { type ContractDesk, connectorContract } from './connector-contract.ts';

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

const openOn = async (kind: ServerKind, isPolled = false): Promise<ContractDesk> => {
  const { address, password, service } = await desk.agent(kind);
  const polled = service.replace(/^ws(.*)\/ws$/, 'http$1/bosh');
  const agent = { address, password, service: isPolled ? polled : service };
  const customer = await desk.customer('customer', kind);
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
};

connectorContract('xmpp', () => openOn('usual'));
connectorContract('xmpp by long polling', () => openOn('usual', true));
connectorContract('xmpp, where the archive is in Mnesia,', () => openOn('mnesia'));
