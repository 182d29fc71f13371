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

/** What reading needs. */
export interface ReadParts {
  readonly archive: Archive;
  /** The archive's id of the last entry that was read; without one, a day is read. */
  readonly since: string | undefined;
  /** Entries of a page. */
  readonly max: number;
  /** By this computer's clock, which may be wrong; epoch milliseconds. */
  readonly now: () => number;
  /** By the server's; undefined when it does not tell. */
  readonly serverTime: () => Promise<number | undefined>;
  /** Whether anybody still wants to know. */
  readonly isCurrent: () => boolean;
  readonly onPage: (messages: readonly WireMessage[]) => void;
  readonly log: (line: string) => void;
}

/**
 * Reads the last day, newest page first, and gives it oldest first. When that day began is the server's
 * to say: by a clock that is days ahead nobody would be found, and by one that is behind, months of them.
 */
async function readDay(parts: ReadParts): Promise<News> {
  const { archive, max } = parts;
  const asked = parts.serverTime();
  let news: readonly WireMessage[] = [];
  let end: News['end'];
  let before = '';
  for (;;) {
    const page = await archive.page({ max, before });
    if (!parts.isCurrent()) return { news };
    if (!page.ok) {
      parts.log(`archive: ${page.error.kind}`);
      return page.error.kind === 'refused' ? { news, isRefused: true } : { news };
    }
    const { messages, complete, first, last } = page.value;
    end ??= { after: last, page: first };
    news = [...messages, ...news];
    // The newest entry is no younger than now.
    const now = (await asked) ?? Math.max(parts.now(), news.at(-1)?.at ?? 0);
    const isOfDay = ({ at = now }: WireMessage) => at >= now - firstLook;
    if (complete || first === undefined || !messages.every(isOfDay)) {
      const found = news.filter(isOfDay);
      parts.onPage(found);
      return { news: found, end };
    }
    before = first;
  }
}

/** Reads all pages of the archive since an entry, or where that is not known or no longer kept, the last day. */
export async function readSince(parts: ReadParts): Promise<News> {
  const { archive, max } = parts;
  const news: WireMessage[] = [];
  let after = parts.since;
  if (after === undefined) return readDay(parts);
  for (;;) {
    const page = await archive.page({ max, after });
    if (!parts.isCurrent()) return { news };
    if (!page.ok) {
      parts.log(`archive: ${page.error.kind}`);
      return page.error.kind === 'refused' ? readDay(parts) : { news };
    }
    news.push(...page.value.messages);
    parts.onPage(page.value.messages);
    const began = after;
    after = page.value.last ?? after;
    if (page.value.complete || page.value.last === undefined)
      return { news, end: { after, page: began } };
  }
}
