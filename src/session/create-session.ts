import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Connector } from '../connectors/connector.ts';
import type { Agent, Availability } from '../domain/agent.ts';
import type { Announcement } from '../domain/announcement.ts';
import { applyEvent } from '../domain/apply-event.ts';
import type { ConnectorError } from '../domain/connector-error.ts';
import type { Conversation } from '../domain/conversation.ts';
import { describeEvent } from '../domain/describe-event.ts';
import {
  type DeskEvent,
  type DeskState,
  emptyDesk,
  findConversation,
  selectedConversation,
} from '../domain/desk-state.ts';
import type { Attachment } from '../domain/message.ts';
import type { OutboxEvent } from '../domain/outbox-event.ts';
import type { WrapUp } from '../domain/wrap-up.ts';
import type { Clock } from '../shared/clock.ts';
import type { Result } from '../shared/result.ts';
import type { Translate } from '../shared/translate.ts';

/** The way out for the agent's messages, as the session uses it. */
export interface Sender {
  /** Keeps a message and sends it when its hold is over and the link is there; resolves when kept. */
  send(conversation: Conversation, text: string, attachment?: Attachment): Promise<void>;
  /** Takes the newest message back that is still held; its text, or nothing. */
  takeBack(conversationId: string): Promise<string | undefined>;
  retry(messageId: string): void;
  /**
   * Sends at once what could still be taken back. True when nothing of the conversation waits any more;
   * false when it cannot go now.
   */
  clear(conversationId: string): Promise<boolean>;
  online(isOnline: boolean): void;
  /** A conversation is on the desk: what waits for it is told again. */
  opened(conversationId: string): void;
  /** A conversation is done: what never went out is forgotten. */
  closed(conversationId: string): void;
  stop(): void;
}

/** What a session is built from. */
export interface SessionOptions {
  readonly connector: Connector;
  readonly clock: Clock;
  readonly availability: Availability;
  readonly t: Translate;
  announce(announcement: Announcement): void;
  /** Builds the outbox's end; its events come back through `emit`. */
  createSender(emit: (event: OutboxEvent) => void): Sender;
  /** Called after each event has been applied. */
  onEvent?(event: DeskEvent, before: DeskState, after: DeskState): void;
}

/** One shift at one desk. */
export interface Session {
  readonly connector: Connector;
  readonly desk: Accessor<DeskState>;
  readonly selected: Accessor<Conversation | undefined>;
  readonly agent: Accessor<Agent | undefined>;
  /** When a customer's message last came to a conversation: epoch milliseconds. */
  lastArrival(conversationId: string): number | undefined;
  connect(): Promise<Result<Agent, ConnectorError>>;
  select(conversationId: string | undefined): void;
  accept(offerId: string): Promise<boolean>;
  decline(offerId: string): void;
  expire(offerId: string): void;
  /**
   * Resolves when the message is kept safe; undefined when the conversation takes no more.
   * @param attachment a recording that goes with the text
   */
  send(conversationId: string, text: string, attachment?: Attachment): Promise<void> | undefined;
  takeBack(conversationId: string): Promise<string | undefined>;
  retry(messageId: string): void;
  setTyping(conversationId: string, typing: boolean): void;
  loadEarlier(conversationId: string): Promise<boolean>;
  /**
   * Once all replies have gone out: `unsent` when one cannot, and then nothing has changed.
   * @param isWanted asked when they have; the agent may have thought better of it
   */
  end(conversationId: string, isWanted?: () => boolean): Promise<'done' | 'unsent' | 'failed'>;
  wrapUp(conversationId: string, wrapUp: WrapUp): Promise<'done' | 'unsent' | 'failed'>;
  setAvailability(availability: Availability): void;
  /** Takes what happens to a conversation at this desk alone. */
  apply(event: DeskEvent): void;
  leave(): Promise<void>;
}

/** Joins a connector, the outbox and the desk's state; what happens is also put into words. */
export function createSession(options: SessionOptions): Session {
  const { connector, clock, t } = options;
  let state: DeskState = { ...emptyDesk, availability: options.availability };
  const [shown, setShown] = createSignal(state);
  const show = () => setShown(state);
  // Who asks gets the newest; who watches is woken by `show`.
  const desk = () => {
    shown();
    return state;
  };
  const [agent, setAgent] = createSignal<Agent>();
  const selected = createMemo(() => selectedConversation(desk()));
  const arrivals = new Map<string, number>();

  const apply = (event: DeskEvent) => {
    const before = state;
    const after = applyEvent(before, event);
    state = after;
    const announcement = describeEvent(event, before, t, clock.now());
    if (event.type === 'message.received' && event.message.author === 'customer') {
      arrivals.set(event.message.conversationId, clock.now());
    }
    // After signing in, hundreds are opened in one go: they are shown in one go as well.
    if (event.type === 'conversation.opened') queueMicrotask(show);
    else show();
    if (announcement) options.announce(announcement);
    options.onEvent?.(event, before, after);
  };
  const sender = options.createSender(apply);
  const unsubscribe = connector.subscribe((event) => {
    apply(event);
    if (event.type === 'connection.changed') sender.online(event.state === 'online');
    if (event.type === 'conversation.opened') sender.opened(event.conversation.id);
    if (event.type === 'conversation.closed') sender.closed(event.conversationId);
  });
  const succeeded = async (result: Promise<Result<unknown, ConnectorError>>) => (await result).ok;
  /** A reply that waits would be lost with its conversation, and nobody would know. */
  const afterReplies = async (
    id: string,
    act: () => Promise<Result<unknown, ConnectorError>>,
    isWanted = () => true,
  ) => {
    if (!(await sender.clear(id)) || !isWanted()) return 'unsent';
    return (await succeeded(act())) ? 'done' : 'failed';
  };
  const leave = async () => {
    unsubscribe();
    sender.stop();
    await connector.disconnect();
  };
  onCleanup(() => void leave());

  return {
    connector,
    desk,
    selected,
    agent,
    lastArrival: (id) => arrivals.get(id),
    connect: async () => {
      const result = await connector.connect();
      if (result.ok) {
        setAgent(result.value);
        connector.setAvailability(desk().availability);
      }
      return result;
    },
    select: (conversationId) => apply({ type: 'conversation.selected', conversationId }),
    accept: async (offerId) => {
      const offer = desk().offers.find(({ id }) => id === offerId);
      const taken = await succeeded(connector.acceptOffer(offerId));
      if (!taken && offer) apply({ type: 'offer.withdrawn', offerId, reason: 'taken' });
      return taken;
    },
    decline: (offerId) => void connector.declineOffer(offerId),
    expire: (offerId) => {
      apply({ type: 'offer.withdrawn', offerId, reason: 'expired' });
      void connector.declineOffer(offerId);
    },
    send: (conversationId, text, attachment) => {
      const conversation = findConversation(desk(), conversationId);
      if (conversation?.state !== 'open') return undefined;
      return sender.send(conversation, text, attachment);
    },
    takeBack: (conversationId) => sender.takeBack(conversationId),
    retry: (messageId) => sender.retry(messageId),
    setTyping: (conversationId, typing) => connector.setTyping(conversationId, typing),
    loadEarlier: (conversationId) => succeeded(connector.loadEarlier(conversationId)),
    end: (id, isWanted) => afterReplies(id, () => connector.endConversation(id), isWanted),
    wrapUp: (id, wrapUp) => afterReplies(id, () => connector.wrapUp(id, wrapUp)),
    setAvailability: (availability) => {
      apply({ type: 'availability.changed', availability });
      connector.setAvailability(availability);
    },
    apply,
    leave,
  };
}
