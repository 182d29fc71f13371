import type { Clock } from '../shared/clock.ts';
import type { DeskStorage } from './desk-storage.ts';
import type { Outbox } from './outbox.ts';

/** How long a receipt may still take after a server has come back, in milliseconds. */
export const receiptPatience = 10_000;

/** Finds messages that a server took and lost. */
export interface ReceiptWatch {
  /** The customer's program has said that a message came. */
  delivered(conversationId: string, messageId: string): void;
  /** Tells whether the desk can be reached. */
  online(isOnline: boolean): void;
  /** A conversation is done: whether its customer gives receipts is forgotten. */
  closed(conversationId: string): void;
  stop(): void;
}

/** What {@link createReceiptWatch} needs. */
export interface ReceiptWatchOptions {
  readonly outbox: Outbox;
  /** Where it is kept which customers give receipts. */
  readonly storage: DeskStorage;
  readonly deskId: string;
  readonly clock: Clock;
  /** See `Connector.startedAt`. */
  readonly startedAt: () => Promise<number | undefined>;
}

/**
 * Makes the watch. A message is doubted when it was handed over before the server began to run, its
 * receipt has not come some time after the link is back, and this customer's program has given receipts
 * before: without that, silence means nothing.
 */
export function createReceiptWatch(options: ReceiptWatchOptions): ReceiptWatch {
  const { outbox, storage, deskId, clock, startedAt } = options;
  const key = (conversationId: string) => `receipts:${deskId}:${conversationId}`;
  const givers = new Set<string>();
  let turn = 0;
  let cancel = () => {};

  const gives = async (conversationId: string) =>
    givers.has(conversationId) || (await storage.get('cursors', key(conversationId))) === true;

  const check = async (began: number) => {
    const isOlder = ({ sentAt = began }) => sentAt < began;
    const older = outbox.unconfirmed(deskId).filter(isOlder);
    const mean = await Promise.all(older.map(({ conversationId }) => gives(conversationId)));
    // In one go, as they were written, so that they are told in one.
    await Promise.all(older.map(({ id }, index) => mean[index] && outbox.doubt(id)));
    // What was under way when the server went is taken only after the archive was read.
    const isSending = outbox.list(deskId).some((entry) => entry.state === 'sending');
    if (isSending) cancel = clock.after(receiptPatience, () => void check(began));
  };

  const look = async (mine: number) => {
    await outbox.loaded;
    const isAny = () =>
      outbox.unconfirmed(deskId).length > 0 ||
      outbox.list(deskId).some(({ sentAt }) => sentAt !== undefined);
    if (mine !== turn || !isAny()) return;
    const began = await startedAt();
    if (mine !== turn || began === undefined) return;
    cancel = clock.after(receiptPatience, () => void check(began));
  };

  const online = (isOnline: boolean) => {
    turn += 1;
    cancel();
    if (isOnline) void look(turn);
  };

  return {
    delivered: (conversationId, messageId) => {
      void outbox.confirm(messageId);
      if (givers.has(conversationId)) return;
      givers.add(conversationId);
      void storage.put('cursors', key(conversationId), true);
    },
    online,
    closed: (conversationId) => {
      givers.delete(conversationId);
      void storage.remove('cursors', key(conversationId));
    },
    stop: () => online(false),
  };
}
