import type { LanguageTag } from '../shared/language.ts';

/** Who wrote a message; `system` is the desk itself ("the customer left"). */
export type Author = 'customer' | 'agent' | 'system';

/** How far an agent's message has come. `waiting` is in the outbox while there is no link. */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'delivered' | 'failed';

/** Why a message was not taken. */
export type DeliveryFailure = 'refused' | 'too-long' | 'conversation-ended' | 'unknown';

/** One line of a conversation. `id` is the sender's own id and is the same everywhere. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly author: Author;
  readonly text: string;
  /** Epoch milliseconds at which it was written. */
  readonly at: number;
  readonly language: LanguageTag;
  /** Only on the agent's own messages. */
  readonly delivery?: DeliveryState;
  readonly failure?: DeliveryFailure;
}
