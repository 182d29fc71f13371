import type { WireMessage } from './wire-event.ts';

/**
 * Each item once, the first of its copies: an archive may hold a message twice that was sent again
 * after a lost connection.
 * @param keyOf the same for copies
 */
export function once<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const keys = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !keys.has(key) && keys.add(key);
  });
}

/** The same for all copies of a message; as in `create-seen.ts`, the sender's id counts with its words. */
export const copyKey = ({ direction, id, archiveId, text }: WireMessage): string =>
  `${direction} ${id || `archive ${archiveId}`} ${direction === 'in' ? text : ''}`;
