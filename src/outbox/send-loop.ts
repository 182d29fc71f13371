import type { ConnectorError } from '../domain/connector-error.ts';
import type { OutboxEvent } from '../domain/outbox-event.ts';
import type { Clock } from '../shared/clock.ts';
import { err, type Result } from '../shared/result.ts';
import type { DeskStorage } from './desk-storage.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxEntry, OutboxMessage } from './outbox-entry.ts';
import { takeTurn } from './take-turn.ts';
import { toDeliveryFailure } from './to-delivery-failure.ts';
import { toOutboxEvents } from './to-outbox-events.ts';

/** Between two tries, in milliseconds; a longer pause was made by a clock that has since been set back. */
const longestPause = 30_000;
/** The longest undo window (A18); a longer hold was made by a clock that has since been set back. */
const longestHold = 10_000;
/** A connector that says nothing for so long is taken for one without a link. */
const patience = 30_000;

/** Sends what is in the outbox. */
export interface SendLoop {
  /** Tells whether the desk can be reached; only a tab that reaches it sends. */
  online(isOnline: boolean): void;
  /** Tries a failed message again. */
  retry(messageId: string): void;
  /** Tells again what the outbox holds of a conversation, for one that was just opened. */
  replay(conversationId: string): void;
  /** Sends no more; what is under way is still noted. */
  stop(): void;
}

/** What {@link createSendLoop} needs. */
export interface SendLoopOptions {
  readonly outbox: Outbox;
  /** For the lease of a browser without Web Locks. */
  readonly storage: DeskStorage;
  readonly deskId: string;
  /** An id of this tab. */
  readonly tabId: string;
  readonly clock: Clock;
  readonly locks?: LockManager | undefined;
  /** `again`: the desk may have lost what it had taken. */
  readonly send: (
    message: OutboxMessage & Pick<OutboxEntry, 'again'>,
  ) => Promise<Result<void, ConnectorError>>;
  readonly emit: (event: OutboxEvent) => void;
  /** Whether the customer wrote, while there was no link, what the agent may not have known. */
  readonly hasNews?: (entry: OutboxEntry) => boolean;
  /** Whether what was sent stays in the outbox until it is confirmed. */
  readonly awaitsReceipts?: () => boolean;
}

/**
 * Makes the loop that hands messages over: one tab at a time, in order within a conversation, each
 * until the desk has taken or refused it. A refusal stops that one message and no other. What has
 * waited for the link while the customer wrote is held until the agent lets it go.
 */
export function createSendLoop(options: SendLoopOptions): SendLoop {
  const { outbox, storage, deskId, tabId, clock, locks, send, emit, hasNews } = options;
  const { awaitsReceipts = () => false } = options;
  /** Conversations with a message under way. */
  const busy = new Set<string>();
  /** What is being held, as long as the disk does not say so yet. */
  const holding = new Set<string>();
  let leading = false;
  let wanted = false;
  /** The link is back, and nobody has looked yet at what waited for it. */
  let isBack = false;
  let giveBack: (() => void) | undefined;
  let turns = 0;
  let losses = 0;
  let pausedUntil = 0;
  let cancelTimer = () => {};

  /** Gives the turn back as soon as nothing is under way, so that no two tabs send the same. */
  const release = () => {
    if (wanted || busy.size > 0) return;
    leading = false;
    turns += 1;
    cancelTimer();
    giveBack?.();
    giveBack = undefined;
  };

  const handOver = ({ id, conversationId, text, language, attachment, again }: OutboxEntry) =>
    new Promise<Result<void, ConnectorError>>((resolve, reject) => {
      const cancel = clock.after(patience, () => resolve(err({ kind: 'timeout' })));
      const message = { id, conversationId, text, language, ...(attachment && { attachment }) };
      send({ ...message, ...(again && { again }) })
        .then(resolve, reject)
        .finally(cancel);
    });

  const note = async (id: string, result: Result<void, ConnectorError>) => {
    if (result.ok) {
      losses = 0;
      return outbox.finish(id, awaitsReceipts());
    }
    const failure = toDeliveryFailure(result.error);
    if (failure !== 'wait' && failure !== 'unsure') return outbox.fail(id, failure);
    pausedUntil = clock.now() + Math.min(1000 * 2 ** losses, longestPause);
    losses += 1;
    return failure === 'wait' ? outbox.putBack(id) : undefined;
  };

  const process = async ({ id, conversationId }: OutboxEntry) => {
    busy.add(conversationId);
    try {
      const entry = await outbox.begin(id);
      if (entry) await note(id, await handOver(entry));
      else {
        // Another tab had it meanwhile, and its word has not reached this one.
        pausedUntil = clock.now() + 1000;
        await outbox.refresh();
      }
    } catch (bug) {
      await outbox.fail(id, 'unknown');
      throw bug;
    } finally {
      busy.delete(conversationId);
      release();
      pump();
    }
  };

  /** Once each time the link is back: what the agent writes now, they write knowing. */
  const holdNews = () => {
    for (const entry of outbox.list(deskId)) {
      if (entry.state !== 'waiting' || entry.held !== undefined || !hasNews?.(entry)) continue;
      holding.add(entry.id);
      void outbox.hold(entry.id).then(() => {
        holding.delete(entry.id);
        // The agent may have let it go already.
        pump();
      });
    }
  };

  const pump = () => {
    cancelTimer();
    if (!leading || !wanted) return;
    const now = clock.now();
    const pause = pausedUntil - now;
    const isPaused = pause > 0 && pause <= longestPause;
    let next = isPaused ? pause : Number.POSITIVE_INFINITY;
    const passed = new Set(busy);
    if (isBack) holdNews();
    isBack = false;
    for (const entry of isPaused ? [] : outbox.list(deskId)) {
      if (entry.state === 'failed' || passed.has(entry.conversationId)) continue;
      passed.add(entry.conversationId);
      if (entry.held || holding.has(entry.id)) continue;
      const hold = (entry.holdUntil ?? 0) - now;
      if (hold > 0 && hold <= longestHold) next = Math.min(next, hold);
      else void process(entry);
    }
    if (Number.isFinite(next)) cancelTimer = clock.after(next, pump);
  };

  const lead = async (turn: number, mine: boolean) => {
    if (mine) await Promise.all([outbox.loaded, outbox.refresh()]);
    // Meanwhile the turn may have been given back.
    if (turn !== turns) return;
    leading = mine;
    pump();
  };

  const unsubscribe = outbox.subscribe((before, after) => {
    if (after.deskId !== deskId) return;
    for (const event of toOutboxEvents(before, after)) emit(event);
    pump();
  });

  const online = (isOnline: boolean) => {
    isBack ||= isOnline && !wanted;
    wanted = isOnline;
    if (!isOnline) return release();
    losses = 0;
    pausedUntil = 0;
    const turn = turns;
    giveBack ??= takeTurn({
      name: `harebell-send:${deskId}`,
      locks,
      storage,
      clock,
      tabId,
      onTurn: (mine) => void lead(turn, mine),
    });
    pump();
  };

  return {
    online,
    retry: (messageId) => void outbox.retry(messageId),
    replay: (conversationId) => {
      for (const entry of outbox.list(deskId)) {
        if (entry.conversationId !== conversationId) continue;
        for (const event of toOutboxEvents(undefined, entry)) emit(event);
      }
    },
    stop: () => {
      unsubscribe();
      online(false);
    },
  };
}
