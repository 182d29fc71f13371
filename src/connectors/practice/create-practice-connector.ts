import type { Agent, Availability } from '../../domain/agent.ts';
import type { ConnectorError } from '../../domain/connector-error.ts';
import type { ConnectorEvent } from '../../domain/connector-event.ts';
import type { Conversation, Offer } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import type { Clock } from '../../shared/clock.ts';
import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createEngine, type Engine, type EngineEvent } from '../../simulator/create-engine.ts';
import type { Judge } from '../../simulator/create-judge.ts';
import { loadJudge } from '../../simulator/load-judge.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import type { Connector } from '../connector.ts';
import { practiceCustomer, practiceMessage, practiceTopic } from './practice-customer.ts';
import { readHistory } from './read-history.ts';

/** Milliseconds until an offer that was given back comes again. */
const declinedFor = 20_000;
/** Milliseconds until the customer's device has a message. */
const deliveredAfter = 400;
/** Characters that a message may have. */
const longestMessage = 8000;

/** What a practice desk is made of. */
export interface PracticeOptions {
  readonly scenario: Scenario;
  /** The language that customers write in. */
  readonly language: LanguageTag;
  readonly seed: number;
  readonly clock: Clock;
  /** The agent's factor for the practice timer, asked each time: 0 switches it off (A42). */
  readonly timing?: () => number;
  readonly id?: string;
  /** What judges the replies; fetched when the run begins, if left out. */
  readonly judge?: Judge;
}

/** A desk whose customers are scripted. */
export interface PracticeConnector extends Connector {
  /** Ends the run now; `run.ended` follows. */
  finish(): void;
  /** What the scenario advises at this point of a conversation, if it does. */
  hint(conversationId: string): string | undefined;
}

interface Desk {
  readonly engine: Engine;
  readonly startedAt: number;
  /** Conversation ids of customers who wait behind the agent's capacity. */
  readonly queue: string[];
  /** Offer id → conversation id. */
  readonly offers: Map<string, string>;
  readonly states: Map<string, 'open' | 'wrap-up' | 'closed'>;
  readonly heard: Set<string>;
}

/**
 * Makes a desk to practise at. Works offline and by itself: all that it does follows from the
 * scenario, the seed, the clock and what the agent does.
 */
export function createPracticeConnector(options: PracticeOptions): PracticeConnector {
  const { scenario, clock, id = 'practice', timing = () => 1 } = options;
  const listeners = new Set<(event: ConnectorEvent) => void>();
  const timers = new Set<() => void>();
  let availability: Availability = { status: 'available', capacity: 9 };
  let desk: Desk | undefined;
  let connecting: Promise<Result<Agent, ConnectorError>> | undefined;
  let serial = 0;
  let { judge } = options;

  const emit = (event: ConnectorEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const later = (ms: number, task: () => void) => {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      task();
    });
    timers.add(cancel);
  };
  const message = (conversationId: string, text: string, language: LanguageTag): Message => {
    serial += 1;
    const id = `${conversationId}-${serial}`;
    return practiceMessage({ id, conversationId, text, at: clock.now(), language });
  };
  const release = () => {
    const current = desk;
    if (availability.status !== 'available' || !current) return;
    const { engine, queue, offers, states } = current;
    const open = [...states.values()].filter((state) => state === 'open').length;
    while (queue.length > 0 && offers.size + open < availability.capacity) {
      const conversationId = queue.shift() ?? '';
      serial += 1;
      const offer: Offer = {
        id: `${conversationId}-offer-${serial}`,
        customer: practiceCustomer(engine, conversationId),
        topic: practiceTopic(scenario, engine, conversationId),
        since: clock.now(),
      };
      offers.set(offer.id, conversationId);
      emit({ type: 'offer.received', offer });
    }
  };
  const onEngine = (event: EngineEvent) => {
    if (!desk) return;
    if (event.type === 'finished') {
      for (const offerId of desk.offers.keys()) {
        emit({ type: 'offer.withdrawn', offerId, reason: 'customer-left' });
      }
      desk.offers.clear();
      emit({ type: 'run.ended', report: event.report });
      return;
    }
    const { conversationId } = event;
    if (event.type === 'arrived') {
      desk.queue.push(conversationId);
      release();
    } else if (event.type === 'typing') {
      emit({ type: 'typing.changed', conversationId, typing: event.typing });
    } else if (event.type === 'said') {
      const said = message(conversationId, event.text, desk.engine.language);
      emit({ type: 'message.received', message: said });
    } else {
      ended(conversationId, 'customer');
    }
  };
  const ended = (conversationId: string, by: 'customer' | 'agent') => {
    desk?.states.set(conversationId, 'wrap-up');
    emit({ type: 'conversation.ended', conversationId, by, at: clock.now() });
    release();
  };
  /** Whether all is there to judge a text; if not, the next reply asks again, and it waits in the outbox. */
  const fetchJudge = async (text: string): Promise<boolean> => {
    try {
      judge ??= await loadJudge(options.language);
      await judge.prepare(text);
      return true;
    } catch {
      return false;
    }
  };
  const notConnected = err<ConnectorError>({ kind: 'not-connected' });
  const history = (conversationId: string, isPast: boolean) =>
    readHistory({ scenario, desk, conversationId, isPast });

  const open = async (): Promise<Result<Agent, ConnectorError>> => {
    emit({ type: 'connection.changed', state: 'connecting' });
    // The judge is on its way while the customer comes; only the first reply waits for it.
    void fetchJudge('');
    const engine = createEngine({
      scenario,
      language: options.language,
      seed: options.seed,
      clock,
      judge: () => judge,
      timing,
      // Another one each time, yet the same when the run is told again.
      prefix: `${id}-${serial}-`,
      emit: onEngine,
    });
    desk = {
      engine,
      startedAt: clock.now(),
      queue: [],
      offers: new Map(),
      states: new Map(),
      heard: new Set(),
    };
    emit({ type: 'connection.changed', state: 'online' });
    engine.start();
    // Who has set no name practises under this one, and need not stop at a blank for it.
    const name = primaryLanguage(engine.language) === 'zh' ? '小李' : 'Alex';
    return ok({ id: `${id}-agent`, name });
  };

  return {
    id,
    capabilities: {
      receipts: true,
      typing: true,
      history: scenario.chats.some(({ earlier }) => earlier.length > 0),
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: () => {
      connecting ??= open();
      return connecting;
    },
    disconnect: async () => {
      connecting = undefined;
      if (!desk) return;
      desk.engine.stop();
      desk = undefined;
      for (const cancel of timers) cancel();
      timers.clear();
      emit({ type: 'connection.changed', state: 'offline' });
    },
    setAvailability: (next) => {
      availability = next;
      release();
    },
    acceptOffer: async (offerId) => {
      if (!desk) return notConnected;
      const conversationId = desk.offers.get(offerId);
      if (!conversationId) return err({ kind: 'offer-gone' });
      const { engine, offers, states } = desk;
      const { earlier = [] } = engine.chatOf(conversationId) ?? {};
      offers.delete(offerId);
      states.set(conversationId, 'open');
      const first = message(conversationId, engine.accept(conversationId), engine.language);
      const conversation: Conversation = {
        id: conversationId,
        customer: practiceCustomer(engine, conversationId),
        topic: practiceTopic(scenario, engine, conversationId),
        language: engine.language,
        state: 'open',
        openedAt: first.at,
        messages: [first],
        hasEarlier: earlier.some(({ language: own }) =>
          ['*', primaryLanguage(engine.language)].includes(own),
        ),
        unread: 1,
        firstUnreadId: first.id,
        waitingSince: first.at,
        customerTyping: false,
        endedBy: undefined,
      };
      emit({ type: 'conversation.opened', conversation });
      return ok(undefined);
    },
    declineOffer: async (offerId) => {
      if (!desk) return notConnected;
      const conversationId = desk.offers.get(offerId);
      if (!conversationId) return err({ kind: 'offer-gone' });
      desk.offers.delete(offerId);
      emit({ type: 'offer.withdrawn', offerId, reason: 'declined' });
      later(declinedFor, () => {
        desk?.queue.push(conversationId);
        release();
      });
      release();
      return ok(undefined);
    },
    voiceLimit: async () => (desk ? ok(Number.POSITIVE_INFINITY) : notConnected),
    send: async ({ id: messageId, conversationId, text }) => {
      if (!desk || !(await fetchJudge(text))) return notConnected;
      const state = desk?.states.get(conversationId);
      if (!desk || !state) return err({ kind: 'unknown-conversation' });
      // The same id again is a retry of what was already taken.
      if (desk.heard.has(messageId)) return ok(undefined);
      if (state !== 'open') return err({ kind: 'conversation-ended' });
      if (text.length > longestMessage) return err({ kind: 'too-long' });
      desk.heard.add(messageId);
      later(deliveredAfter, () => emit({ type: 'message.delivered', conversationId, messageId }));
      desk.engine.hear(conversationId, text);
      return ok(undefined);
    },
    setTyping: (conversationId, typing) => desk?.engine.setAgentTyping(conversationId, typing),
    loadEarlier: async (conversationId) => {
      const read = await history(conversationId, false);
      if (!read.ok) return read;
      const { value: messages } = read;
      emit({ type: 'history.loaded', conversationId, messages, hasEarlier: false });
      return ok(undefined);
    },
    readPast: async (conversationId) => {
      const read = await history(conversationId, true);
      return read.ok ? ok({ messages: read.value, wrapUps: [], older: undefined }) : read;
    },
    endConversation: async (conversationId) => {
      if (!desk) return notConnected;
      const state = desk.states.get(conversationId);
      if (!state) return err({ kind: 'unknown-conversation' });
      if (state !== 'open') return err({ kind: 'conversation-ended' });
      desk.engine.end(conversationId);
      ended(conversationId, 'agent');
      return ok(undefined);
    },
    wrapUp: async (conversationId) => {
      if (!desk) return notConnected;
      const state = desk.states.get(conversationId);
      if (!state || state === 'closed') return err({ kind: 'unknown-conversation' });
      if (state === 'open') {
        desk.engine.end(conversationId);
        ended(conversationId, 'agent');
      }
      desk.states.set(conversationId, 'closed');
      emit({ type: 'conversation.closed', conversationId });
      desk.engine.close(conversationId);
      return ok(undefined);
    },
    finish: () => desk?.engine.finish(),
    hint: (conversationId) => desk?.engine.hint(conversationId),
  };
}
