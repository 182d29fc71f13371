import type { Place } from './connector-event.ts';
import type { Conversation } from './conversation.ts';
import type { DeskEvent, DeskState } from './desk-state.ts';
import type { DeliveryState, Message } from './message.ts';

/** Not `with()`: Chromium has it since 110, and small old computers stay behind that. */
const replaceAt = <T>(list: readonly T[], index: number, value: T): readonly T[] =>
  list.map((old, at) => (at === index ? value : old));

type Change = (conversation: Conversation) => Conversation;

const change = (state: DeskState, id: string, apply: Change): DeskState => {
  const index = state.conversations.findIndex((conversation) => conversation.id === id);
  const before = state.conversations[index];
  if (!before) return state;
  const after = apply(before);
  return after === before
    ? state
    : { ...state, conversations: replaceAt(state.conversations, index, after) };
};

const withoutOffer = (state: DeskState, offerId: string): DeskState['offers'] =>
  state.offers.filter((offer) => offer.id !== offerId);

const knows = (conversation: Conversation, id: string): boolean =>
  conversation.messages.findLastIndex((message) => message.id === id) >= 0;

const isPending = (message: Message): boolean =>
  message.delivery === 'waiting' || message.delivery === 'sending';

/**
 * Appends, but keeps the agent's own messages that have not gone out behind all that has. What is told
 * late stands no further up than what was said before it: the agent's own may have been written early.
 */
const append = (
  messages: readonly Message[],
  message: Message,
  where?: Place,
): readonly Message[] => {
  if (isPending(message)) return [...messages, message];
  const late = messages.findIndex(({ id }) => id === where?.before);
  const last = messages.findLastIndex(({ id }) => where?.behind.includes(id));
  const end = messages.findLastIndex((known) => !isPending(known)) + 1;
  const place = late < 0 ? end : Math.max(late, last + 1);
  return [...messages.slice(0, place), message, ...messages.slice(place)];
};

const receive =
  (message: Message, isSelected: boolean, where?: Place): Change =>
  (conversation) => {
    if (knows(conversation, message.id)) return conversation;
    const messages = append(conversation.messages, message, where);
    if (message.author !== 'customer') {
      return {
        ...conversation,
        messages,
        waitingSince: message.author === 'agent' ? undefined : conversation.waitingSince,
      };
    }
    return {
      ...conversation,
      messages,
      customerTyping: false,
      waitingSince: conversation.waitingSince ?? message.at,
      unread: isSelected ? 0 : conversation.unread + 1,
      firstUnreadId: conversation.firstUnreadId ?? (isSelected ? undefined : message.id),
    };
  };

/** What has arrived stays so: a late or repeated word of the outbox does not take it back. */
const isStale = (before: DeliveryState | undefined, after: DeliveryState): boolean =>
  before === 'delivered' || (before === 'sent' && after !== 'delivered' && after !== 'failed');

const deliver =
  (messageId: string, delivery: DeliveryState, failure?: Message['failure']): Change =>
  (conversation) => {
    const index = conversation.messages.findLastIndex((message) => message.id === messageId);
    const before = conversation.messages[index];
    if (!before || before.delivery === delivery) return conversation;
    if (isStale(before.delivery, delivery)) return conversation;
    const { failure: _old, ...kept } = before;
    const after: Message = failure ? { ...kept, delivery, failure } : { ...kept, delivery };
    return { ...conversation, messages: replaceAt(conversation.messages, index, after) };
  };

const select = (state: DeskState, id: string | undefined): DeskState => {
  if (id === state.selectedId) return state;
  const left = state.selectedId
    ? change(state, state.selectedId, (conversation) =>
        conversation.firstUnreadId ? { ...conversation, firstUnreadId: undefined } : conversation,
      )
    : state;
  const entered = id
    ? change(left, id, (conversation) =>
        conversation.unread ? { ...conversation, unread: 0 } : conversation,
      )
    : left;
  return { ...entered, selectedId: id };
};

const close = (state: DeskState, id: string): DeskState => ({
  ...state,
  conversations: state.conversations.filter((conversation) => conversation.id !== id),
  selectedId: state.selectedId === id ? undefined : state.selectedId,
});

/** A conversation that is told again (after a reload) keeps nothing of the old one but its place. */
const open = (state: DeskState, conversation: Conversation): DeskState => ({
  ...state,
  offers: state.offers.filter((offer) => offer.customer.id !== conversation.customer.id),
  conversations: state.conversations.some(({ id }) => id === conversation.id)
    ? state.conversations.map((known) => (known.id === conversation.id ? conversation : known))
    : [...state.conversations, conversation],
});

/**
 * What a desk is after an event. Pure; unknown conversations and messages change nothing, and a
 * message that is already known is not shown twice.
 */
export function applyEvent(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'connection.changed':
      return { ...state, connection: event.state, connectionError: event.error, link: undefined };
    case 'link.changed':
      return { ...state, link: event.link };
    case 'availability.changed':
      return { ...state, availability: event.availability };
    case 'offer.received':
      return { ...state, offers: [...withoutOffer(state, event.offer.id), event.offer] };
    case 'offer.withdrawn':
      return { ...state, offers: withoutOffer(state, event.offerId) };
    case 'conversation.opened':
      return open(state, event.conversation);
    case 'conversation.ended':
      return change(state, event.conversationId, (conversation) => ({
        ...conversation,
        state: 'wrap-up',
        endedBy: event.by,
        waitingSince: undefined,
        customerTyping: false,
      }));
    case 'conversation.closed':
      return close(state, event.conversationId);
    case 'conversation.selected':
      return select(state, event.conversationId);
    case 'message.received': {
      const { message } = event;
      return change(
        state,
        message.conversationId,
        receive(message, message.conversationId === state.selectedId, event.place),
      );
    }
    case 'message.queued':
      return change(state, event.message.conversationId, (conversation) => ({
        ...receive(event.message, true)(conversation),
        firstUnreadId: undefined,
      }));
    case 'message.taken-back':
      return change(state, event.conversationId, (conversation) => ({
        ...conversation,
        messages: conversation.messages.filter((message) => message.id !== event.messageId),
      }));
    case 'message.captioned':
      return change(state, event.conversationId, (conversation) => ({
        ...conversation,
        messages: conversation.messages.map((message) =>
          message.id === event.messageId
            ? { ...message, text: event.text, caption: event.caption }
            : message,
        ),
      }));
    case 'message.waiting':
    case 'message.sending':
    case 'message.sent':
    case 'message.delivered':
      return change(
        state,
        event.conversationId,
        // The state is the event's own name behind `message.`.
        deliver(event.messageId, event.type.slice(8) as DeliveryState),
      );
    case 'message.failed':
      return change(state, event.conversationId, deliver(event.messageId, 'failed', event.failure));
    case 'typing.changed':
      return change(state, event.conversationId, (conversation) =>
        conversation.customerTyping === event.typing
          ? conversation
          : { ...conversation, customerTyping: event.typing },
      );
    case 'history.loaded':
      return change(state, event.conversationId, (conversation) => {
        const known = new Map(conversation.messages.map((message) => [message.id, message]));
        // One that is known belongs where it was said first: history is told in its order.
        const earlier = event.messages.map((message) => known.get(message.id) ?? message);
        const messages = [...new Set([...earlier, ...conversation.messages])];
        return { ...conversation, hasEarlier: event.hasEarlier, messages };
      });
    case 'customer.changed':
      return change(state, event.conversationId, (conversation) => ({
        ...conversation,
        customer: event.customer,
      }));
    case 'run.ended':
      return { ...state, report: event.report };
  }
}
