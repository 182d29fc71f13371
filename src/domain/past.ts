import type { Message } from './message.ts';
import type { WrapUp } from './wrap-up.ts';

/** How an earlier conversation came out, as the desk noted it when it was closed. */
export interface PastWrapUp extends WrapUp {
  /** When it was closed, epoch milliseconds by this desk's clock. */
  readonly at: number;
  /** The newest message that stood in it; empty when there was none. */
  readonly lastMessageId: string;
}

/** A piece of what was said with a customer before the conversation that is open. */
export interface PastPage {
  /** Oldest first; of the first of them, more may have been said before. */
  readonly messages: readonly Message[];
  /** All that the desk noted of this customer, oldest first; the same on every page. */
  readonly wrapUps: readonly PastWrapUp[];
  /** Handed back, it gives the page before this one; undefined when there is none. */
  readonly older: string | undefined;
}

/** A conversation that the customer had before this one. */
export interface PastConversation {
  /** Stays the same while older messages are put before those that are known. */
  readonly id: string;
  /** When the last word was said, or, where none is kept, when it was closed. */
  readonly at: number;
  readonly messages: readonly Message[];
  readonly wrapUp: PastWrapUp | undefined;
}

/**
 * Milliseconds of silence that part two conversations where nobody noted an end: longer than a
 * customer takes to look for a receipt, shorter than a night.
 */
export const silenceBetween = 6 * 3_600_000;

/** Which message a conversation ended with: the one that was noted, else the last one by time. */
const endOf = (messages: readonly Message[], { at, lastMessageId }: PastWrapUp): number => {
  const noted = messages.findLastIndex(({ id }) => id === lastMessageId);
  if (noted >= 0) return noted;
  const last = messages.findLastIndex((message) => message.at <= at);
  const message = messages[last];
  return message && at - message.at < silenceBetween ? last : -1;
};

/**
 * Makes conversations of what was said, newest first. One ends where it was wrapped up, or before a
 * silence of {@link silenceBetween}.
 * @param messages oldest first, all that are known so far
 * @param isWhole whether there is nothing older: then what was noted of conversations without a
 *   word that is still kept is told too
 */
export function groupPast(
  messages: readonly Message[],
  wrapUps: readonly PastWrapUp[],
  isWhole: boolean,
): readonly PastConversation[] {
  const ends = new Map<number, PastWrapUp>();
  const wordless: PastConversation[] = [];
  for (const wrapUp of wrapUps) {
    const end = endOf(messages, wrapUp);
    if (end >= 0) ends.set(end, wrapUp);
    else if (isWhole) {
      wordless.push({ id: `closed ${wrapUp.at}`, at: wrapUp.at, messages: [], wrapUp });
    }
  }
  const found: PastConversation[] = [];
  let start = 0;
  messages.forEach((message, index) => {
    const next = messages[index + 1];
    const wrapUp = ends.get(index);
    if (next && !wrapUp && next.at - message.at < silenceBetween) return;
    const said = messages.slice(start, index + 1);
    found.push({ id: message.id, at: message.at, messages: said, wrapUp });
    start = index + 1;
  });
  return [...found, ...wordless].sort((a, b) => b.at - a.at);
}
