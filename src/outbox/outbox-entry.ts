import type { DeliveryFailure, Message } from '../domain/message.ts';
import { isRecord } from './is-record.ts';

/** What the agent sends; the same fields as a connector takes. */
export type OutboxMessage = Pick<Message, 'id' | 'conversationId' | 'text' | 'language'>;

/**
 * `sending` may have been handed over, for all that is known after a crash or a silence: it is sent
 * again with the same id. The last three are on their way out of the outbox.
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
}

/** Whether it is still the outbox's business. */
export const isOpen = ({ state }: OutboxEntry): boolean =>
  state === 'waiting' || state === 'sending' || state === 'failed';

/** An entry of what was stored, or undefined: the disk may hold anything. */
export function parseOutboxEntry(value: unknown): OutboxEntry | undefined {
  if (!isRecord(value)) return undefined;
  const words = ['id', 'conversationId', 'text', 'language', 'deskId', 'state'];
  if (!words.every((field) => typeof value[field] === 'string')) return undefined;
  if (typeof value['order'] !== 'number' || typeof value['at'] !== 'number') return undefined;
  return value as unknown as OutboxEntry;
}
