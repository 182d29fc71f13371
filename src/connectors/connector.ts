import type { Agent, Availability } from '../domain/agent.ts';
import type { ConnectorError } from '../domain/connector-error.ts';
import type { ConnectorEvent } from '../domain/connector-event.ts';
import type { Message } from '../domain/message.ts';
import type { WrapUp } from '../domain/wrap-up.ts';
import type { Result } from '../shared/result.ts';

/** What a desk can do; screens leave out what it cannot. */
export interface Capabilities {
  /** Tells when a message has reached the customer (`delivered`). */
  readonly receipts: boolean;
  /** Tells and shows typing. */
  readonly typing: boolean;
  /** Has older messages to load. */
  readonly history: boolean;
}

/** What the agent sends: the id is made here and stays the same through every retry. */
export type OutgoingMessage = Pick<Message, 'id' | 'conversationId' | 'text' | 'language'>;

/**
 * A desk to work at. One folder an adapter; `README.md` beside this file is the contract,
 * `tests/contracts/` holds it.
 */
export interface Connector {
  readonly id: string;
  readonly capabilities: Capabilities;
  /** Calls `listener` with every event from now on; the returned function ends it. */
  subscribe(listener: (event: ConnectorEvent) => void): () => void;
  /** Signs in. Resolves when the desk can be worked at, or with the reason why not. */
  connect(): Promise<Result<Agent, ConnectorError>>;
  /** Signs out and lets go of everything; idempotent. */
  disconnect(): Promise<void>;
  setAvailability(availability: Availability): void;
  /** Takes an offer; `conversation.opened` follows, or the offer was withdrawn meanwhile. */
  acceptOffer(offerId: string): Promise<Result<void, ConnectorError>>;
  /** Gives an offer back; `offer.withdrawn` follows. */
  declineOffer(offerId: string): Promise<Result<void, ConnectorError>>;
  /**
   * Hands one message to the desk. `ok` means taken (`sent`); `not-connected` means that
   * nothing was handed over and it may be tried again; any other error is a refusal.
   */
  send(message: OutgoingMessage): Promise<Result<void, ConnectorError>>;
  /** Tells the customer that the agent types, or has stopped. */
  setTyping(conversationId: string, typing: boolean): void;
  /** Asks for older messages; `history.loaded` follows. */
  loadEarlier(conversationId: string): Promise<Result<void, ConnectorError>>;
  /** Ends a conversation for the customer; `conversation.ended` by `agent` follows. */
  endConversation(conversationId: string): Promise<Result<void, ConnectorError>>;
  /** Hands over how it came out, after which the conversation is closed. */
  wrapUp(conversationId: string, wrapUp: WrapUp): Promise<Result<void, ConnectorError>>;
}
