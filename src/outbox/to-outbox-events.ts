import type { OutboxEvent } from '../domain/outbox-event.ts';
import type { OutboxEntry } from './outbox-entry.ts';

const queued = ({ id, conversationId, text, language, at }: OutboxEntry): OutboxEvent => ({
  type: 'message.queued',
  message: { id, conversationId, author: 'agent', text, at, language, delivery: 'waiting' },
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
  if (before) return step(after);
  // Already over when this tab first heard of it: the archive tells it.
  if (after.state === 'sent' || after.state === 'taken-back') return [];
  return after.state === 'waiting' ? [queued(after)] : [queued(after), ...step(after)];
}
