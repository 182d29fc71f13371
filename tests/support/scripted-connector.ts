import type { Connector, LinkListener, OutgoingMessage } from '../../src/connectors/connector.ts';
import type { Availability } from '../../src/domain/agent.ts';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';
import type { Conversation, Offer } from '../../src/domain/conversation.ts';
import type { PastPage } from '../../src/domain/past.ts';
import type { WrapUp } from '../../src/domain/wrap-up.ts';
import { ok, type Result } from '../../src/shared/result.ts';
import { aConversation, aCustomer, aMessage, anOffer } from './samples.ts';

/** A desk whose every event a test gives, on the real port. */
export interface ScriptedConnector extends Connector {
  emit(event: ConnectorEvent): void;
  /** Whether somebody watches the link. */
  readonly isWatched: boolean;
  /** Whether the server answers a probe; it never does where this is false. */
  answersProbe: boolean;
  /** The server is asked for a sign of life. */
  ask(): void;
  /** It answers, after so many milliseconds. */
  answerAfter(ms: number): void;
  /** It turns out to be reached by long polling. */
  poll(): void;
  readonly sent: readonly OutgoingMessage[];
  readonly wrapUps: readonly (WrapUp & { readonly conversationId: string })[];
  readonly typing: readonly boolean[];
  readonly availability: Availability | undefined;
  readonly earlierAsked: number;
  /** Each `older` that `readPast` was asked with. */
  readonly pastAsked: readonly (string | undefined)[];
  /** What `readPast` answers; nothing at all unless set. */
  past: Result<PastPage, ConnectorError> | Promise<Result<PastPage, ConnectorError>>;
  /** What the next sends answer; `ok` unless set. */
  answer: Result<void, ConnectorError>;
  /** What `voiceLimit` answers; no limit unless set. */
  limit: Result<number, ConnectorError>;
  /** Offers a customer of that name. */
  offer(name: string, patch?: Partial<Offer>): void;
  /** Opens a conversation with a customer of that name without an offer. */
  open(name: string, patch?: Partial<Conversation>): void;
  /** A customer's message. */
  say(name: string, text: string, id?: string): void;
}

/**
 * Makes one; conversation ids are the customers' names in lower case.
 * @param id the desk: connectors of one id are tabs at the same one
 */
export function createScriptedConnector(
  now: () => number = Date.now,
  id = 'scripted',
): ScriptedConnector {
  const listeners = new Set<(event: ConnectorEvent) => void>();
  const watchers = new Set<LinkListener>();
  const sent: OutgoingMessage[] = [];
  const wrapUps: (WrapUp & { readonly conversationId: string })[] = [];
  const typing: boolean[] = [];
  const offers = new Map<string, Offer>();
  let availability: Availability | undefined;
  let earlierAsked = 0;
  const pastAsked: (string | undefined)[] = [];
  let serial = 0;
  const emit = (event: ConnectorEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const customer = (name: string) => aCustomer({ id: name.toLowerCase(), name, channel: 'xmpp' });
  const open: ScriptedConnector['open'] = (name, patch = {}) =>
    emit({
      type: 'conversation.opened',
      conversation: aConversation({
        id: name.toLowerCase(),
        customer: customer(name),
        openedAt: now(),
        ...patch,
      }),
    });
  const connector: ScriptedConnector = {
    id,
    capabilities: { receipts: true, typing: true, history: true },
    answer: ok(undefined),
    limit: ok(Number.POSITIVE_INFINITY),
    past: ok({ messages: [], wrapUps: [], older: undefined }),
    pastAsked,
    get isWatched() {
      return watchers.size > 0;
    },
    answersProbe: true,
    probe: () => (connector.answersProbe ? Promise.resolve(true) : new Promise(() => {})),
    ask: () => {
      for (const watcher of watchers) watcher.asked();
    },
    answerAfter: (ms) => {
      for (const watcher of watchers) watcher.answered(ms);
    },
    poll: () => {
      for (const watcher of watchers) watcher.polls?.();
    },
    watchLink: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    sent,
    wrapUps,
    typing,
    get availability() {
      return availability;
    },
    get earlierAsked() {
      return earlierAsked;
    },
    emit,
    open,
    offer: (name, patch = {}) => {
      const offer = anOffer({
        id: `offer-${name.toLowerCase()}`,
        customer: customer(name),
        since: now(),
        ...patch,
      });
      offers.set(offer.id, offer);
      emit({ type: 'offer.received', offer });
    },
    say: (name, text, id) => {
      serial += 1;
      emit({
        type: 'message.received',
        message: aMessage({
          id: id ?? `said-${serial}`,
          conversationId: name.toLowerCase(),
          text,
          at: now(),
        }),
      });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async () => {
      emit({ type: 'connection.changed', state: 'online' });
      return ok({ id: 'agent', name: 'Ada' });
    },
    disconnect: async () => undefined,
    setAvailability: (next) => {
      availability = next;
    },
    acceptOffer: async (offerId) => {
      const offer = offers.get(offerId);
      if (!offer) return { ok: false, error: { kind: 'offer-gone' } };
      offers.delete(offerId);
      open(offer.customer.name, {
        topic: offer.topic,
        messages: [
          aMessage({
            id: `first-${offerId}`,
            conversationId: offer.customer.name.toLowerCase(),
            text: `Hello, ${offer.customer.name} here.`,
            at: now(),
          }),
        ],
        waitingSince: now(),
      });
      return ok(undefined);
    },
    declineOffer: async (offerId) => {
      offers.delete(offerId);
      emit({ type: 'offer.withdrawn', offerId, reason: 'declined' });
      return ok(undefined);
    },
    voiceLimit: async () => connector.limit,
    send: async (message) => {
      if (connector.answer.ok) sent.push(message);
      return connector.answer;
    },
    setTyping: (_conversationId, isTyping) => {
      typing.push(isTyping);
    },
    loadEarlier: async () => {
      earlierAsked += 1;
      return ok(undefined);
    },
    readPast: async (_conversationId, older) => {
      pastAsked.push(older);
      return connector.past;
    },
    endConversation: async (conversationId) => {
      emit({ type: 'conversation.ended', conversationId, by: 'agent', at: now() });
      return ok(undefined);
    },
    wrapUp: async (conversationId, wrapUp) => {
      wrapUps.push({ ...wrapUp, conversationId });
      emit({ type: 'conversation.closed', conversationId });
      return ok(undefined);
    },
  };
  return connector;
}
