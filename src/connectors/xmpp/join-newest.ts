import type { Result } from '../../shared/result.ts';
import type { Page } from './create-archive.ts';
import type { RequestError } from './create-questions.ts';
import type { WireMessage } from './wire-event.ts';

/** What a conversation that is brought back begins with. */
export interface Newest {
  readonly messages: readonly WireMessage[];
  /** Whether older ones can be asked for. */
  readonly isMore: boolean;
  /** Where that begins in the archive, if not at the oldest of `messages`. */
  readonly first: string | undefined;
}

/**
 * Joins a contact's newest page of the archive with what was said since the desk last looked, both in
 * the archive's order.
 * @param page one that took too long gives nothing; then older ones can still be asked for
 * @param since of this contact
 */
export function joinNewest(
  page: Result<Page, RequestError>,
  since: readonly WireMessage[],
): Newest {
  const newest = page.ok ? page.value.messages : [];
  const ids = new Set(newest.map(({ archiveId }) => archiveId));
  const older = since.filter(({ archiveId }) => !ids.has(archiveId));
  // That page was read after the news: if nothing is in both, it is newer, and comes by itself.
  const isApart = since.length > 0 && older.length === since.length;
  const messages = isApart ? since : [...older, ...newest];
  return {
    messages,
    isMore: page.ok ? !page.value.complete : page.error.kind === 'timeout',
    first: page.ok && messages.length === newest.length ? page.value.first : undefined,
  };
}
