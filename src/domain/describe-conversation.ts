import type { Translate } from '../shared/translate.ts';
import type { Conversation } from './conversation.ts';
import { describeDuration } from './describe-duration.ts';

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A conversation's last words, at most 80 characters. */
export const previewOf = (conversation: Conversation): string =>
  shorten(conversation.messages.at(-1)?.text ?? conversation.topic);

/** A row's name (A6): customer, unread, waiting time or state, channel, last words. */
export function describeConversation(
  conversation: Conversation,
  t: Translate,
  now: number,
): string {
  const { customer, unread, waitingSince, state } = conversation;
  const waiting =
    waitingSince === undefined
      ? ''
      : t('list.waiting', { time: describeDuration(now - waitingSince, t) });
  return [
    customer.name,
    unread ? t('list.unread', { count: unread }) : '',
    state === 'wrap-up' ? t('list.wrapUp') : waiting,
    t(`channel.${customer.channel}`),
    previewOf(conversation),
  ]
    .filter(Boolean)
    .join(t('app.comma'));
}
