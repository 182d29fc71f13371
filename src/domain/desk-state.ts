import type { Availability } from './agent.ts';
import type { ConnectorError } from './connector-error.ts';
import type { ConnectionState, ConnectorEvent } from './connector-event.ts';
import type { Conversation, Offer } from './conversation.ts';
import type { LinkQuality } from './link-quality.ts';
import type { Caption, Message } from './message.ts';
import type { OutboxEvent } from './outbox-event.ts';
import type { RunReport } from './run-report.ts';

/** What a status bar says of a link that is not as it should be; `count` of seconds, or of messages. */
export interface ShownLink {
  readonly kind: Exclude<LinkQuality, 'good'> | 'catchingUp' | 'polling';
  readonly count: number;
}

/** All that a desk shows. Never changed in place; what did not change keeps its identity. */
export interface DeskState {
  readonly connection: ConnectionState;
  readonly connectionError: ConnectorError | undefined;
  /** How the link is, where there is more to say of it than `connection`. */
  readonly link?: ShownLink | undefined;
  readonly availability: Availability;
  readonly offers: readonly Offer[];
  /** In order of opening. Closed ones are gone. */
  readonly conversations: readonly Conversation[];
  readonly selectedId: string | undefined;
  readonly report: RunReport | undefined;
}

/** What happens at a desk: told by the connector, by the outbox, or done by the agent here. */
export type DeskEvent =
  | ConnectorEvent
  | OutboxEvent
  /** What is said in a voice message has been written down, or put right. */
  | {
      readonly type: 'message.captioned';
      readonly conversationId: string;
      readonly messageId: string;
      readonly text: string;
      readonly caption: Caption;
    }
  /** The link is another than it was; undefined where `connection` says all. */
  | { readonly type: 'link.changed'; readonly link: ShownLink | undefined }
  | { readonly type: 'conversation.selected'; readonly conversationId: string | undefined }
  | { readonly type: 'availability.changed'; readonly availability: Availability };

/** A desk before anything has happened. */
export const emptyDesk: DeskState = {
  connection: 'connecting',
  connectionError: undefined,
  availability: { status: 'available', capacity: 3 },
  offers: [],
  conversations: [],
  selectedId: undefined,
  report: undefined,
};

/** The conversation with that id, if it is on this desk. */
export const findConversation = (
  state: DeskState,
  id: string | undefined,
): Conversation | undefined => state.conversations.find((conversation) => conversation.id === id);

/** The conversation that is open in front of the agent. */
export const selectedConversation = (state: DeskState): Conversation | undefined =>
  findConversation(state, state.selectedId);

/** Conversations whose customer waits for an answer, longest first. */
export const waitingConversations = (state: DeskState): readonly Conversation[] =>
  state.conversations
    .filter((conversation) => conversation.waitingSince !== undefined)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0));

/** The newest words of the customer that no agent's message has followed. */
export const owedMessages = (conversation: Conversation): readonly Message[] => {
  const last = conversation.messages.findLastIndex((message) => message.author === 'agent');
  return conversation.messages.slice(last + 1).filter((message) => message.author === 'customer');
};
