import type { Archive } from './create-archive.ts';
import type { WireMessage } from './wire-event.ts';

/** How far back a desk looks that does not know where it stopped: a day. */
const firstLook = 86_400_000;

/** What the archive had, where it ended, and where its last page began; without an end, it did not come to it. */
export interface News {
  readonly news: readonly WireMessage[];
  readonly end?: { readonly after: string | undefined; readonly page: string | undefined };
  /** There is no archive, or not for us. */
  readonly isRefused?: boolean;
}

/**
 * Reads all pages of the archive since an entry.
 * @param since the archive's id of the last entry that was read; without one, a day is read
 */
export async function readSince(options: {
  readonly archive: Archive;
  readonly since: string | undefined;
  /** Entries of a page. */
  readonly max: number;
  readonly now: () => number;
  /** Whether anybody still wants to know. */
  readonly isCurrent: () => boolean;
  readonly onPage: (messages: readonly WireMessage[]) => void;
  readonly log: (line: string) => void;
}): Promise<News> {
  const { archive, max, now } = options;
  const news: WireMessage[] = [];
  let after = options.since;
  let start = after === undefined ? now() - firstLook : undefined;
  for (;;) {
    const page = await archive.page({
      max,
      ...(after === undefined ? {} : { after }),
      ...(start === undefined ? {} : { start }),
    });
    if (!options.isCurrent()) return { news };
    if (!page.ok) {
      options.log(`archive: ${page.error.kind}`);
      if (page.error.kind !== 'refused') return { news };
      if (after === undefined || start !== undefined) return { news, isRefused: true };
      // The entry that we stopped at is no longer kept.
      after = undefined;
      start = now() - firstLook;
      continue;
    }
    news.push(...page.value.messages);
    options.onPage(page.value.messages);
    const began = after;
    after = page.value.last ?? after;
    if (page.value.complete || page.value.last === undefined)
      return { news, end: { after, page: began } };
  }
}
