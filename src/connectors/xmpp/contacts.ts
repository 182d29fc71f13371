import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Message } from '../../domain/message.ts';
import type { LanguageTag } from '../../shared/language.ts';
import type { Result } from '../../shared/result.ts';
import type { WireMessage } from './wire-event.ts';

/** What is kept of a contact over a reload. */
export interface KeptContact {
  readonly contact: string;
  readonly name: string;
  readonly language: LanguageTag;
  readonly serving: Serving;
  readonly offer?: { readonly id: string; readonly topic: string; readonly since: number };
  readonly openedAt: number;
  /** The archive's id of the message that the conversation began with. */
  readonly began?: string;
}

/** `none`: nobody serves them; `open` and `wrap-up` as in the domain. */
export type Serving = 'none' | 'open' | 'wrap-up';

/** An answer about a conversation. */
export type ContactResult = Result<void, ConnectorError>;

/** Who writes to this desk, and what the desk makes of it. Knows nothing of the wire. */
export interface Contacts {
  /** A message, in archive order; false, and nothing done, when it was told before. */
  receive(message: WireMessage): boolean;
  /** Learns from the archive where a message of ours stands that is shown already. */
  place(message: WireMessage): void;
  /**
   * While the archive is read, an offer waits: a few entries on, it may turn out that the customer
   * was answered from another device. With `false` those that are still there are told.
   */
  holdOffers(hold: boolean): void;
  typing(contact: string, typing: boolean): void;
  /** The contact of an offer. */
  offered(offerId: string): string | undefined;
  accept(offerId: string, hasEarlier: boolean): ContactResult;
  decline(offerId: string): ContactResult;
  end(contact: string): ContactResult;
  close(contact: string): ContactResult;
  serving(contact: string): Serving;
  /** The archive's id of the oldest message that is known. */
  oldest(contact: string): string | undefined;
  /** The archive's id of the first message of the conversation; what is older is the past. */
  began(contact: string): string | undefined;
  /** The newest message that stood in the conversation; empty when there was none. */
  lastMessage(contact: string): string;
  /** A message of ours was taken. */
  sent(contact: string, messageId: string): void;
  /** The same messages as the desk shows them; nothing is told or noted. */
  messages(contact: string, wires: readonly WireMessage[]): readonly Message[];
  /**
   * Older messages, to stand before the others.
   * @param first the archive's id of the first entry that was read, which may be nothing that is shown
   */
  prepend(
    contact: string,
    messages: readonly WireMessage[],
    hasEarlier: boolean,
    first?: string,
  ): void;
  /** Brings back what was kept, with the newest messages of the archive; `first` as above. */
  restore(
    kept: KeptContact,
    messages: readonly WireMessage[],
    hasEarlier: boolean,
    first?: string,
  ): void;
  kept(): readonly KeptContact[];
  known(contact: string): boolean;
}
