import type { Translate } from '../shared/translate.ts';
import type { Announcement } from './announcement.ts';
import type { ConnectorEvent } from './connector-event.ts';
import type { Conversation } from './conversation.ts';
import { spokenText } from './describe-message.ts';
import { describeOffer } from './describe-offer.ts';
import type { DeskEvent, DeskState } from './desk-state.ts';
import { findConversation } from './desk-state.ts';

/** How many of the agent's messages have not gone out yet. */
const pendingCount = (state: DeskState): number =>
  state.conversations
    .flatMap(({ messages }) => messages.slice(-50))
    .filter(({ delivery }) => delivery === 'waiting' || delivery === 'sending').length;

const about = (conversation: Conversation) => ({
  source: { id: conversation.id, name: conversation.customer.name },
});

const describeConnection = (
  event: Extract<ConnectorEvent, { type: 'connection.changed' }>,
  before: DeskState,
  t: Translate,
): Announcement | undefined => {
  const wasOnline = before.connection === 'online';
  if (event.state === 'online') {
    if (before.connection !== 'reconnecting') return undefined;
    return { class: 'connection', priority: 1, text: t('linkState.connected'), earcon: 'back' };
  }
  if (!wasOnline || event.state === 'connecting') return undefined;
  const waiting = pendingCount(before);
  const text = waiting
    ? `${t('linkState.lost')} ${t('linkState.lostWaiting', { count: waiting })}`
    : t('linkState.lost');
  return { class: 'connection', priority: 0, text, earcon: 'lost' };
};

/**
 * What is said of an event, or nothing. Pure, so that each sentence can be tested whole.
 * The agent's own messages, receipts and loaded history are silent (A26, A28); other conversations
 * carry the customer's name first (A24).
 * @param event what happened
 * @param before the desk before it happened
 * @param t sentences in the agent's language
 * @param now epoch milliseconds, for how long a customer has waited
 */
export function describeEvent(
  event: DeskEvent,
  before: DeskState,
  t: Translate,
  now: number,
): Announcement | undefined {
  switch (event.type) {
    case 'connection.changed':
      return describeConnection(event, before, t);
    case 'offer.received':
      return {
        class: 'offer',
        priority: 2,
        text: t('spoken.offer', { offer: describeOffer(event.offer, t, now) }),
        earcon: 'offer',
        source: { id: event.offer.id, name: event.offer.customer.name },
      };
    case 'offer.withdrawn': {
      const offer = before.offers.find(({ id }) => id === event.offerId);
      if (!offer || event.reason === 'declined') return undefined;
      const { name } = offer.customer;
      return {
        class: 'offer',
        priority: 2,
        text: t(event.reason === 'expired' ? 'spoken.offerExpired' : 'spoken.offerGone', { name }),
      };
    }
    case 'message.received': {
      const { message } = event;
      const conversation = findConversation(before, message.conversationId);
      if (!conversation || message.author !== 'customer') return undefined;
      if (conversation.messages.some(({ id }) => id === message.id)) return undefined;
      const isOpen = conversation.id === before.selectedId;
      const { name } = conversation.customer;
      const text = spokenText(message, t);
      return {
        class: isOpen ? 'message-open' : 'message-other',
        priority: isOpen ? 1 : 2,
        text: isOpen ? text : t('spoken.from', { name, text }),
        language: message.language,
        earcon: isOpen ? 'message' : 'message-other',
        ...about(conversation),
      };
    }
    case 'message.failed': {
      const conversation = findConversation(before, event.conversationId);
      const message = conversation?.messages.find(({ id }) => id === event.messageId);
      // Several are doubted at once: app/tell-unsure.ts tells them.
      const isTold = message?.delivery === 'failed' || event.failure === 'unsure';
      if (!conversation || !message || isTold) return undefined;
      return {
        class: 'failure',
        priority: 0,
        text: t('spoken.failed', {
          name: conversation.customer.name,
          text: message.text,
          why: t(`failure.${event.failure}`),
        }),
        earcon: 'failure',
        ...about(conversation),
      };
    }
    case 'conversation.ended': {
      const conversation = findConversation(before, event.conversationId);
      if (conversation?.state !== 'open' || event.by === 'agent') return undefined;
      const isOpen = conversation.id === before.selectedId;
      return {
        class: isOpen ? 'message-open' : 'message-other',
        priority: isOpen ? 1 : 2,
        text: t('spoken.left', { name: conversation.customer.name }),
        ...about(conversation),
      };
    }
    case 'typing.changed': {
      const conversation = findConversation(before, event.conversationId);
      if (!conversation || !event.typing || conversation.customerTyping) return undefined;
      return {
        class: 'typing',
        priority: 3,
        text: t('spoken.typing', { name: conversation.customer.name }),
        ...about(conversation),
      };
    }
    case 'run.ended':
      return { class: 'reply', priority: 1, text: t('spoken.runEnded') };
    default:
      return undefined;
  }
}
