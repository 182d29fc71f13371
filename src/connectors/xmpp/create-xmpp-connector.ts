import type { Agent, Availability } from '../../domain/agent.ts';
import type { ConnectorError } from '../../domain/connector-error.ts';
import type { ConnectorEvent } from '../../domain/connector-event.ts';
import type { Clock } from '../../shared/clock.ts';
import type { LanguageTag } from '../../shared/language.ts';
import type { Random } from '../../shared/random.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Connector } from '../connector.ts';
import { parseAccount } from './address.ts';
import { buildChatState, buildPresence, buildReceipt } from './build-stanza.ts';
import { checkService } from './check-service.ts';
import { createArchive } from './create-archive.ts';
import { createContacts } from './create-contacts.ts';
import { createLink } from './create-link.ts';
import { createOutgoing } from './create-outgoing.ts';
import { createReading } from './create-reading.ts';
import { createSeen } from './create-seen.ts';
import { discoverService, type Fetch } from './discover-service.ts';
import { explainSocketFailure } from './explain-socket-failure.ts';
import type { Link, LinkState, LinkTimes } from './link.ts';
import { openStream } from './open-stream.ts';
import { parseStanza } from './parse-stanza.ts';
import type { WireEvent } from './wire-event.ts';
import { createMemoryStore, type XmppStore } from './xmpp-store.ts';

/** What it takes to work at a live desk. */
export interface XmppOptions {
  /** The agent's account, `name@host`. */
  readonly address: string;
  readonly password: string;
  /** `wss://…` (`ws://` to this computer only); left out, the host is asked where it is. */
  readonly service?: string;
  /** How the agent is named; without it, the part before the `@`. */
  readonly agentName?: string;
  /** For customers whose language does not show. */
  readonly language: LanguageTag;
  /** "Address", the label of the fact that holds a customer's address. */
  readonly addressLabel: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly createId: () => string;
  /** Without one, nothing is remembered over a reload. */
  readonly store?: XmppStore;
  readonly fetch?: Fetch;
  readonly times?: Partial<LinkTimes>;
  /** Told of what is dropped, without anybody's words in it. */
  readonly log?: (line: string) => void;
}

const defaultTimes: LinkTimes = { connect: 5000, ask: 4000, giveUp: 8000, answer: 20_000 };

const states: Readonly<Record<LinkState, 'online' | 'reconnecting' | 'offline'>> = {
  up: 'online',
  trying: 'reconnecting',
  down: 'offline',
};

/**
 * A desk over XMPP (RFC 6120, 6121, 7395): messages with receipts, typing and history, through
 * lost connections, exactly once. Each conversation has the customer's bare address for an id.
 * See `connectors/README.md` for what the port promises.
 */
export function createXmppConnector(options: XmppOptions): Connector {
  const { clock, createId } = options;
  const listeners = new Set<(event: ConnectorEvent) => void>();
  const log = options.log ?? (() => {});
  const times = { ...defaultTimes, ...options.times };
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const parsed = parseAccount(options.address);
  const own = parsed.ok ? parsed.value.bare : '';
  let availability: Availability = { status: 'available', capacity: 1 };
  let service: URL | undefined;
  let first = true;
  let connecting: Promise<Result<Agent, ConnectorError>> | undefined;

  const emit = (event: ConnectorEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  const seen = createSeen();
  const contacts = createContacts({
    seen,
    emit,
    createId,
    now: () => clock.now(),
    language: options.language,
    addressLabel: options.addressLabel,
    onChange: () => reading.save(),
  });

  const onState = (state: LinkState, error?: ConnectorError) => {
    if (state === 'up') first = false;
    const shown = state === 'trying' && first ? 'connecting' : states[state];
    emit({ type: 'connection.changed', state: shown, ...(error ? { error } : {}) });
    if (state === 'down') outgoing.giveUp();
  };

  const link: Link = createLink({
    clock,
    createId,
    times,
    random: options.random,
    open: async (hooks) => {
      if (!parsed.ok || !service) return err({ kind: 'bad-address' });
      const { password } = options;
      const stream = { service, account: parsed.value, password, resource, clock, ...hooks };
      return openStream({ ...stream, timeout: times.connect });
    },
    explain: async () =>
      service
        ? explainSocketFailure(service, fetch, clock, times.connect)
        : { kind: 'unreachable' },
    events: {
      onState,
      onTaken: (id) => outgoing.taken(id),
      onStanza: (element) => {
        const event = parseStanza(element, own);
        if (event.ok) receive(event.value);
        else log(`dropped ${element.localName}: ${event.error.kind}`);
      },
      onResumed: () => reading.settle(),
      onSession: async () => {
        // Presence first: what was kept for us comes now, and what comes waits until the archive is
        // read, which has all of it in order.
        link.send(buildPresence(availability.status));
        if (await reading.catchUp()) outgoing.sendAgain();
      },
    },
  });
  const resource = `harebell-${createId().slice(0, 12)}`;
  const archive = createArchive(link, createId);
  const outgoing = createOutgoing({ link, seen, emit, clock });
  const reading = createReading({
    account: own,
    link,
    archive,
    contacts,
    outgoing,
    clock,
    store: options.store ?? createMemoryStore(),
    log,
  });

  const receive = (event: WireEvent) => {
    switch (event.kind) {
      case 'message':
        // Also for one that was told before: it came again because the receipt got lost.
        if (event.source === 'live' && event.direction === 'in' && event.wantsReceipt) {
          link.send(buildReceipt(event.from, createId(), event.stanzaId));
        }
        return reading.live(event);
      case 'archived':
        return archive.collect(event);
      case 'receipt':
        return outgoing.delivered(event.contact, event.id);
      case 'message-error':
        return outgoing.refused(event.contact, event.id, event.condition);
      case 'chat-state':
        return contacts.typing(event.contact, event.state === 'composing');
    }
  };

  const findService = async (): Promise<Result<URL, ConnectorError>> => {
    if (!parsed.ok) return parsed;
    const typed = options.service?.trim();
    if (typed) return checkService(typed);
    return discoverService(parsed.value.host, fetch, clock, times.connect);
  };

  const signIn = async (): Promise<Result<Agent, ConnectorError>> => {
    first = true;
    const found = await findService();
    if (!found.ok) {
      onState('down', found.error);
      return found;
    }
    service = found.value;
    const started = await link.start();
    if (!started.ok) return started;
    const name = options.agentName?.trim() || own.split('@', 1)[0] || own;
    return ok({ id: own, name });
  };

  const notConnected = err<ConnectorError>({ kind: 'not-connected' });

  const end = (conversationId: string): Result<void, ConnectorError> => {
    if (link.state === 'down') return notConnected;
    const ended = contacts.end(conversationId);
    if (ended.ok) link.send(buildChatState(conversationId, 'gone'));
    return ended;
  };

  return {
    // With the account: what one agent has in the outbox must not go out in another's name.
    id: `xmpp:${own}`,
    capabilities: { receipts: true, typing: true, history: true },
    subscribe: (listener) => {
      // A function of its own, so that the same listener may be there twice.
      const entry = (event: ConnectorEvent) => listener(event);
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    connect: () => {
      connecting ??= signIn().then((result) => {
        if (!result.ok) connecting = undefined;
        return result;
      });
      return connecting;
    },
    disconnect: async () => {
      connecting = undefined;
      await reading.flush();
      link.stop();
    },
    setAvailability: (next) => {
      const wasAway = availability.status === 'offline';
      availability = next;
      link.send(buildPresence(next.status));
      if (wasAway && next.status !== 'offline') reading.lookAgain();
    },
    acceptOffer: async (offerId) => {
      if (link.state === 'down') return notConnected;
      const contact = contacts.offered(offerId);
      if (contact === undefined) return err({ kind: 'offer-gone' });
      return contacts.accept(offerId, await reading.hasEarlier(contact));
    },
    declineOffer: async (offerId) =>
      link.state === 'down' ? notConnected : contacts.decline(offerId),
    send: async (message) => {
      if (link.state === 'down') return notConnected;
      const serving = contacts.serving(message.conversationId);
      // What has got through has got through, whatever has become of the conversation since.
      if (seen.hasOwn(message.conversationId, message.id)) return ok(undefined);
      // One of several tabs sends for all of them: another may have accepted whom this one only knows.
      if (serving === 'none' && !contacts.known(message.conversationId)) {
        return err({ kind: 'unknown-conversation' });
      }
      if (serving === 'wrap-up') return err({ kind: 'conversation-ended' });
      return outgoing.send(message);
    },
    setTyping: (conversationId, typing) => {
      if (contacts.serving(conversationId) !== 'open') return;
      link.send(buildChatState(conversationId, typing ? 'composing' : 'paused'));
    },
    loadEarlier: async (conversationId) => {
      if (link.state === 'down') return notConnected;
      if (!contacts.known(conversationId)) return err({ kind: 'unknown-conversation' });
      return reading.loadEarlier(conversationId);
    },
    endConversation: async (conversationId) => end(conversationId),
    wrapUp: async (conversationId) => {
      if (contacts.serving(conversationId) === 'open') end(conversationId);
      return link.state === 'down' ? notConnected : contacts.close(conversationId);
    },
  };
}
