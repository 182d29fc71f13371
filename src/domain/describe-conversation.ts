import type { Translate } from '../shared/translate.ts';
import type { Conversation } from './conversation.ts';
import { describeDuration } from './describe-duration.ts';
import { owedMessages } from './desk-state.ts';

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

/** Who has waited longest, for how long, and their last words (A9). */
export function describeWaiting(conversation: Conversation, t: Translate, now: number): string {
  const words = owedMessages(conversation)
    .slice(-3)
    .map(({ text }) => text)
    .join(' ');
  return t('spoken.waiting', {
    name: conversation.customer.name,
    time: describeDuration(now - (conversation.waitingSince ?? now), t),
    text: words,
  });
}

/** "Where was I" (A56): customer, last words, draft, what is still owed. */
export function describeWhere(conversation: Conversation, draft: string, t: Translate): string {
  const owed = owedMessages(conversation);
  const last = conversation.messages.at(-1);
  return [
    t('spoken.whereWith', { name: conversation.customer.name }),
    owed.length
      ? t('spoken.whereOwed', { text: owed.map(({ text }) => text).join(' ') })
      : last
        ? t('spoken.whereLast', { text: last.text })
        : '',
    draft.trim() ? t('spoken.whereDraft', { text: draft.trim() }) : t('spoken.whereNoDraft'),
    conversation.state === 'wrap-up' ? t('spoken.whereWrapUp') : '',
  ]
    .filter(Boolean)
    .join(' ');
}
