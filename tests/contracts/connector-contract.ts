import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector, OutgoingMessage } from '../../src/connectors/connector.ts';
import { createId } from '../../src/shared/id.ts';
import { type EventRecorder, recordEvents } from '../support/event-recorder.ts';

/** One side of a connector that the suite does not know: customers, and what they get. */
export interface ContractDesk {
  readonly connector: Connector;
  /** Lets a customer come with their first words; some desks send them by themselves. */
  arrive(): Promise<void>;
  /** Lets the customer of that conversation show typing and then say something. */
  answer(conversationId: string): Promise<void>;
  /** Waits until the customer has exactly these messages of the agent; undefined: cannot tell. */
  readonly received?: (conversationId: string, texts: readonly string[]) => Promise<void>;
  leave(): Promise<void>;
}

const wrapUp = { disposition: 'solved', note: 'Sent a new one.', tags: ['late'] } as const;

/**
 * What every connector keeps to, whatever is behind it; `src/connectors/README.md` says it in
 * words. The same tests run on each of them.
 * @param open makes a desk whose next customer has older messages in it, not yet connected
 */
export function connectorContract(name: string, open: () => Promise<ContractDesk>): void {
  describe(`the ${name} connector keeps the contract:`, () => {
    let desk: ContractDesk;
    let events: EventRecorder;

    beforeEach(async () => {
      desk = await open();
      events = recordEvents(desk.connector);
    });
    afterEach(async () => {
      await desk.connector.disconnect();
      await desk.leave();
    });

    const offered = async () => {
      expect((await desk.connector.connect()).ok).toBe(true);
      desk.connector.setAvailability({ status: 'available', capacity: 3 });
      await desk.arrive();
      return (await events.next('offer.received')).offer;
    };
    const served = async () => {
      const offer = await offered();
      expect(await desk.connector.acceptOffer(offer.id)).toEqual({ ok: true, value: undefined });
      return (await events.next('conversation.opened')).conversation;
    };
    const words = (conversationId: string, text = 'Hello, I will help.'): OutgoingMessage => ({
      id: createId(),
      conversationId,
      text,
      language: 'en',
    });
    const said = (conversationId: string) =>
      events.next(
        'message.received',
        ({ message }) => message.conversationId === conversationId && message.author === 'customer',
      );

    test('signing in gives the agent, and says so: connecting, then online', async () => {
      const result = await desk.connector.connect();
      expect(result.ok && result.value.id).toBeTruthy();
      const states = events.of('connection.changed').map((event) => event.state);
      expect(states).toEqual(['connecting', 'online']);
    });

    test('signing in twice is signing in once', async () => {
      const [one, two] = await Promise.all([desk.connector.connect(), desk.connector.connect()]);
      expect([one.ok, two.ok]).toEqual([true, true]);
      expect(events.of('connection.changed')).toHaveLength(2);
    });

    test('a customer is an offer: who, what about, since when', async () => {
      const before = Date.now();
      const offer = await offered();
      expect(offer.customer.name).not.toBe('');
      expect(offer.customer.language).toMatch(/^[a-z]{2}/);
      expect(offer.since).toBeGreaterThan(before - 86_400_000 * 365);
      expect(events.of('conversation.opened')).toEqual([]);
      expect(events.of('message.received')).toEqual([]);
    });

    test('an accepted offer is an open conversation with what was said so far', async () => {
      const conversation = await served();
      expect(conversation).toMatchObject({ state: 'open', unread: 1, endedBy: undefined });
      expect(conversation.messages.map((each) => each.author)).toEqual(['customer']);
      expect(conversation.firstUnreadId).toBe(conversation.messages[0]?.id);
      expect(conversation.messages[0]?.conversationId).toBe(conversation.id);
    });

    test('an offer can be taken once', async () => {
      const offer = await offered();
      await desk.connector.acceptOffer(offer.id);
      const gone = { ok: false, error: { kind: 'offer-gone' } };
      expect(await desk.connector.acceptOffer(offer.id)).toEqual(gone);
      expect(await desk.connector.declineOffer(offer.id)).toEqual(gone);
      expect(await desk.connector.acceptOffer('no such offer')).toEqual(gone);
      expect(events.of('conversation.opened')).toHaveLength(1);
    });

    test('a declined offer is withdrawn', async () => {
      const offer = await offered();
      expect((await desk.connector.declineOffer(offer.id)).ok).toBe(true);
      expect(await events.next('offer.withdrawn')).toEqual({
        type: 'offer.withdrawn',
        offerId: offer.id,
        reason: 'declined',
      });
      expect(events.of('conversation.opened')).toEqual([]);
    });

    test('a message is taken, reaches the customer and is reported delivered', async () => {
      const { id } = await served();
      const message = words(id);
      expect(await desk.connector.send(message)).toEqual({ ok: true, value: undefined });
      await desk.received?.(id, [message.text]);
      // Receipts of what was said before may come now, too.
      await expect
        .poll(() => events.of('message.delivered'))
        .toContainEqual({ type: 'message.delivered', conversationId: id, messageId: message.id });
    });

    test('it tells how large a recording may be; a message with one is taken and delivered', async () => {
      const { id } = await served();
      const limit = await desk.connector.voiceLimit();
      expect(limit.ok && limit.value).toBeGreaterThan(100_000);
      const sound = new Blob([new Uint8Array(3000)], { type: 'audio/ogg' });
      const attachment = { sound, name: 'answer.ogg', mime: 'audio/ogg', seconds: 1 };
      const message = { ...words(id), attachment };
      expect(await desk.connector.send(message)).toEqual({ ok: true, value: undefined });
      await expect
        .poll(() => events.of('message.delivered').map(({ messageId }) => messageId))
        .toContain(message.id);
    });

    test("the agent's own message does not come back", async () => {
      const { id } = await served();
      await desk.connector.send(words(id));
      await desk.answer(id);
      await said(id);
      const authors = events.of('message.received').map(({ message }) => message.author);
      expect(authors).not.toContain('agent');
    });

    test('the same id sent again is one message', async () => {
      const { id } = await served();
      const message = words(id);
      const [one, two] = [desk.connector.send(message), desk.connector.send(message)];
      expect([(await one).ok, (await two).ok]).toEqual([true, true]);
      expect((await desk.connector.send(message)).ok).toBe(true);
      const last = words(id, 'That was all.');
      await desk.connector.send(last);
      await desk.received?.(id, [message.text, last.text]);
    });

    test('what the customer says comes as a message of that conversation, with typing before', async () => {
      const { id } = await served();
      await desk.connector.send(words(id));
      await desk.answer(id);
      const { message } = await said(id);
      expect(message).toMatchObject({ conversationId: id, author: 'customer' });
      expect(message.text).not.toBe('');
      const typing = events.of('typing.changed').filter((each) => each.conversationId === id);
      expect(typing[0]?.typing).toBe(true);
      expect(typing.at(-1)?.typing).toBe(false);
    });

    test("the agent's typing may be told at any time", async () => {
      desk.connector.setTyping('nobody', true);
      const { id } = await served();
      desk.connector.setTyping(id, true);
      desk.connector.setTyping(id, false);
      expect((await desk.connector.send(words(id))).ok).toBe(true);
    });

    test('older messages are loaded, oldest first, each once', async () => {
      const conversation = await served();
      expect(conversation.hasEarlier).toBe(true);
      expect((await desk.connector.loadEarlier(conversation.id)).ok).toBe(true);
      const loaded = await events.next('history.loaded');
      expect(loaded.conversationId).toBe(conversation.id);
      expect(loaded.messages.length).toBeGreaterThan(0);
      const times = loaded.messages.map((each) => each.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const ids = [...loaded.messages, ...conversation.messages].map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(loaded.hasEarlier).toBe(false);
    });

    test('the past is read when it is asked for: what was said before, oldest first', async () => {
      const conversation = await served();
      const before = events.all.length;
      const result = await desk.connector.readPast(conversation.id);
      const { messages, wrapUps, older } = result.ok ? result.value : expect.fail('no past');
      expect(messages.map(({ author, text }) => `${author}: ${text}`)).toEqual([
        'customer: Do you open on Sundays?',
        'agent: Yes.',
      ]);
      expect(messages.every((each) => each.conversationId === conversation.id)).toBe(true);
      expect(messages[0]?.at).toBeLessThanOrEqual(messages[1]?.at ?? 0);
      expect(messages.at(-1)?.at).toBeLessThan(conversation.messages[0]?.at ?? 0);
      expect({ wrapUps, older }).toEqual({ wrapUps: [], older: undefined });
      // An answer for who asked: the conversation is as it was.
      expect(events.all.slice(before).filter(({ type }) => type !== 'typing.changed')).toEqual([]);
    });

    test('the past stays the same, however far back the conversation shows', async () => {
      const { id } = await served();
      const before = await desk.connector.readPast(id);
      await desk.connector.loadEarlier(id);
      await desk.connector.send(words(id));
      expect(await desk.connector.readPast(id)).toEqual(before);
    });

    test('a conversation ends, and takes no more', async () => {
      const { id } = await served();
      expect((await desk.connector.endConversation(id)).ok).toBe(true);
      expect(await events.next('conversation.ended')).toMatchObject({
        conversationId: id,
        by: 'agent',
      });
      const ended = { ok: false, error: { kind: 'conversation-ended' } };
      expect(await desk.connector.send(words(id))).toEqual(ended);
      expect(await desk.connector.endConversation(id)).toEqual(ended);
    });

    test('wrapping up closes it', async () => {
      const { id } = await served();
      await desk.connector.endConversation(id);
      expect((await desk.connector.wrapUp(id, wrapUp)).ok).toBe(true);
      expect((await events.next('conversation.closed')).conversationId).toBe(id);
      expect((await desk.connector.wrapUp(id, wrapUp)).ok).toBe(false);
    });

    test('wrapping up what is still open ends it first', async () => {
      const { id } = await served();
      expect((await desk.connector.wrapUp(id, wrapUp)).ok).toBe(true);
      const order = events.all
        .map((event) => event.type)
        .filter((type) => type === 'conversation.ended' || type === 'conversation.closed');
      expect(order).toEqual(['conversation.ended', 'conversation.closed']);
    });

    test('a conversation that there is not is an error, not a crash', async () => {
      await offered();
      const unknown = { ok: false, error: { kind: 'unknown-conversation' } };
      expect(await desk.connector.send(words('nobody@nowhere'))).toEqual(unknown);
      expect(await desk.connector.loadEarlier('nobody@nowhere')).toEqual(unknown);
      expect(await desk.connector.readPast('nobody@nowhere')).toEqual(unknown);
      expect(await desk.connector.endConversation('nobody@nowhere')).toEqual(unknown);
      expect(await desk.connector.wrapUp('nobody@nowhere', wrapUp)).toEqual(unknown);
    });

    test('a text that is too long is refused as such', async () => {
      const { id } = await served();
      const result = await desk.connector.send(words(id, 'a'.repeat(100_000)));
      expect(result).toEqual({ ok: false, error: { kind: 'too-long' } });
    });

    test('without a connection everything says so and nothing is handed over', async () => {
      const gone = { ok: false, error: { kind: 'not-connected' } };
      expect(await desk.connector.send(words('anyone'))).toEqual(gone);
      expect(await desk.connector.voiceLimit()).toEqual(gone);
      expect(await desk.connector.acceptOffer('any')).toEqual(gone);
      expect(await desk.connector.declineOffer('any')).toEqual(gone);
      expect(await desk.connector.loadEarlier('anyone')).toEqual(gone);
      expect(await desk.connector.readPast('anyone')).toEqual(gone);
      expect(await desk.connector.endConversation('anyone')).toEqual(gone);
      expect(await desk.connector.wrapUp('anyone', wrapUp)).toEqual(gone);
      desk.connector.setTyping('anyone', true);
      desk.connector.setAvailability({ status: 'away', capacity: 1 });
    });

    test('signing out is told once, may be repeated, and after it nothing is sent', async () => {
      const { id } = await served();
      await desk.connector.disconnect();
      await desk.connector.disconnect();
      const states = events.of('connection.changed').map((event) => event.state);
      expect(states).toEqual(['connecting', 'online', 'offline']);
      const result = await desk.connector.send(words(id));
      expect(result).toEqual({ ok: false, error: { kind: 'not-connected' } });
    });

    test('who no longer listens hears nothing, and the others still do', async () => {
      const heard: string[] = [];
      const stop = desk.connector.subscribe((event) => heard.push(event.type));
      const other = recordEvents(desk.connector);
      stop();
      stop();
      await offered();
      await other.next('offer.received');
      expect(heard).toEqual([]);
    });
  });
}
