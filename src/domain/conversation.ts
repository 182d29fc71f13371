import type { LanguageTag } from '../shared/language.ts';
import type { Message } from './message.ts';

/** The way a customer writes to the desk. */
export type Channel = 'practice' | 'xmpp';

/** Something that the connector knows of the customer, in the connector's own words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The person who is being served. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly language: LanguageTag;
  readonly channel: Channel;
  readonly facts: readonly Fact[];
}

/** A customer who waits for an agent to accept or decline. */
export interface Offer {
  readonly id: string;
  readonly customer: Customer;
  /** What it is about, or the customer's first words; may be empty. */
  readonly topic: string;
  /** Epoch milliseconds since which the customer has waited. */
  readonly since: number;
}

/** `open` is being served, `wrap-up` has ended and wants a disposition, `closed` is done. */
export type ConversationState = 'open' | 'wrap-up' | 'closed';

/** Who ended a conversation. */
export type EndedBy = 'customer' | 'agent' | 'link';

/** A conversation with all that this desk knows of it. Messages stand in archive order. */
export interface Conversation {
  readonly id: string;
  readonly customer: Customer;
  readonly topic: string;
  readonly language: LanguageTag;
  readonly state: ConversationState;
  readonly openedAt: number;
  readonly messages: readonly Message[];
  /** Whether the connector has older messages to load. */
  readonly hasEarlier: boolean;
  readonly unread: number;
  readonly firstUnreadId: string | undefined;
  /** Since when the customer has waited for an answer; undefined while the agent's word is last. */
  readonly waitingSince: number | undefined;
  readonly customerTyping: boolean;
  readonly endedBy: EndedBy | undefined;
}
