import type { DeliveryFailure, Message } from '../domain/message.ts';
import { isRecord } from './is-record.ts';

/** What the agent sends; the same fields as a connector takes. */
export type OutboxMessage = Pick<
  Message,
  'id' | 'conversationId' | 'text' | 'language' | 'attachment'
>;

/**
 * `sending` may have been handed over, for all that is known after a crash or a silence: it is sent
 * again with the same id. The last three are on their way out of the outbox; what is `sent` may stay
 * for its receipt.
 */
export type OutboxState = 'waiting' | 'sending' | 'failed' | 'sent' | 'taken-back' | 'dropped';

/** A message in the outbox. */
export interface OutboxEntry extends OutboxMessage {
  readonly deskId: string;
  /** Epoch milliseconds at which it was written. */
  readonly at: number;
  /** Rises with each message of this browser. */
  readonly order: number;
  readonly state: OutboxState;
  /** Epoch milliseconds until which it can be taken back and is not sent (A18). */
  readonly holdUntil?: number;
  readonly failure?: DeliveryFailure;
  /** Epoch milliseconds at which it was first handed over, while that may still matter. */
  readonly sentAt?: number;
  /** The desk has it and may have lost it: it goes once more, under the same id. */
  readonly again?: boolean;
  /** The customer's newest message when it was written, as far as the agent's desk had heard. */
  readonly after?: string;
  /**
   * True while it waits for the agent's word, because the customer wrote meanwhile; false when the
   * agent has looked. Not a state, so that an older desk sends it instead of losing it.
   */
  readonly held?: boolean;
}

/** Whether it is still the outbox's business. */
export const isOpen = ({ state }: OutboxEntry): boolean =>
  state === 'waiting' || state === 'sending' || state === 'failed';

/** Whether the desk has it, and nobody has said yet that it came. */
export const isUnconfirmed = ({ state, sentAt }: OutboxEntry): boolean =>
  state === 'sent' && sentAt !== undefined;

/** An entry of what was stored, or undefined: the disk may hold anything. */
export function parseOutboxEntry(value: unknown): OutboxEntry | undefined {
  if (!isRecord(value)) return undefined;
  const texts = ['id', 'conversationId', 'text', 'language', 'deskId', 'state'];
  if (!texts.every((field) => typeof value[field] === 'string')) return undefined;
  if (typeof value['order'] !== 'number' || typeof value['at'] !== 'number') return undefined;
  const { attachment, ...words } = value;
  const isWhole = isRecord(attachment) && attachment['sound'] instanceof Blob;
  // A recording that the disk has lost does not take the words with it. Each field was looked at
  // above, which the compiler cannot follow.
  return (isWhole ? value : words) as unknown as OutboxEntry;
}
