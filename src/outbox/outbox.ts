import type { DeliveryFailure } from '../domain/message.ts';
import type { Clock } from '../shared/clock.ts';
import { createMirror } from './create-mirror.ts';
import type { DeskStorage } from './desk-storage.ts';
import {
  isOpen,
  isUnconfirmed,
  type OutboxEntry,
  type OutboxMessage,
  type OutboxState,
  parseOutboxEntry,
} from './outbox-entry.ts';

/** 30 days, in milliseconds. */
const longestStay = 30 * 24 * 60 * 60 * 1000;
/** A year: what looks older was written, or is read, by a clock that was wrong, and is no leftover. */
const oldest = 365 * 24 * 60 * 60 * 1000;

/** Hears how an entry changed, in whichever tab it happened. */
export type OutboxListener = (before: OutboxEntry | undefined, after: OutboxEntry) => void;

/** The agent's messages that have not been handed over, kept before anything is sent. */
export interface Outbox {
  /** Resolves when what was kept has been read. */
  readonly loaded: Promise<void>;
  /** Keeps a message behind all others of its desk; resolves when that is done. */
  add(message: OutboxMessage & Pick<OutboxEntry, 'deskId' | 'holdUntil' | 'after'>): Promise<void>;
  /** What a desk has waiting, under way or failed, in the order in which it was written. */
  list(deskId: string): readonly OutboxEntry[];
  /** Takes a message back that has not been sent (A18); its words, or undefined when it is too late. */
  takeBack(id: string): Promise<string | undefined>;
  /** Lets a failed message wait for another try. */
  retry(id: string): Promise<void>;
  /**
   * Lets go all that waits of a conversation: the agent knows what the customer wrote meanwhile.
   * @param newest the customer's newest message, as far as they know
   */
  release(conversationId: string, newest?: string): Promise<void>;
  /** Ends the time in which what waits of a conversation can still be taken back (A18). */
  hurry(conversationId: string): Promise<void>;
  /** Forgets all of a conversation that is closed. */
  drop(conversationId: string): Promise<void>;
  subscribe(listener: OutboxListener): () => void;
  /** Reads everything again: another tab may have gone without a word. */
  refresh(): Promise<void>;
  /** For the send loop: claims a message; undefined when it was taken back or sent meanwhile. */
  begin(id: string): Promise<OutboxEntry | undefined>;
  /** For the send loop: what waits, or was lost on its way, is not sent before it is released. */
  hold(id: string): Promise<void>;
  /** For the send loop: nothing was handed over. */
  putBack(id: string): Promise<void>;
  /**
   * For the send loop: the desk has it.
   * @param stays until it is confirmed, doubted or dropped; it is no longer listed
   */
  finish(id: string, stays?: boolean): Promise<void>;
  /** For the send loop: the desk does not want it. */
  fail(id: string, failure: DeliveryFailure): Promise<void>;
  /** What a desk has, and nobody has said yet that it came; in the order in which it was written. */
  unconfirmed(deskId: string): readonly OutboxEntry[];
  /** It came. */
  confirm(id: string): Promise<void>;
  /** What is unconfirmed may be lost: it has failed, as `unsure`. */
  doubt(id: string): Promise<void>;
}

const byOrder = (one: OutboxEntry, other: OutboxEntry) =>
  one.order - other.order || (one.id < other.id ? -1 : 1);

const isOver = (entry: OutboxEntry): boolean => !isOpen(entry) && !isUnconfirmed(entry);

/** Makes the outbox over what is stored. */
export function createOutbox(options: {
  readonly storage: DeskStorage;
  readonly clock: Clock;
}): Outbox {
  const { storage, clock } = options;
  const listeners = new Set<OutboxListener>();
  /** What came before the desk had said that it has it. */
  const early = new Set<string>();
  let newest = 0;
  let isLoaded = false;

  const mirror = createMirror<OutboxEntry>({
    storage,
    store: 'outbox',
    parse: parseOutboxEntry,
    // Each is shown behind those that were told before.
    order: byOrder,
    onChange: (before, after) => {
      if (!after) return;
      newest = Math.max(newest, after.order);
      const isSame = before?.state === after.state && before.held === after.held;
      if (isSame && before.holdUntil === after.holdUntil) return;
      for (const listener of [...listeners]) listener(before, after);
    },
  });
  const loaded = mirror.loaded.then(async () => {
    // A tab that died between the last two steps of a message has left the first one here; and what
    // is a month old is of a conversation that nobody has closed. What was never sent stays: the clock
    // may be wrong.
    const isOld = ({ state, at }: OutboxEntry) => {
      const age = clock.now() - at;
      return state !== 'waiting' && state !== 'sending' && age > longestStay && age < oldest;
    };
    const done = [...mirror.entries.values()].filter((entry) => isOver(entry) || isOld(entry));
    await Promise.all(done.map(({ id }) => storage.remove('outbox', id)));
    // A tab that died between keeping a reply and telling of it leaves the others without it, and they
    // may be the ones that send.
    const waiting = [...mirror.entries.values()].filter(({ state }) => state === 'waiting');
    for (const { id } of waiting.sort(byOrder)) await move(id, ['waiting'], 'waiting');
    isLoaded = true;
  });

  /**
   * Changes an entry that is in one of `from`; no other tab can do so at the same time.
   * @param change gives what else changes, or undefined to leave the entry as it is
   */
  const move = async (
    id: string,
    from: readonly OutboxState[],
    state: OutboxState,
    change: (entry: OutboxEntry) => Partial<OutboxEntry> | undefined = () => ({}),
  ): Promise<OutboxEntry | undefined> => {
    let moved: OutboxEntry | undefined;
    await storage.update('outbox', id, (old) => {
      const entry = parseOutboxEntry(old);
      const changed = entry && from.includes(entry.state) && change(entry);
      if (!entry || !changed) return old;
      const { failure: _failure, sentAt: _sentAt, held, ...kept } = entry;
      // What is lost on its way may be held again: the customer may have written again.
      const stays = held !== undefined && !(entry.state === 'sending' && state === 'waiting');
      moved = { ...kept, ...(stays && { held }), state, ...changed };
      return moved;
    });
    // The last word goes to the other tabs before the entry is gone.
    if (moved && isOver(moved)) await storage.remove('outbox', id);
    return moved;
  };

  const of = (conversationId: string) =>
    [...mirror.entries.values()].filter((entry) => entry.conversationId === conversationId);

  const inOrder = (deskId: string, isWanted: (entry: OutboxEntry) => boolean) =>
    [...mirror.entries.values()]
      .filter((entry) => entry.deskId === deskId && isWanted(entry))
      .sort(byOrder);

  return {
    loaded,
    add: async ({ id, conversationId, text, language, attachment, deskId, holdUntil, after }) => {
      // Behind all that waits, which a tab that has just been opened has not read yet.
      if (!isLoaded) await loaded;
      newest = Math.max(newest + 1, clock.now());
      const entry: OutboxEntry = {
        id,
        conversationId,
        text,
        language,
        deskId,
        at: clock.now(),
        order: newest,
        state: 'waiting',
        ...(attachment && { attachment }),
        ...(holdUntil !== undefined && { holdUntil }),
        ...(after !== undefined && { after }),
      };
      await storage.put('outbox', id, entry);
    },
    list: (deskId) => inOrder(deskId, isOpen),
    takeBack: async (id) => {
      // Of one that is sent again, the customer may have the first copy.
      const unsent = ({ again, failure }: OutboxEntry) =>
        again || failure === 'unsure' ? undefined : {};
      return (await move(id, ['waiting', 'failed'], 'taken-back', unsent))?.text;
    },
    retry: async (id) => {
      await move(id, ['failed'], 'waiting', ({ failure }) =>
        failure === 'unsure' ? { again: true } : {},
      );
    },
    release: async (conversationId, newest) => {
      const all = of(conversationId);
      const free = () => ({ held: false, ...(newest !== undefined && { after: newest }) });
      await Promise.all(all.map(({ id }) => move(id, ['waiting'], 'waiting', free)));
    },
    hurry: async (conversationId) => {
      const now = () => ({ holdUntil: clock.now() });
      await Promise.all(of(conversationId).map(({ id }) => move(id, ['waiting'], 'waiting', now)));
    },
    drop: async (conversationId) => {
      await Promise.all(
        of(conversationId).map(({ id }) =>
          move(id, ['waiting', 'sending', 'failed', 'sent'], 'dropped'),
        ),
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: mirror.refresh,
    hold: async (id) => {
      // It may have been let go while it was still being held.
      await move(id, ['waiting', 'sending'], 'waiting', ({ held, state }) =>
        held === false && state === 'waiting' ? undefined : { held: true },
      );
    },
    begin: (id) =>
      move(id, ['waiting', 'sending'], 'sending', ({ sentAt = clock.now() }) => ({ sentAt })),
    putBack: async (id) => void (await move(id, ['sending'], 'waiting')),
    finish: async (id, stays = false) => {
      await move(id, ['sending', 'waiting'], 'sent', ({ sentAt = clock.now() }) =>
        stays && !early.has(id) ? { sentAt } : {},
      );
      early.delete(id);
    },
    fail: async (id, failure) => void (await move(id, ['sending'], 'failed', () => ({ failure }))),
    unconfirmed: (deskId) => inOrder(deskId, isUnconfirmed),
    confirm: async (id) => {
      if (mirror.entries.get(id)?.state === 'sending') early.add(id);
      await storage.update('outbox', id, (old) => {
        const entry = parseOutboxEntry(old);
        const isAgain = entry?.state === 'waiting' && entry.again;
        const isDone = entry && (isUnconfirmed(entry) || entry.failure === 'unsure' || isAgain);
        return isDone ? undefined : old;
      });
    },
    doubt: async (id) => {
      await move(id, ['sent'], 'failed', (entry) =>
        isUnconfirmed(entry) ? { failure: 'unsure' } : undefined,
      );
    },
  };
}
