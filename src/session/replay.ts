import type { Connector, OutgoingMessage } from '../connectors/connector.ts';
import { fetchHistory } from '../connectors/practice/read-history.ts';
import type { Availability } from '../domain/agent.ts';
import { applyEvent } from '../domain/apply-event.ts';
import { type DeskState, emptyDesk, owedMessages } from '../domain/desk-state.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Judge } from '../simulator/create-judge.ts';
import { fingerprint, type Journal, type JournalError } from './journal.ts';
import { createPractice, type Practice } from './start-practice.ts';

/** A practice that has been told again up to where it broke off, and goes on from there. */
export interface Replayed extends Practice {
  /** What a desk that had been there all the time would show. */
  readonly desk: DeskState;
}

interface ReplayOptions {
  readonly clock: Clock;
  readonly judge: Judge;
  /** The agent's factor for the practice timer, from now on. */
  timing(): number;
}

/** A clock of which a timer goes off when it is told to, until it goes on by itself. */
function createPlayedClock(clock: Clock, start: number) {
  const timers = new Map<number, { readonly due: number; readonly task: () => void }>();
  const cancels = new Map<number, () => void>();
  let now = start;
  let isLive = false;
  let serial = 0;
  const set = (timer: number, ms: number, task: () => void) =>
    cancels.set(timer, clock.after(ms, task));
  return {
    clock: {
      now: () => (isLive ? clock.now() : now),
      after: (ms: number, task: () => void) => {
        const timer = serial++;
        if (isLive) set(timer, ms, task);
        else timers.set(timer, { due: now + ms, task });
        return () => {
          timers.delete(timer);
          cancels.get(timer)?.();
        };
      },
    },
    moveTo: (at: number) => {
      now = Math.max(now, at);
    },
    /** Lets one go off; false if it is not set. */
    fire: (timer: number): boolean => {
      const found = timers.get(timer);
      timers.delete(timer);
      found?.task();
      return found !== undefined;
    },
    goLive: () => {
      isLive = true;
      for (const [timer, { due, task }] of timers) set(timer, Math.max(0, due - now), task);
      timers.clear();
    },
  };
}

/**
 * Tells a practice again: timers go off and acts are done in the order of its tape, so that it comes to
 * where it was, however late timers went off then. All that happened is moved on in time, so that it
 * ended just now: a customer has waited no longer for the time in between. Rejected when what a practice
 * takes cannot be fetched.
 */
export async function replay(
  journal: Journal,
  options: ReplayOptions,
): Promise<Result<Replayed, JournalError>> {
  // What is missing while it is told would look like another scenario.
  if (journal.entries.some(([, what]) => what === 'loadEarlier')) await fetchHistory();
  try {
    return await tell(journal, options);
  } catch {
    // What was on the disk made no sense to the engine.
    return err({ kind: 'broken' });
  }
}

async function tell(
  journal: Journal,
  { clock, judge, timing }: ReplayOptions,
): Promise<Result<Replayed, JournalError>> {
  const { start, entries } = journal;
  const last = entries.reduce((latest, [at]) => Math.max(latest, at), 0);
  const moved = clock.now() - last;
  const [first] = entries.find(([, what]) => what === 'connect') ?? [last];
  const played = createPlayedClock(clock, first + moved);
  let factor = entries.find(([, what]) => what === 'timing')?.[2]?.[0];
  let isLive = false;
  const practice = createPractice({
    ...{ id: journal.id, scenario: start.scenario, language: start.language, seed: start.seed },
    ...{ clock: played.clock, judge },
    timing: () => (isLive || typeof factor !== 'number' ? timing() : factor),
  });
  let desk: DeskState = emptyDesk;
  const apply = (event: Parameters<typeof applyEvent>[1]) => {
    desk = applyEvent(desk, event);
  };
  const unsubscribe = practice.connector.subscribe(apply);
  const act = async (name: string, given: readonly unknown[]): Promise<boolean> => {
    if (name === 'timing') {
      [factor] = given;
      practice.tape.note(played.clock.now(), name, given);
      return true;
    }
    if (name === 'setAvailability') {
      apply({ type: 'availability.changed', availability: given[0] as Availability });
    } else if (name === 'send') {
      const message = given[0] as OutgoingMessage;
      const at = played.clock.now();
      apply({
        type: 'message.queued',
        message: { ...message, author: 'agent', at, delivery: 'sent' },
      });
    }
    const method = practice.agent[name as keyof Connector] as (
      ...args: readonly unknown[]
    ) => unknown;
    const result = (await method(...given)) as Result<unknown, unknown> | undefined;
    return result?.ok ?? true;
  };
  for (const [at, what, given = []] of entries) {
    played.moveTo(at + moved);
    const done = typeof what === 'number' ? played.fire(what) : await act(what, given);
    if (!done) return err({ kind: 'changed' });
  }
  unsubscribe();
  if (fingerprint(desk.conversations) !== journal.print) return err({ kind: 'changed' });
  isLive = true;
  played.goLive();
  const conversations = desk.conversations.map((conversation) => {
    const owed = owedMessages(conversation);
    return { ...conversation, unread: owed.length, firstUnreadId: owed[0]?.id };
  });
  return ok({ ...practice, desk: { ...desk, conversations } });
}
