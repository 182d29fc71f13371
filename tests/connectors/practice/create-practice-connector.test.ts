import { describe, expect, it } from 'vitest';
import { connected, done, practiceDesk, send } from '../../support/practice-desk.ts';

describe('the practice desk', () => {
  it('signs in at once, without a network', async () => {
    const { connector, of } = await practiceDesk();
    expect(await connector.connect()).toEqual({
      ok: true,
      value: { id: 'practice-agent', name: 'Alex' },
    });
    expect(of('connection.changed').map(({ state }) => state)).toEqual(['connecting', 'online']);
  });

  it('has no link, and tells of none', async () => {
    const { connector } = await practiceDesk();
    expect([connector.watchLink, connector.probe]).toEqual([undefined, undefined]);
  });

  it.each([
    ['en', 'Alex'],
    ['en-GB', 'Alex'],
    ['zh', '小李'],
    ['zh-CN', '小李'],
  ])('with customers who write %s, the agent has a name to go by: %s', async (language, name) => {
    const { connector } = await practiceDesk('late-parcel', { language });
    expect(await connector.connect()).toMatchObject({ ok: true, value: { name } });
  });

  it('is one desk however often it is connected, and a new one after it was left', async () => {
    const { connector, of, clock } = await practiceDesk();
    const [first, second] = await Promise.all([connector.connect(), connector.connect()]);
    expect(first).toBe(second);
    await connector.connect();
    await clock.advance(1000);
    expect(of('offer.received')).toHaveLength(1);
    await connector.disconnect();
    expect((await connector.connect()).ok).toBe(true);
    await clock.advance(1000);
    expect(of('offer.received')).toHaveLength(2);
  });

  it('can do nothing before it is connected', async () => {
    const { connector, events } = await practiceDesk();
    const no = { ok: false, error: { kind: 'not-connected' } };
    expect(await send(connector, 'x', 'hi')).toEqual(no);
    expect(await connector.acceptOffer('x')).toEqual(no);
    expect(await connector.declineOffer('x')).toEqual(no);
    expect(await connector.loadEarlier('x')).toEqual(no);
    expect(await connector.readPast('x')).toEqual(no);
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
      customer: { name: 'Lina Moss', language: 'en', channel: 'practice' },
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
    const { connector, events, unsubscribe, clock } = await practiceDesk();
    unsubscribe();
    await connector.connect();
    await clock.advance(5000);
    expect(events).toEqual([]);
  });
});
