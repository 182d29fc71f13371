import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { buildEnableCarbons } from './build-stanza.ts';
import type { Contacts, KeptContact } from './contacts.ts';
import type { Archive } from './create-archive.ts';
import type { Outgoing } from './create-outgoing.ts';
import type { Link } from './link.ts';
import type { WireMessage } from './wire-event.ts';
import type { XmppStore } from './xmpp-store.ts';

/** Entries asked for at once: while catching up, and when the agent asks for older ones. */
const catchUpPage = 50;
const historyPage = 20;

/** How far back a desk looks that does not know where it stopped: a day. */
const firstLook = 86_400_000;

/** Messages are saved about this long after they came, in milliseconds. */
const saveAfter = 500;

/** What reading needs. */
export interface ReadingParts {
  /** Our bare address; keys in the store begin with it. */
  readonly account: string;
  readonly link: Link;
  readonly archive: Archive;
  readonly contacts: Contacts;
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  readonly store: XmppStore;
  readonly log: (line: string) => void;
}

/** Brings messages in the archive's order, each once, over sessions and reloads. */
export interface Reading {
  /** On a new session: everything that came since the last one. False when overtaken by another. */
  catchUp(): Promise<boolean>;
  /**
   * Reads on once more, in a moment. A message that comes at the instant at which presence is shown
   * may be put aside for later by the server, which then does not look there again.
   */
  lookAgain(): void;
  /**
   * After a session was resumed. A server may hand a session over while messages come, and pass
   * one that was still on its way to the old one after a later one: so we wait a moment, and sort.
   */
  settle(): void;
  /** A message that came by itself; it waits while `catchUp` or `settle` is under way. */
  live(message: WireMessage): void;
  hasEarlier(contact: string): Promise<boolean>;
  loadEarlier(contact: string): Promise<Result<void, ConnectorError>>;
  /** Saves, a little later, how far we are. */
  save(): void;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
}

/** How long `lookAgain` waits, in milliseconds. */
const lookAfter = 2500;

/** How long `settle` waits, in milliseconds. */
const settleFor = 400;

/**
 * In the archive's order, where its ids show it (ejabberd's are times); else as they came, because
 * ids need not mean anything (XEP-0359).
 */
const inArchiveOrder = (messages: readonly WireMessage[]): readonly WireMessage[] => {
  const length = messages[0]?.archiveId?.length ?? 0;
  const comparable = messages.every(
    ({ archiveId = '' }) => archiveId.length === length && /^\d{10,}$/.test(archiveId),
  );
  if (!comparable) return messages;
  return [...messages].sort((a, b) => ((a.archiveId ?? '') < (b.archiveId ?? '') ? -1 : 1));
};

const parseKept = (text: string | undefined): readonly KeptContact[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? (value as KeptContact[]) : [];
  } catch {
    // Written by something else; the archive has the messages anyway.
    return [];
  }
};

/** Makes the reader; the cursor is the archive's id of the last entry that was read. */
export function createReading(parts: ReadingParts): Reading {
  const { archive, clock, contacts, link, outgoing, store } = parts;
  const key = (name: string) => `xmpp:${parts.account}:${name}`;
  let cursor: string | undefined;
  let restored = false;
  let hasArchive = true;
  /** Whether everything up to now was read, so that what comes may move the cursor. */
  let caughtUp = false;
  let turn = 0;
  let cancelSettle = () => {};
  let cancelLook = () => {};
  let held: WireMessage[] | undefined;
  let cancelSave: (() => void) | undefined;

  const apply = (message: WireMessage): boolean => {
    const { contact, direction, id } = message;
    if (direction === 'out' && outgoing.has(contact, id)) {
      outgoing.taken(id);
      return true;
    }
    return contacts.receive(message);
  };

  const write = async () => {
    await store.set(key('contacts'), JSON.stringify(contacts.kept()));
    if (cursor !== undefined) await store.set(key('cursor'), cursor);
  };

  const save = () => {
    // Nothing may overwrite what was kept before it has been read.
    if (!restored || cancelSave) return;
    cancelSave = clock.after(saveAfter, () => {
      cancelSave = undefined;
      void write();
    });
  };

  /**
   * Brings back whom we served before the page was loaded anew. What was said since (`news`) comes
   * after what was there before, and both are in the archive's order.
   */
  const restore = async (
    kept: readonly KeptContact[],
    news: readonly WireMessage[],
    isCurrent: () => boolean,
  ) => {
    const found: (() => void)[] = [];
    for (const each of kept) {
      const page = await archive.page({ with: each.contact, before: '', max: historyPage });
      if (!isCurrent() || (!page.ok && page.error.kind !== 'refused')) return;
      const since = news.filter(({ contact }) => contact === each.contact);
      const ids = new Set(since.map(({ archiveId }) => archiveId));
      const before = page.ok ? page.value.messages.filter((old) => !ids.has(old.archiveId)) : [];
      const hasEarlier = page.ok && !page.value.complete;
      found.push(() => contacts.restore(each, [...before, ...since], hasEarlier));
    }
    restored = true;
    for (const show of found) show();
  };

  /** All pages since the cursor, which stays where it was when that does not come to an end. */
  const readOn = async (isCurrent: () => boolean): Promise<readonly WireMessage[]> => {
    const news: WireMessage[] = [];
    let after = cursor;
    let start = after === undefined ? clock.now() - firstLook : undefined;
    for (;;) {
      const page = await archive.page({
        max: catchUpPage,
        ...(after === undefined ? {} : { after }),
        ...(start === undefined ? {} : { start }),
      });
      if (!isCurrent()) return news;
      if (!page.ok) {
        parts.log(`archive: ${page.error.kind}`);
        if (page.error.kind !== 'refused') return news;
        if (after === undefined || start !== undefined) {
          hasArchive = false;
          return news;
        }
        // The entry that we stopped at is no longer kept.
        after = undefined;
        start = clock.now() - firstLook;
        continue;
      }
      news.push(...page.value.messages);
      after = page.value.last ?? after;
      if (page.value.complete || page.value.last === undefined) break;
    }
    // Only now: what comes by itself meanwhile must not move it past what was not read yet.
    cursor = after;
    caughtUp = true;
    return news;
  };

  const toError = (error: { readonly kind: string }): ConnectorError =>
    error.kind === 'timeout' ? { kind: 'timeout' } : { kind: 'not-connected' };

  const moveOn = (message: WireMessage) => {
    if (apply(message) && caughtUp && message.archiveId !== undefined) {
      cursor = message.archiveId;
      save();
    }
  };

  const release = () => {
    const waiting = held ?? [];
    held = undefined;
    for (const message of inArchiveOrder(waiting)) moveOn(message);
  };

  const read = async (): Promise<boolean> => {
    turn += 1;
    const mine = turn;
    const isCurrent = () => mine === turn;
    cancelSettle();
    held ??= [];
    contacts.holdOffers(true);
    caughtUp = false;
    if (!restored) cursor = (await store.get(key('cursor'))) || undefined;
    const kept = restored ? [] : parseKept(await store.get(key('contacts')));
    if (!isCurrent()) return false;
    const news = hasArchive ? await readOn(isCurrent) : [];
    if (isCurrent() && !restored) await restore(kept, news, isCurrent);
    if (!isCurrent()) return false;
    for (const message of news) apply(message);
    release();
    contacts.holdOffers(false);
    save();
    return true;
  };

  const lookAgain = () => {
    cancelLook();
    cancelLook = clock.after(lookAfter, () => {
      if (link.state === 'up' && hasArchive) void read();
    });
  };

  return {
    catchUp: async () => {
      void link.request('set', buildEnableCarbons());
      const done = await read();
      if (done) lookAgain();
      return done;
    },
    lookAgain,
    settle: () => {
      cancelSettle();
      held ??= [];
      cancelSettle = clock.after(settleFor, release);
    },
    live: (message) => {
      if (held) held.push(message);
      else moveOn(message);
    },
    hasEarlier: async (contact) => {
      const before = contacts.oldest(contact);
      if (before === undefined || link.state !== 'up') return false;
      const page = await archive.page({ with: contact, before, max: 1 });
      return page.ok && page.value.last !== undefined;
    },
    loadEarlier: async (contact) => {
      const before = contacts.oldest(contact) ?? '';
      const page = await archive.page({ with: contact, before, max: historyPage });
      if (page.ok) {
        contacts.prepend(contact, page.value.messages, !page.value.complete);
        return ok(undefined);
      }
      if (page.error.kind !== 'refused') return err(toError(page.error));
      // No archive: there is nothing older, which is an answer.
      contacts.prepend(contact, [], false);
      return ok(undefined);
    },
    save,
    flush: async () => {
      cancelLook();
      cancelSettle();
      cancelSave?.();
      cancelSave = undefined;
      if (restored) await write();
    },
  };
}
