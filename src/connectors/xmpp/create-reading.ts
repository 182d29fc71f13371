import { err, ok, type Result } from '../../shared/result.ts';
import { buildEnableCarbons } from './build-stanza.ts';
import type { KeptContact } from './contacts.ts';
import type { Page } from './create-archive.ts';
import { createKeptContacts } from './create-kept-contacts.ts';
import type { RequestError } from './create-questions.ts';
import { inArchiveOrder } from './in-archive-order.ts';
import { joinNewest } from './join-newest.ts';
import { readBack } from './read-back.ts';
import { type News, readSince } from './read-since.ts';
import type { Reading, ReadingParts } from './reading.ts';
import type { WireMessage } from './wire-event.ts';

/** Entries asked for at once, on a slow link a few seconds' worth. */
const pageSize = 20;

/** Messages are saved about this long after they came, in milliseconds. */
const saveAfter = 500;

/** How long `lookAgain` waits, in milliseconds. */
const lookAfter = 2500;

/** How long until an archive that did not answer is asked again, in milliseconds. */
const tryAfter = 10_000;

/** Readings without an answer after which what was on its way is handed over once more, under its id. */
const mostUnanswered = 4;

/** How long `settle` waits, in milliseconds. */
const settleFor = 400;

const noAnswer = err<RequestError>({ kind: 'timeout' });

/** Makes the reader; the cursor is the archive's id of the last entry that was read. */
export function createReading(parts: ReadingParts): Reading {
  const { archive, clock, contacts, link, outgoing, store } = parts;
  const cursorKey = `xmpp:${parts.account}:cursor`;
  let cursor: string | undefined;
  let restored = false;
  let isRead = false;
  let unanswered = 0;
  let hasArchive = true;
  /** Whether all was read, so that what comes may move the cursor. */
  let caughtUp = false;
  /** Whether it will be read once more, from the last page on: an entry may be written late. */
  let mustLook = false;
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

  /** What is known already says where the rest belongs. */
  const applyAll = (messages: readonly WireMessage[]) => {
    for (const message of messages) {
      const { contact, direction, id } = message;
      if (direction === 'out' && outgoing.has(contact, id)) outgoing.taken(id);
      contacts.place(message);
    }
    for (const message of messages) apply(message);
  };

  const hasEarlier = async (contact: string) => {
    if (link.state !== 'up') return false;
    // Of one who was brought back while the archive was silent nothing is known, not even the newest.
    const before = contacts.oldest(contact) ?? '';
    const page = await archive.page({ with: contact, before, max: 1 });
    return page.ok ? page.value.last !== undefined : page.error.kind === 'timeout';
  };

  const keeper = createKeptContacts({
    account: parts.account,
    contacts,
    store,
    now: () => clock.now(),
    hasEarlier,
    onMissing: () => {
      if (link.state === 'up') void read();
    },
  });

  const write = async () => {
    if (cursor !== undefined) await store.set(cursorKey, cursor);
  };

  const save = () => {
    keeper.save();
    // Nothing may overwrite what was kept before it has been read.
    if (!restored || cancelSave) return;
    cancelSave = clock.after(saveAfter, () => {
      cancelSave = undefined;
      void write();
    });
  };

  /**
   * Brings back whom we served before the page was loaded anew, or whom another tab serves. What was
   * said since (`news`) comes after what was there before, and both are in the archive's order.
   */
  const restore = async (
    kept: readonly KeptContact[],
    news: readonly WireMessage[],
    isCurrent: () => boolean,
  ) => {
    const found: (() => void)[] = [];
    // Nobody is left out because a server is silent: then each is here without older words.
    let isSilent = false;
    for (const each of kept) {
      const page: Result<Page, RequestError> = isSilent
        ? noAnswer
        : await readBack(archive, each.contact, '', pageSize);
      if (!isCurrent() || (!page.ok && page.error.kind === 'not-connected')) return;
      isSilent ||= !page.ok && page.error.kind === 'timeout';
      const since = news.filter(({ contact }) => contact === each.contact);
      const { messages, isMore, first } = joinNewest(page, since);
      found.push(() => {
        if (!keeper.isCurrent(each)) return;
        contacts.restore(each, messages, isMore, first);
        keeper.shown(each);
      });
    }
    for (const show of found) show();
    restored = true;
    keeper.begin();
  };

  /** What came since the cursor; each page told as it comes, if wanted. */
  const readOn = async (isCurrent: () => boolean, isTold: boolean): Promise<News> => {
    const found = await readSince({
      ...{ archive, since: cursor, max: pageSize, isCurrent, log: parts.log },
      now: () => clock.now(),
      serverTime: parts.serverTime,
      onPage: (messages) => {
        if (isTold) applyAll(messages);
      },
    });
    if (found.isRefused) hasArchive = false;
    return found;
  };

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

  const lookIn = (ms: number) => {
    cancelLook();
    cancelLook = clock.after(ms, () => {
      if (link.state === 'trying') return lookIn(lookAfter);
      mustLook = false;
      if (link.state === 'up' && hasArchive) void read();
    });
  };

  const read = async (): Promise<boolean> => {
    turn += 1;
    const mine = turn;
    const isCurrent = () => mine === turn;
    cancelSettle();
    held ??= [];
    contacts.holdOffers(true);
    caughtUp = false;
    if (!restored) cursor = (await store.get(cursorKey)) || undefined;
    const kept = restored ? keeper.missing() : await keeper.load();
    if (!isCurrent()) return false;
    // Who is to be brought back gets all of it in one go.
    const isTold = restored && !kept.length;
    const { news, end }: News = hasArchive ? await readOn(isCurrent, isTold) : { news: [] };
    if (isCurrent() && (!restored || kept.length)) await restore(kept, news, isCurrent);
    if (!isCurrent()) return false;
    // Only now: what comes by itself meanwhile must not move it past what was not read yet.
    if (end) {
      cursor = mustLook ? end.page : end.after;
      caughtUp = !mustLook;
    } else if (hasArchive) lookIn(tryAfter);
    applyAll(news);
    if (end || !hasArchive) isRead = true;
    else unanswered += 1;
    // Where the archive stays broken, nothing is to wait for it for ever.
    if (isRead || unanswered >= mostUnanswered) outgoing.giveBack();
    release();
    contacts.holdOffers(false);
    save();
    return true;
  };

  const lookAgain = () => {
    mustLook = true;
    caughtUp = false;
    lookIn(lookAfter);
  };

  return {
    get isRestored() {
      return restored;
    },
    get isRead() {
      return isRead;
    },
    catchUp: async () => {
      // Another session may find the server's archive where this one was refused.
      hasArchive = true;
      isRead = false;
      unanswered = 0;
      void link.request('set', buildEnableCarbons());
      mustLook = true;
      const done = await read();
      if (done) lookAgain();
      if (restored) keeper.begin();
      void keeper.catchUp();
      return done;
    },
    lookAgain,
    settle: () => {
      cancelSettle();
      held ??= [];
      return new Promise((resolve) => {
        cancelSettle = clock.after(settleFor, () => {
          release();
          resolve();
          if (keeper.missing().length) void read();
        });
      });
    },
    live: (message) => {
      if (held) held.push(message);
      else moveOn(message);
    },
    hasEarlier,
    loadEarlier: async (contact) => {
      const before = contacts.oldest(contact) ?? '';
      const page = await readBack(archive, contact, before, pageSize);
      if (page.ok) {
        const { messages, complete, first } = page.value;
        contacts.prepend(contact, messages, !complete, first);
        return ok(undefined);
      }
      const { kind } = page.error;
      if (kind !== 'refused') return err({ kind });
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
      keeper.end();
      if (restored) await write();
    },
  };
}
