import { describe, expect, it } from 'vitest';
import {
  createPracticeConnector,
  type PracticeOptions,
} from '../../../src/connectors/practice/create-practice-connector.ts';
import { loadScenario } from '../../../src/connectors/practice/scenarios.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { playByModels } from '../../support/play-by-models.ts';

type EventOf<T extends ConnectorEvent['type']> = Extract<ConnectorEvent, { type: T }>;

const done = { disposition: 'solved', note: '', tags: [] } as const;

const desk = async (id = 'late-parcel', options: Partial<PracticeOptions> = {}) => {
  const scenario = await loadScenario(id);
  const clock = createFakeClock();
  const connector = createPracticeConnector({
    scenario,
    language: 'en',
    seed: 7,
    clock,
    ...options,
  });
  const events: ConnectorEvent[] = [];
  const unsubscribe = connector.subscribe((event) => events.push(event));
  const of = <T extends ConnectorEvent['type']>(type: T): EventOf<T>[] =>
    events.filter((event): event is EventOf<T> => event.type === type);
  const accept = async (): Promise<string> => {
    const offer = of('offer.received').at(-1)?.offer;
    expect(await connector.acceptOffer(offer?.id ?? '')).toEqual({ ok: true, value: undefined });
    return of('conversation.opened').at(-1)?.conversation.id ?? '';
  };
  return { scenario, clock, connector, events, of, accept, unsubscribe };
};
const connected = async (id?: string, options?: Partial<PracticeOptions>) => {
  const made = await desk(id, options);
  await made.connector.connect();
  await made.clock.advance(1000);
  return made;
};
const send = (
  connector: ReturnType<typeof createPracticeConnector>,
  conversationId: string,
  text: string,
  id = text,
) => connector.send({ id, conversationId, text, language: 'en' });

describe('the practice desk', () => {
  it('signs in at once, without a network', async () => {
    const { connector, of } = await desk();
    expect(await connector.connect()).toEqual({
      ok: true,
      value: { id: 'practice-agent', name: '' },
    });
    expect(of('connection.changed').map(({ state }) => state)).toEqual(['connecting', 'online']);
  });

  it('is one desk however often it is connected, and a new one after it was left', async () => {
    const { connector, of, clock } = await desk();
    const [first, second] = await Promise.all([connector.connect(), connector.connect()]);
    expect(first).toBe(second);
    await connector.connect();
    await clock.advance(1000);
    expect(of('offer.received')).toHaveLength(1);
    await connector.disconnect();
    const attempt = connector.connect();
    await connector.disconnect();
    const next = connector.connect();
    expect(await attempt).toEqual({ ok: false, error: { kind: 'not-connected' } });
    expect((await next).ok).toBe(true);
    await clock.advance(1000);
    expect(of('offer.received')).toHaveLength(2);
  });

  it('can do nothing before it is connected', async () => {
    const { connector, events } = await desk();
    const no = { ok: false, error: { kind: 'not-connected' } };
    expect(await send(connector, 'x', 'hi')).toEqual(no);
    expect(await connector.acceptOffer('x')).toEqual(no);
    expect(await connector.declineOffer('x')).toEqual(no);
    expect(await connector.loadEarlier('x')).toEqual(no);
    expect(await connector.endConversation('x')).toEqual(no);
    expect(await connector.wrapUp('x', done)).toEqual(no);
    connector.finish();
    connector.setTyping('x', true);
    await connector.disconnect();
    expect(events).toEqual([]);
  });

  it('offers a customer with what a desk would know, and no more', async () => {
    const { of, clock } = await connected();
    const [offer] = of('offer.received').map((event) => event.offer);
    expect(offer).toMatchObject({
      topic: 'Late parcel',
      since: clock.now(),
      customer: { name: 'Lina Moss', language: 'en', channel: 'practice', earlier: [] },
    });
    expect(offer?.customer.facts).toEqual([
      { label: 'Carrier', value: 'Parrot Post' },
      { label: 'Last scan', value: 'the Leeds depot' },
    ]);
    expect(JSON.stringify(offer)).not.toContain('30021');
  });

  it('opens a conversation with the first words', async () => {
    const { of, accept, clock } = await connected();
    const id = await accept();
    const conversation = of('conversation.opened')[0]?.conversation;
    expect(conversation).toMatchObject({
      id,
      state: 'open',
      language: 'en',
      unread: 1,
      hasEarlier: false,
      waitingSince: clock.now(),
    });
    expect(conversation?.messages).toHaveLength(1);
    expect(conversation?.messages[0]).toMatchObject({
      author: 'customer',
      conversationId: id,
      at: clock.now(),
    });
    expect(conversation?.firstUnreadId).toBe(conversation?.messages[0]?.id);
  });

  it('takes a message, tells that it arrived, and answers it after typing', async () => {
    const { connector, of, accept, clock } = await connected();
    const id = await accept();
    await clock.advance(3000);
    expect(await send(connector, id, 'Hello, sorry! Your order number, please?')).toEqual({
      ok: true,
      value: undefined,
    });
    await clock.advance(1000);
    expect(of('message.delivered')).toMatchObject([{ conversationId: id }]);
    await clock.advance(30_000);
    expect(of('typing.changed').map(({ typing }) => typing)).toEqual([true, false, true, false]);
    expect(of('message.received').map(({ message }) => message.text)[0]).toBe("It's 30021.");
    const ids = of('message.received').map(({ message }) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes a message once, however often it is sent again', async () => {
    const { connector, of, accept, clock } = await connected();
    const id = await accept();
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await send(connector, id, 'hm', 'same')).ok).toBe(true);
    }
    await clock.advance(1000);
    expect(of('message.delivered')).toHaveLength(1);
    connector.finish();
    expect(of('run.ended')[0]?.report.turns[0]?.reply).toBe('hm');
  });

  it('refuses what cannot be', async () => {
    const { connector, accept } = await connected();
    const id = await accept();
    expect(await send(connector, 'no-such', 'hi')).toMatchObject({
      error: { kind: 'unknown-conversation' },
    });
    expect(await send(connector, id, 'x'.repeat(10_000))).toMatchObject({
      error: { kind: 'too-long' },
    });
    expect(await connector.acceptOffer('no-such')).toMatchObject({ error: { kind: 'offer-gone' } });
    expect(await connector.loadEarlier('no-such')).toMatchObject({
      error: { kind: 'unknown-conversation' },
    });
    await connector.endConversation(id);
    expect(await send(connector, id, 'hi')).toMatchObject({
      error: { kind: 'conversation-ended' },
    });
    expect(await connector.endConversation(id)).toMatchObject({
      error: { kind: 'conversation-ended' },
    });
    await connector.wrapUp(id, done);
    expect(await connector.wrapUp(id, done)).toMatchObject({
      error: { kind: 'unknown-conversation' },
    });
  });

  it('brings an offer back a while after it was declined', async () => {
    const { connector, of, clock } = await connected();
    const first = of('offer.received')[0]?.offer;
    expect((await connector.declineOffer(first?.id ?? '')).ok).toBe(true);
    expect(of('offer.withdrawn')).toEqual([
      { type: 'offer.withdrawn', offerId: first?.id, reason: 'declined' },
    ]);
    expect(await connector.acceptOffer(first?.id ?? '')).toMatchObject({
      error: { kind: 'offer-gone' },
    });
    await clock.advance(19_000);
    expect(of('offer.received')).toHaveLength(1);
    await clock.advance(1000);
    const second = of('offer.received')[1]?.offer;
    expect(second?.customer.name).toBe(first?.customer.name);
    expect(second?.id).not.toBe(first?.id);
  });

  it('loses a customer whom nobody answers', async () => {
    const { of, accept, clock } = await connected();
    const id = await accept();
    await clock.advance(15 * 60_000);
    expect(of('message.received').at(-1)?.message.text).toBe("Never mind, I'll call someone else.");
    expect(of('conversation.ended')).toMatchObject([
      { conversationId: id, by: 'customer', at: expect.any(Number) },
    ]);
  });

  it('A42: with the practice timer off, a customer waits for ever', async () => {
    const { of, accept, clock } = await connected('late-parcel', { timing: () => 0 });
    await accept();
    await clock.advance(10 * 3_600_000);
    expect(of('message.received')).toEqual([]);
    expect(of('conversation.ended')).toEqual([]);
  });

  it('reports after the last wrap-up', async () => {
    const { connector, of, accept } = await connected();
    const id = await accept();
    await connector.endConversation(id);
    expect(of('conversation.ended')).toMatchObject([{ by: 'agent' }]);
    expect(of('run.ended')).toEqual([]);
    await connector.wrapUp(id, done);
    expect(of('conversation.closed')).toEqual([
      { type: 'conversation.closed', conversationId: id },
    ]);
    expect(of('run.ended')[0]?.report).toMatchObject({
      scenarioId: 'late-parcel',
      conversations: [{ conversationId: id, outcome: 'closed' }],
    });
  });

  it('ends an open conversation that is wrapped up', async () => {
    const { connector, of, accept } = await connected();
    const id = await accept();
    await connector.wrapUp(id, done);
    expect(of('conversation.ended')).toHaveLength(1);
    expect(of('run.ended')).toHaveLength(1);
  });

  it('ends when it is told to, takes offers back, and says so once', async () => {
    const { connector, of, clock } = await connected();
    connector.finish();
    connector.finish();
    expect(of('offer.withdrawn')).toMatchObject([{ reason: 'customer-left' }]);
    expect(of('run.ended')).toHaveLength(1);
    await clock.advance(600_000);
    expect(of('offer.received')).toHaveLength(1);
  });

  it('lets go of everything when it is disconnected, twice too', async () => {
    const { connector, of, events, accept, clock } = await connected('rush');
    const id = await accept();
    await send(connector, id, 'Hello');
    await connector.disconnect();
    await connector.disconnect();
    expect(of('connection.changed').at(-1)?.state).toBe('offline');
    expect(clock.pending).toBe(0);
    const before = events.length;
    await clock.advance(600_000);
    expect(events).toHaveLength(before);
  });

  it('tells nothing to a listener who has left', async () => {
    const { connector, events, unsubscribe, clock } = await desk();
    unsubscribe();
    await connector.connect();
    await clock.advance(5000);
    expect(events).toEqual([]);
  });
});

describe('several customers', () => {
  it('arrive over each other', async () => {
    const { scenario, connector, clock } = await desk('rush');
    const log: { at: number; event: ConnectorEvent }[] = [];
    const report = await playByModels(connector, scenario, 'en', clock, log);
    const times = (type: ConnectorEvent['type']) =>
      log.filter(({ event }) => event.type === type).map(({ at }) => at);
    const opened = times('conversation.opened');
    expect(opened).toHaveLength(3);
    expect(opened[2]).toBeLessThan(times('conversation.ended')[0] ?? 0);
    expect(report.conversations.map(({ customerName }) => customerName)).toEqual([
      'Amara Cole',
      'Ben Okafor',
      'Chiara Neri',
    ]);
  });

  it('are the same for the same seed, word for word and second for second', async () => {
    const play = async () => {
      const { scenario, connector, clock } = await desk('rush');
      const log: { at: number; event: ConnectorEvent }[] = [];
      await playByModels(connector, scenario, 'en', clock, log);
      return JSON.stringify(log);
    };
    expect(await play()).toBe(await play());
  });

  it('wait while the agent is away or has as many as agreed', async () => {
    const { connector, of, accept, clock } = await desk('rush');
    connector.setAvailability({ status: 'away', capacity: 1 });
    await connector.connect();
    await clock.advance(60_000);
    expect(of('offer.received')).toEqual([]);
    connector.setAvailability({ status: 'available', capacity: 1 });
    expect(of('offer.received')).toHaveLength(1);
    const id = await accept();
    await clock.advance(5000);
    expect(of('offer.received')).toHaveLength(1);
    await connector.endConversation(id);
    expect(of('offer.received')).toHaveLength(2);
  });
});

describe('earlier messages', () => {
  it('are there where the scenario gives them', async () => {
    expect((await desk('late-parcel')).connector.capabilities.history).toBe(false);
    const { connector, of, accept } = await connected('double-charge', { language: 'zh-CN' });
    expect(connector.capabilities).toEqual({ receipts: true, typing: true, history: true });
    const id = await accept();
    const conversation = of('conversation.opened')[0]?.conversation;
    expect(conversation?.hasEarlier).toBe(true);
    expect(conversation?.customer.earlier[0]?.summary).toBe('周二那单好像扣了我两次钱，帮我查下');
    await connector.loadEarlier(id);
    const [loaded] = of('history.loaded');
    expect(loaded?.hasEarlier).toBe(false);
    expect(loaded?.messages.map(({ author }) => author)).toEqual(['customer', 'agent']);
    const [first, second] = loaded?.messages ?? [];
    expect(first?.at).toBeLessThan(second?.at ?? 0);
    expect(second?.at).toBeLessThan(conversation?.openedAt ?? 0);
  });
});

describe('an unhelpful agent', () => {
  it.each(['late-parcel', 'double-charge', 'rush'])('is left by everybody in %s', async (id) => {
    const { connector, of, clock } = await desk(id);
    connector.subscribe((event) => {
      if (event.type === 'offer.received') void connector.acceptOffer(event.offer.id);
      if (event.type === 'conversation.opened')
        void send(connector, event.conversation.id, 'hm', 'first');
      if (event.type === 'message.received')
        void send(connector, event.message.conversationId, 'hm', event.message.id);
      if (event.type === 'conversation.ended') void connector.wrapUp(event.conversationId, done);
    });
    await connector.connect();
    await clock.advance(20 * 60_000);
    const outcomes = of('run.ended')[0]?.report.conversations.map(({ outcome }) => outcome);
    expect(outcomes).not.toContain('solved');
    expect(outcomes?.length).toBeGreaterThan(0);
  });
});

describe('a helpful agent whose words no cue knows', () => {
  it.each(['late-parcel', 'double-charge', 'rush'])('comes to an end in %s', async (id) => {
    const { connector, of, clock } = await desk(id);
    connector.subscribe((event) => {
      const words = 'Righto, me and the lads down here got your back pronto, mate';
      if (event.type === 'offer.received') void connector.acceptOffer(event.offer.id);
      if (event.type === 'conversation.opened')
        void send(connector, event.conversation.id, words, event.conversation.id);
      if (event.type === 'message.received')
        void send(connector, event.message.conversationId, words, event.message.id);
      if (event.type === 'conversation.ended') void connector.wrapUp(event.conversationId, done);
    });
    await connector.connect();
    await clock.advance(20 * 60_000);
    const report = of('run.ended')[0]?.report;
    expect(report?.conversations.some(({ outcome }) => outcome === 'solved')).toBe(true);
    expect(report?.turns.some(({ verdict }) => verdict === 'needs-review')).toBe(true);
  });
});
