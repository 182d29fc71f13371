import type { Message } from '../domain/message.ts';
import type { OutboxEvent } from '../domain/outbox-event.ts';
import type { OutboxEntry } from './outbox-entry.ts';

const toMessage = (entry: OutboxEntry, delivery: 'waiting' | 'sent'): Message => {
  const { id, conversationId, text, language, at, attachment } = entry;
  return {
    ...{ id, conversationId, author: 'agent', text, at, language, delivery },
    ...(attachment && { attachment }),
  };
};

const queued = (entry: OutboxEntry): OutboxEvent => ({
  type: 'message.queued',
  message: toMessage(entry, 'waiting'),
});

const step = (entry: OutboxEntry): readonly OutboxEvent[] => {
  const { conversationId, id: messageId, state, failure = 'unknown' } = entry;
  if (state === 'dropped') return [];
  if (state === 'failed') return [{ type: 'message.failed', conversationId, messageId, failure }];
  return [{ type: `message.${state}`, conversationId, messageId }];
};

/**
 * What the desk is told of a change in the outbox.
 * @param before undefined for an entry that this tab has not heard of
 */
export function toOutboxEvents(
  before: OutboxEntry | undefined,
  after: OutboxEntry,
): readonly OutboxEvent[] {
  if (after.failure === 'unsure' && before?.state !== 'failed') {
    // It may be older than what is shown, and there is something to say of it.
    const messages = [toMessage(after, 'sent')];
    const { conversationId } = after;
    const shown = { type: 'history.loaded', conversationId, messages, hasEarlier: true } as const;
    return [shown, ...step(after)];
  }
  if (before) return before.state === after.state ? [] : step(after);
  // Already over when this tab first heard of it: the archive tells it.
  if (after.state === 'sent' || after.state === 'taken-back') return [];
  return after.state === 'waiting' ? [queued(after)] : [queued(after), ...step(after)];
}
