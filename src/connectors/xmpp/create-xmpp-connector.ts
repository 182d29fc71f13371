import type { Agent, Availability } from '../../domain/agent.ts';
import type { ConnectorError } from '../../domain/connector-error.ts';
import type { ConnectorEvent } from '../../domain/connector-event.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Connector, OutgoingMessage } from '../connector.ts';
import { hostOf, parseAccount } from './address.ts';
import { buildChatState, buildPing, buildPresence } from './build-stanza.ts';
import { longestText } from './clean-text.ts';
import { createArchive } from './create-archive.ts';
import { createContacts } from './create-contacts.ts';
import { createLink } from './create-link.ts';
import { createLinkWatch } from './create-link-watch.ts';
import { createOpener } from './create-opener.ts';
import { createOutgoing } from './create-outgoing.ts';
import { createPast } from './create-past.ts';
import { createReading } from './create-reading.ts';
import { createSeen } from './create-seen.ts';
import { createThrift } from './create-thrift.ts';
import { createUploads } from './create-uploads.ts';
import type { Fetch } from './discover-service.ts';
import type { Link, LinkState, LinkTimes } from './link.ts';
import { serviceKey } from './open-early.ts';
import { parseStanza } from './parse-stanza.ts';
import { createServerStart } from './server-start.ts';
import { askServerTime } from './server-time.ts';
import type { WireEvent } from './wire-event.ts';
import type { Xml } from './xml.ts';
import type { XmppOptions } from './xmpp-options.ts';
import { createMemoryStore } from './xmpp-store.ts';

const defaultTimes: LinkTimes = {
  ...{ connect: 5000, ask: 4000, quiet: 8000, giveUp: 8000, answer: 20_000 },
};

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
  const linkWatch = createLinkWatch();
  const log = options.log ?? (() => {});
  const showsTyping = options.showsTyping ?? (() => true);
  const times = { ...defaultTimes, ...options.times };
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const parsed = parseAccount(options.address);
  const own = parsed.ok ? parsed.value.bare : '';
  let availability: Availability = { status: 'available', capacity: 1 };
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
    if (state === 'up') {
      first = false;
      opener.cameUp();
    }
    const shown = state === 'trying' && first ? 'connecting' : states[state];
    emit({ type: 'connection.changed', state: shown, ...(error ? { error } : {}) });
    if (state === 'up') outgoing.cameUp();
    if (state === 'down') outgoing.giveUp();
  };

  const resource = `harebell-${createId().slice(0, 12)}`;
  const opener = createOpener({
    ...{ account: parsed, password: options.password, resource, typed: options.service },
    wasThere: async ({ href }) => (await store.get(serviceKey(own))) === href,
    ...{ early: options.early, clock, fetch, random: options.random, timeout: times.connect },
    onPolling: linkWatch.polls,
  });
  const send = (stanza: Xml) => link.send(stanza);
  const sparing = { isSparing: () => !showsTyping(), watchHidden: options.watchHidden };
  const thrift = createThrift({ clock, createId, send, ...sparing });
  linkWatch.watch({ asked: () => {}, answered: thrift.answered });
  const link: Link = createLink({
    ...{ clock, createId, times },
    ...{ gathered: thrift.gathered, clientState: thrift.clientState },
    random: options.random,
    open: (hooks) => opener.open(hooks),
    explain: () => opener.explain(),
    events: {
      onState,
      onAsked: linkWatch.asked,
      onAnswered: linkWatch.answered,
      onTaken: (id) => outgoing.taken(id),
      onLost: (id) => outgoing.lost(id),
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
        uploads.forgetService();
        serverStart.forget();
        outgoing.beginAnew();
        await reading.catchUp();
      },
    },
  });
  const archive = createArchive(link, createId);
  const host = hostOf(own);
  const serverStart = createServerStart(link, host, clock);
  const serverTime = () => askServerTime(link, host);
  const outgoing = createOutgoing({ link, seen, emit, clock, showsTyping });
  const uploads = createUploads({ account: own, link, fetch, clock });
  const store = options.store ?? createMemoryStore();
  const kept = { account: own, archive, contacts, store };
  const reading = createReading({ ...kept, link, outgoing, clock, log, serverTime });
  const past = createPast({ ...kept, now: () => clock.now() });

  const receive = (event: WireEvent) => {
    switch (event.kind) {
      case 'message':
        // Also for one that was told before: it came again because the receipt got lost.
        thrift.owe(event);
        return reading.live(event);
      case 'archived':
        if (event.receipt) outgoing.delivered(event.receipt.contact, event.receipt.id);
        return archive.collect(event);
      case 'receipt':
        return outgoing.delivered(event.contact, event.id);
      case 'message-error':
        return outgoing.refused(event.contact, event.id, event.condition);
      case 'chat-state':
        return contacts.typing(event.contact, event.state === 'composing');
    }
  };

  const signIn = async (): Promise<Result<Agent, ConnectorError>> => {
    first = true;
    thrift.start();
    const found = await opener.find();
    if (!found.ok) {
      onState('down', found.error);
      return found;
    }
    const started = await link.start();
    if (!started.ok) return started;
    void store.set(serviceKey(own), found.value.href);
    const name = options.agentName?.trim() || own.split('@', 1)[0] || own;
    return ok({ id: own, name });
  };

  const notConnected = err<ConnectorError>({ kind: 'not-connected' });
  const end = (conversationId: string): Result<void, ConnectorError> => {
    if (link.state === 'down') return notConnected;
    const ended = contacts.end(conversationId);
    if (ended.ok && showsTyping()) link.send(buildChatState(conversationId, 'gone'));
    return ended;
  };

  /** What there is to say of a message before it is handed over; undefined when it may go. */
  const settle = (message: OutgoingMessage): Result<void, ConnectorError> | undefined => {
    if (link.state === 'down') return notConnected;
    const serving = contacts.serving(message.conversationId);
    // What has got through has got through, whatever has become of the conversation since.
    if (!message.again && seen.hasOwn(message.conversationId, message.id)) return ok(undefined);
    // One of several tabs sends for all of them: another may have accepted whom this one only knows.
    if (serving === 'none' && !contacts.known(message.conversationId)) {
      return err({ kind: reading.isRestored ? 'unknown-conversation' : 'not-connected' });
    }
    if (serving === 'wrap-up') return err({ kind: 'conversation-ended' });
    return message.text.length > longestText ? err({ kind: 'too-long' }) : undefined;
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
    watchLink: linkWatch.watch,
    probe: async () => {
      const answer = await link.request('get', buildPing());
      return answer.ok || answer.error.kind === 'refused';
    },
    startedAt: () => serverStart.at(),
    connect: () => {
      connecting ??= signIn().then((result) => {
        if (!result.ok) connecting = undefined;
        return result;
      });
      return connecting;
    },
    disconnect: async () => {
      connecting = undefined;
      thrift.stop();
      await reading.flush();
      uploads.stop();
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
    voiceLimit: async () => (link.state === 'down' ? notConnected : uploads.limit()),
    send: async (message) => {
      const { conversationId, id } = message;
      const before = contacts.serving(conversationId);
      const settled = settle(message);
      if (settled) return settled;
      const file = await uploads.share(message);
      if (!file.ok) return file;
      // An upload takes its time, and much may have happened meanwhile.
      const since = file.value && settle(message);
      if (since) return since;
      if (before === 'open' && contacts.serving(conversationId) !== 'open') {
        return err({ kind: 'conversation-ended' });
      }
      const taken = await outgoing.send(message, file.value);
      if (taken.ok) {
        uploads.forget(id);
        contacts.sent(conversationId, id);
      }
      return taken;
    },
    hasSent: (conversationId, messageId) =>
      seen.hasOwn(conversationId, messageId) || (reading.isRead ? false : undefined),
    setTyping: (conversationId, typing) => {
      if (contacts.serving(conversationId) !== 'open' || !showsTyping()) return;
      link.send(buildChatState(conversationId, typing ? 'composing' : 'paused'));
    },
    loadEarlier: async (conversationId) => {
      if (link.state === 'down') return notConnected;
      if (!contacts.known(conversationId)) return err({ kind: 'unknown-conversation' });
      return reading.loadEarlier(conversationId);
    },
    readPast: async (conversationId, older) => {
      if (link.state === 'down') return notConnected;
      if (!contacts.known(conversationId)) return err({ kind: 'unknown-conversation' });
      return past.read(conversationId, older);
    },
    endConversation: async (conversationId) => end(conversationId),
    wrapUp: async (conversationId, wrapUp) => {
      if (contacts.serving(conversationId) === 'open') end(conversationId);
      if (link.state === 'down') return notConnected;
      const closed = contacts.close(conversationId);
      if (closed.ok) await past.note(conversationId, wrapUp);
      return closed;
    },
  };
}
