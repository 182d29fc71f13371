import type { Conversation } from './conversation.ts';

/** Those who wait come first, the longest on top; then the others in order of opening. */
export const orderConversations = (
  conversations: readonly Conversation[],
): readonly Conversation[] =>
  [...conversations].sort(
    (a, b) =>
      (a.waitingSince ?? Number.POSITIVE_INFINITY) - (b.waitingSince ?? Number.POSITIVE_INFINITY) ||
      a.openedAt - b.openedAt,
  );
