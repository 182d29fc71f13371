import type { Place } from '../../domain/connector-event.ts';
import type { WireMessage } from './wire-event.ts';

/** ejabberd's ids: microseconds, which can be compared as they are. */
const time = /^\d{16}$/;

/** A message that is shown, and where it stands in the archive. */
export interface Placed {
  readonly id: string;
  readonly archiveId: string;
}

/**
 * Puts a message among those that came before it.
 * @param order of what is shown, as the archive has it; gets one more
 * @returns where it belongs, if not behind all others
 */
export function placeIn(
  order: Placed[],
  archiveId: string | undefined,
  id: string,
): Place | undefined {
  if (archiveId === undefined || !time.test(archiveId)) return undefined;
  if (order.some((each) => each.archiveId === archiveId)) return undefined;
  const later = order.findIndex((each) => each.archiveId > archiveId);
  const next = order[later]?.id;
  const behind = order.slice(0, Math.max(0, later)).map((each) => each.id);
  order.splice(later < 0 ? order.length : later, 0, { id, archiveId });
  return next === undefined ? undefined : { before: next, behind };
}

/**
 * In the archive's order, where its ids show it (ejabberd's are times); else as they came, because
 * ids need not mean anything (XEP-0359).
 */
export function inArchiveOrder(messages: readonly WireMessage[]): readonly WireMessage[] {
  const length = messages[0]?.archiveId?.length ?? 0;
  const comparable = messages.every(
    ({ archiveId = '' }) => archiveId.length === length && /^\d{10,}$/.test(archiveId),
  );
  if (!comparable) return messages;
  return [...messages].sort((a, b) => ((a.archiveId ?? '') < (b.archiveId ?? '') ? -1 : 1));
}

/** The archive's id of the first message that has one. */
export const oldestOf = (messages: readonly WireMessage[]): string | undefined =>
  messages.find(({ archiveId }) => archiveId)?.archiveId;
