import type { Agent, Availability } from '../domain/agent.ts';
import type { ConnectorError } from '../domain/connector-error.ts';
import type { ConnectorEvent } from '../domain/connector-event.ts';
import type { Message } from '../domain/message.ts';
import type { PastPage } from '../domain/past.ts';
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
export type OutgoingMessage = Pick<
  Message,
  'id' | 'conversationId' | 'text' | 'language' | 'attachment'
> & {
  /** It was taken, and the desk may have lost it: it is handed over once more, under the same id. */
  readonly again?: boolean;
};

/** What is told of the link, to who watches it. */
export interface LinkListener {
  /** The server was asked for a sign of life. */
  asked(): void;
  /** It has answered the oldest question that stood open, after `ms` milliseconds. */
  answered(ms: number): void;
  /** It is reached by long polling, since the network lets nothing faster through; told once. */
  polls?(): void;
}

/**
 * A desk to work at. One folder an adapter; `README.md` beside this file is the contract,
 * `tests/contracts/` holds it.
 */
export interface Connector {
  readonly id: string;
  readonly capabilities: Capabilities;
  /** Calls `listener` with every event from now on; the returned function ends it. */
  subscribe(listener: (event: ConnectorEvent) => void): () => void;
  /**
   * Tells how long the server takes to answer, whenever it is asked anyway; nothing is sent for it.
   * The returned function ends it. Left out where there is no link, as at a practice desk.
   */
  watchLink?(listener: LinkListener): () => void;
  /**
   * Asks the server for a sign of life now: true once it has answered, false when it cannot be asked or
   * does not answer. Left out where there is no link.
   */
  probe?(): Promise<boolean>;
  /**
   * When the desk's server began to run: epoch milliseconds by this computer's clock, to about a second.
   * What it had taken before that and had not handed on may be lost. Undefined when it does not tell.
   * Left out where nothing can get lost.
   */
  startedAt?(): Promise<number | undefined>;
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
   * How many bytes the recording of a voice message may have (`Infinity` where there is no limit),
   * or why none can be sent: `no-files`, `not-connected`, `timeout`.
   */
  voiceLimit(): Promise<Result<number, ConnectorError>>;
  /**
   * Hands one message to the desk; the recording of an answer (`attachment.sound`) is first put where
   * the customer can fetch it. `ok` means taken (`sent`); `not-connected` means that
   * the desk does not have it and it may be tried again, `timeout` that nobody knows; any other error is
   * a refusal.
   */
  send(message: OutgoingMessage): Promise<Result<void, ConnectorError>>;
  /**
   * Whether the server has a message, as far as has been read since the link is back; undefined while that
   * is nothing yet. Left out where nothing can get lost.
   */
  hasSent?(conversationId: string, messageId: string): boolean | undefined;
  /** Tells the customer that the agent types, or has stopped. */
  setTyping(conversationId: string, typing: boolean): void;
  /** Asks for older messages; `history.loaded` follows. */
  loadEarlier(conversationId: string): Promise<Result<void, ConnectorError>>;
  /**
   * What was said with this customer before this conversation began, and how it came out: an answer
   * for who asks, with no event. Nothing is fetched before it is asked for.
   * @param older from the page that was read last; left out, the newest page
   */
  readPast(conversationId: string, older?: string): Promise<Result<PastPage, ConnectorError>>;
  /** Ends a conversation for the customer; `conversation.ended` by `agent` follows. */
  endConversation(conversationId: string): Promise<Result<void, ConnectorError>>;
  /** Hands over how it came out, after which the conversation is closed. */
  wrapUp(conversationId: string, wrapUp: WrapUp): Promise<Result<void, ConnectorError>>;
}
