import type { LanguageTag } from '../shared/language.ts';

/** Who wrote a message; `system` is the desk itself ("the customer left"). */
export type Author = 'customer' | 'agent' | 'system';

/** How far an agent's message has come. `waiting` is in the outbox while there is no link. */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'delivered' | 'failed';

/** Why a message was not taken, or may have been lost. */
export type DeliveryFailure =
  | 'refused'
  | 'too-long'
  | 'conversation-ended'
  /** The desk keeps no files, so nobody could hear the recording. */
  | 'no-files'
  /** The server had it and broke down; nobody has said that it came to the customer. */
  | 'unsure'
  | 'unknown';

/**
 * A sound, or another file, that came with a message. What is known of it may be wrong until it is
 * here: a sender can claim anything.
 */
export interface Attachment {
  /** Left out for a sound. */
  readonly kind?: 'picture' | 'file';
  /** In practice: what the customer says; it is spoken when it is first played. */
  readonly script?: string;
  /** The recording itself, of an answer that was made at this desk. */
  readonly sound?: Blob;
  /** Over a live connection: where it can be had. Nothing is fetched before the agent asks. */
  readonly url?: string;
  readonly name?: string;
  /** What the sender wrote beside it. */
  readonly words?: string;
  /** Such as `audio/ogg`. */
  readonly mime?: string;
  readonly seconds?: number;
  readonly bytes?: number;
}

/** Who wrote down what is said in a recording; the words themselves are the message's text. */
export interface Caption {
  /** `machine` as a recogniser heard it, `agent` as the agent put it right. */
  readonly by: 'machine' | 'agent';
  /** 0 to 1, where the recogniser tells. */
  readonly confidence?: number;
  /** Words that the recogniser was not sure of. */
  readonly doubtful?: readonly string[];
  /** The recogniser's id. */
  readonly engine?: string;
}

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
  /** A voice message, whose words, as far as they are known, are the text; or another file. */
  readonly attachment?: Attachment;
  /** Only with an attachment; without one, the text is the customer's own or the scenario's. */
  readonly caption?: Caption;
}
