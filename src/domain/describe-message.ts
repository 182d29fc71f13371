import type { Translate } from '../shared/translate.ts';
import { collapseEmoji } from './collapse-emoji.ts';
import { joinParts } from './join-parts.ts';
import type { DeliveryFailure, Message } from './message.ts';

/** The author as a person would be called in speech. */
export const authorName = (message: Message, customerName: string, t: Translate): string =>
  message.author === 'customer' ? customerName : t(`author.${message.author}`);

/** What is spoken of a message's text; of a voice message or a file, that it is one (A11). */
export const spokenText = ({ text, attachment }: Message, t: Translate): string =>
  collapseEmoji(attachment ? t(`spoken.${attachment.kind ?? 'voice'}`, { text }) : text, t);

/** How far an agent's message has come, in a few words. */
export const stateOf = ({ delivery = 'sent', failure }: Message, t: Translate): string =>
  t(failure === 'unsure' ? 'unsure.state' : `delivery.${delivery}`);

/** Why it came no further. */
export const whyOf = (failure: DeliveryFailure, t: Translate): string =>
  t(failure === 'unsure' ? 'unsure.why' : `failure.${failure}`);

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
    delivery && delivery !== 'delivered' && delivery !== 'sent' ? stateOf(message, t) : '';
  const text = spokenText(message, t);
  const spoken =
    message.author === 'system'
      ? text
      : t('spoken.from', { name: authorName(message, customerName, t), text });
  return joinParts([spoken, state, time], t);
}
