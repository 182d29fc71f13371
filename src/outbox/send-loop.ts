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
  /** Whether the desk has what was handed over before, perhaps by a tab that is gone; undefined: not known. */
  readonly hasSent?: (entry: OutboxEntry) => boolean | undefined;
  /** Whether what was sent stays in the outbox until it is confirmed. */
  readonly awaitsReceipts?: () => boolean;
}

/**
 * Makes the loop that hands messages over: one tab at a time, in order within a conversation, each
 * until the desk has taken or refused it. A refusal stops that one message and no other, and a
 * failed try puts off that conversation and no other. What has waited for the link, or was lost with
 * it, while the customer wrote, is held until the agent lets it go.
 */
export function createSendLoop(options: SendLoopOptions): SendLoop {
  const { outbox, storage, deskId, tabId, clock, locks, send, emit, hasNews } = options;
  const { awaitsReceipts = () => false, hasSent = () => undefined } = options;
  /** Conversations with a message under way. */
  const busy = new Set<string>();
  /** What is being held, as long as the disk does not say so yet. */
  const holding = new Set<string>();
  let leading = false;
  let wanted = false;
  /** The link is back, and nobody has looked yet at what waited for it; or at what was lost with it. */
  let isBack = false;
  const lostIn = new Set<string>();
  let giveBack: (() => void) | undefined;
  let turns = 0;
  /** How often the link was lost. */
  let losses = 0;
  /** Conversations whose last try failed: until when they are left alone, and how often in a row. */
  const pauses = new Map<string, { readonly until: number; readonly failures: number }>();
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

  /** What this tab has handed over, and was not answered, however long ago; and how many losses before that. */
  const handed = new Map<string, number>();
  const handOver = ({ id, conversationId, text, language, attachment, again }: OutboxEntry) =>
    new Promise<Result<void, ConnectorError>>((resolve, reject) => {
      const cancel = clock.after(patience, () => resolve(err({ kind: 'timeout' })));
      const message = { id, conversationId, text, language, ...(attachment && { attachment }) };
      if (!handed.has(id)) handed.set(id, losses);
      send({ ...message, ...(again && { again }) })
        .finally(() => {
          cancel();
          handed.delete(id);
        })
        .then(resolve, reject);
    });

  const putOff = (conversationId: string) => {
    const failures = pauses.get(conversationId)?.failures ?? 0;
    const until = clock.now() + Math.min(1000 * 2 ** failures, longestPause);
    pauses.set(conversationId, { until, failures: failures + 1 });
  };

  /** @param lossesBefore how often the link had been lost when it was handed over */
  const note = async (
    { id, conversationId }: OutboxEntry,
    result: Result<void, ConnectorError>,
    lossesBefore: number,
  ) => {
    if (result.ok) {
      pauses.delete(conversationId);
      return outbox.finish(id, awaitsReceipts());
    }
    const failure = toDeliveryFailure(result.error);
    if (failure !== 'wait' && failure !== 'unsure') return outbox.fail(id, failure);
    const isLostWithLink = losses > lossesBefore;
    if (!isLostWithLink) putOff(conversationId);
    if (failure !== 'wait') return;
    await outbox.putBack(id);
    if (isLostWithLink) lostIn.add(conversationId);
  };

  const process = async ({ id, conversationId }: OutboxEntry) => {
    busy.add(conversationId);
    const lossesBefore = handed.get(id) ?? losses;
    try {
      const entry = await outbox.begin(id);
      if (entry) await note(entry, await handOver(entry), lossesBefore);
      else {
        // Another tab had it meanwhile, and its word has not reached this one.
        pauses.set(conversationId, { until: clock.now() + 1000, failures: 0 });
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

  /** Whether nothing of it is under way, as far as is known. */
  const isHere = (entry: OutboxEntry): boolean =>
    entry.state === 'waiting'
      ? entry.held === undefined && hasSent(entry) !== true
      : entry.state === 'sending' && !handed.has(entry.id) && hasSent(entry) === false;

  /** Once each time the link is back: what the agent writes now, they write knowing. */
  const holdNews = () => {
    for (const entry of outbox.list(deskId)) {
      if (!isBack && !lostIn.has(entry.conversationId)) continue;
      if (!isHere(entry) || !hasNews?.(entry)) continue;
      holding.add(entry.id);
      void outbox.hold(entry.id).then(() => {
        holding.delete(entry.id);
        // The agent may have let it go already.
        pump();
      });
    }
  };

  /** Milliseconds until it may go; 0 for now. */
  const waitOf = (entry: OutboxEntry, now: number): number => {
    const pause = (pauses.get(entry.conversationId)?.until ?? 0) - now;
    const hold = (entry.holdUntil ?? 0) - now;
    return Math.max(0, pause <= longestPause ? pause : 0, hold <= longestHold ? hold : 0);
  };

  const pump = () => {
    cancelTimer();
    if (!leading || !wanted) return;
    const now = clock.now();
    let next = Number.POSITIVE_INFINITY;
    const passed = new Set(busy);
    holdNews();
    isBack = false;
    lostIn.clear();
    for (const entry of outbox.list(deskId)) {
      if (entry.state === 'failed' || passed.has(entry.conversationId)) continue;
      passed.add(entry.conversationId);
      if (entry.held || holding.has(entry.id)) continue;
      const wait = waitOf(entry, now);
      if (wait > 0) next = Math.min(next, wait);
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
    if (wanted && !isOnline) losses += 1;
    wanted = isOnline;
    if (!isOnline) return release();
    pauses.clear();
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
