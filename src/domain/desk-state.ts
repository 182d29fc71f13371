import type { Availability } from './agent.ts';
import type { ConnectorError } from './connector-error.ts';
import type { ConnectionState, ConnectorEvent } from './connector-event.ts';
import type { Conversation, Offer } from './conversation.ts';
import type { Message } from './message.ts';
import type { OutboxEvent } from './outbox-event.ts';
import type { RunReport } from './run-report.ts';

/** All that a desk shows. Never changed in place; what did not change keeps its identity. */
export interface DeskState {
  readonly connection: ConnectionState;
  readonly connectionError: ConnectorError | undefined;
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
