import type { Translate } from '../shared/translate.ts';
import type { Conversation } from './conversation.ts';
import { describeDuration } from './describe-duration.ts';
import { owedMessages } from './desk-state.ts';

/** Who has waited longest, for how long, and their last words (A9). */
export function describeWaiting(conversation: Conversation, t: Translate, now: number): string {
  const words = owedMessages(conversation)
    .slice(-3)
    .map(({ text }) => text)
    .join(' ');
  return t('where.waiting', {
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
    t('where.with', { name: conversation.customer.name }),
    owed.length
      ? t('where.owed', { text: owed.map(({ text }) => text).join(' ') })
      : last
        ? t('where.last', { text: last.text })
        : '',
    draft.trim() ? t('where.draft', { text: draft.trim() }) : t('where.noDraft'),
    conversation.state === 'wrap-up' ? t('where.wrapUp') : '',
  ]
    .filter(Boolean)
    .join(' ');
}
