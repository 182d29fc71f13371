import type { DeliveryFailure } from '../domain/message.ts';
import type { Clock } from '../shared/clock.ts';
import { createMirror } from './create-mirror.ts';
import type { DeskStorage } from './desk-storage.ts';
import {
  isOpen,
  type OutboxEntry,
  type OutboxMessage,
  type OutboxState,
  parseOutboxEntry,
} from './outbox-entry.ts';

/** 30 days, in milliseconds. */
const longestStay = 30 * 24 * 60 * 60 * 1000;

/** Hears how an entry changed, in whichever tab it happened. */
export type OutboxListener = (before: OutboxEntry | undefined, after: OutboxEntry) => void;

/** The agent's messages that have not been handed over, kept before anything is sent. */
export interface Outbox {
  /** Resolves when what was kept has been read. */
  readonly loaded: Promise<void>;
  /** Keeps a message behind all others of its desk; resolves when that is done. */
  add(
    message: OutboxMessage & { readonly deskId: string; readonly holdUntil?: number },
  ): Promise<void>;
  /** What a desk has waiting, under way or failed, in the order in which it was written. */
  list(deskId: string): readonly OutboxEntry[];
  /** Takes a message back that has not been sent (A18); its words, or undefined when it is too late. */
  takeBack(id: string): Promise<string | undefined>;
  /** Lets a failed message wait for another try. */
  retry(id: string): Promise<void>;
  /** Forgets all of a conversation that is closed. */
  drop(conversationId: string): Promise<void>;
  subscribe(listener: OutboxListener): () => void;
  /** Reads everything again: another tab may have gone without a word. */
  refresh(): Promise<void>;
  /** For the send loop: claims a message; undefined when it was taken back or sent meanwhile. */
  begin(id: string): Promise<OutboxEntry | undefined>;
  /** For the send loop: nothing was handed over. */
  putBack(id: string): Promise<void>;
  /** For the send loop: the desk has it. */
  finish(id: string): Promise<void>;
  /** For the send loop: the desk does not want it. */
  fail(id: string, failure: DeliveryFailure): Promise<void>;
}

/** Makes the outbox over what is stored. */
export function createOutbox(options: {
  readonly storage: DeskStorage;
  readonly clock: Clock;
}): Outbox {
  const { storage, clock } = options;
  const listeners = new Set<OutboxListener>();
  let newest = 0;

  const mirror = createMirror<OutboxEntry>({
    storage,
    store: 'outbox',
    parse: parseOutboxEntry,
    onChange: (before, after) => {
      if (!after) return;
      newest = Math.max(newest, after.order);
      if (before?.state === after.state) return;
      for (const listener of [...listeners]) listener(before, after);
    },
  });
  const loaded = mirror.loaded.then(async () => {
    // A tab that died between the last two steps of a message has left the first one here; and what
    // is a month old is of a conversation that nobody has closed.
    const done = [...mirror.entries.values()].filter(
      (entry) => !isOpen(entry) || entry.at < clock.now() - longestStay,
    );
    await Promise.all(done.map(({ id }) => storage.remove('outbox', id)));
  });

  /** Changes an entry that is in one of `from`; no other tab can do so at the same time. */
  const move = async (
    id: string,
    from: readonly OutboxState[],
    state: OutboxState,
    failure?: DeliveryFailure,
  ): Promise<OutboxEntry | undefined> => {
    let moved: OutboxEntry | undefined;
    await storage.update('outbox', id, (old) => {
      const entry = parseOutboxEntry(old);
      if (!entry || !from.includes(entry.state)) return old;
      const { failure: _old, ...kept } = entry;
      moved = { ...kept, state, ...(failure && { failure }) };
      return moved;
    });
    // The last word goes to the other tabs before the entry is gone.
    if (moved && !isOpen(moved)) await storage.remove('outbox', id);
    return moved;
  };

  return {
    loaded,
    add: async ({ id, conversationId, text, language, deskId, holdUntil }) => {
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
        ...(holdUntil !== undefined && { holdUntil }),
      };
      await storage.put('outbox', id, entry);
    },
    list: (deskId) =>
      [...mirror.entries.values()]
        .filter((entry) => entry.deskId === deskId && isOpen(entry))
        .sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1)),
    takeBack: async (id) => (await move(id, ['waiting', 'failed'], 'taken-back'))?.text,
    retry: async (id) => void (await move(id, ['failed'], 'waiting')),
    drop: async (conversationId) => {
      const gone = [...mirror.entries.values()].filter(
        (entry) => entry.conversationId === conversationId,
      );
      await Promise.all(
        gone.map(({ id }) => move(id, ['waiting', 'sending', 'failed'], 'dropped')),
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: mirror.refresh,
    begin: (id) => move(id, ['waiting', 'sending'], 'sending'),
    putBack: async (id) => void (await move(id, ['sending'], 'waiting')),
    finish: async (id) => void (await move(id, ['sending', 'waiting'], 'sent')),
    fail: async (id, failure) => void (await move(id, ['sending'], 'failed', failure)),
  };
}
