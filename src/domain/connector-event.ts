import type { ConnectorError } from './connector-error.ts';
import type { Conversation, Customer, EndedBy, Offer } from './conversation.ts';
import type { DeliveryFailure, Message } from './message.ts';
import type { RunReport } from './run-report.ts';

/** Where the link to the desk stands. */
export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'offline';

/** Why an offer is no longer there. */
export type WithdrawnReason = 'customer-left' | 'taken' | 'declined' | 'expired';

/** Where a message belongs among those that are known, by their ids. */
export interface Place {
  readonly before: string;
  /** All that came before it: the agent's own may be shown further up, where they were written. */
  readonly behind: readonly string[];
}

/** All that a connector tells the desk. */
export type ConnectorEvent =
  | {
      readonly type: 'connection.changed';
      readonly state: ConnectionState;
      readonly error?: ConnectorError;
    }
  | { readonly type: 'offer.received'; readonly offer: Offer }
  | {
      readonly type: 'offer.withdrawn';
      readonly offerId: string;
      readonly reason: WithdrawnReason;
    }
  /** A conversation is ours, with the messages that there are so far, in archive order. */
  | { readonly type: 'conversation.opened'; readonly conversation: Conversation }
  | {
      readonly type: 'conversation.ended';
      readonly conversationId: string;
      readonly by: EndedBy;
      readonly at: number;
    }
  | { readonly type: 'conversation.closed'; readonly conversationId: string }
  /** New, or written by this agent on another device; never one that was told before. */
  | {
      readonly type: 'message.received';
      readonly message: Message;
      /** Where it belongs, if it is told late. */
      readonly place?: Place;
    }
  | {
      readonly type: 'message.delivered';
      readonly conversationId: string;
      readonly messageId: string;
    }
  | {
      readonly type: 'message.failed';
      readonly conversationId: string;
      readonly messageId: string;
      readonly failure: DeliveryFailure;
    }
  | {
      readonly type: 'typing.changed';
      readonly conversationId: string;
      readonly typing: boolean;
    }
  /** Older messages, oldest first, to stand before those that are known. */
  | {
      readonly type: 'history.loaded';
      readonly conversationId: string;
      readonly messages: readonly Message[];
      readonly hasEarlier: boolean;
    }
  | {
      readonly type: 'customer.changed';
      readonly conversationId: string;
      readonly customer: Customer;
    }
  /** A practice run is over. */
  | { readonly type: 'run.ended'; readonly report: RunReport };
