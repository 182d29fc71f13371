import type { Connector } from '../../src/connectors/connector.ts';
import { createXmppConnector } from '../../src/connectors/xmpp/create-xmpp-connector.ts';
import type { XmppOptions } from '../../src/connectors/xmpp/xmpp-options.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';
import { type EventRecorder, recordEvents } from './event-recorder.ts';

/** An agent at a live desk, and what they were told. */
export interface LiveSession {
  readonly connector: Connector;
  readonly events: EventRecorder;
  /** Lets the customer's first words through and takes the customer; the conversation's id. */
  serve(customer: string): Promise<string>;
}

/** A connector on the real clock. `options` as the desk gives them, and what a test wants else. */
export function createLiveSession(
  options: Pick<XmppOptions, 'address' | 'password'> & Partial<XmppOptions>,
): LiveSession {
  const connector = createXmppConnector({
    language: 'en',
    addressLabel: 'Address',
    clock: systemClock,
    random: Math.random,
    createId,
    ...options,
  });
  const events = recordEvents(connector);
  return {
    connector,
    events,
    serve: async (customer) => {
      const { offer } = await events.next(
        'offer.received',
        (e) => e.offer.customer.id === customer,
      );
      await connector.acceptOffer(offer.id);
      const opened = await events.next(
        'conversation.opened',
        (e) => e.conversation.customer.id === customer,
      );
      return opened.conversation.id;
    },
  };
}
