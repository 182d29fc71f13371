import type { Translate } from '../shared/translate.ts';
import { collapseEmoji } from './collapse-emoji.ts';
import { joinParts } from './join-parts.ts';
import type { Message } from './message.ts';

/** The author as a person would be called in speech. */
export const authorName = (message: Message, customerName: string, t: Translate): string =>
  message.author === 'customer' ? customerName : t(`author.${message.author}`);

/**
 * A message as one sentence (A11): author, text, how far it has come, time last.
 * An agent's message that simply arrived says nothing about it.
 * @param time the time of day, already formatted; empty to leave it out
 */
export function describeMessage(
  message: Message,
  customerName: string,
  time: string,
  t: Translate,
): string {
  const { delivery } = message;
  const state =
    delivery && delivery !== 'delivered' && delivery !== 'sent' ? t(`delivery.${delivery}`) : '';
  const text = collapseEmoji(message.text, t);
  const spoken =
    message.author === 'system'
      ? text
      : t('spoken.from', { name: authorName(message, customerName, t), text });
  return joinParts([spoken, state, time], t);
}
