import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../src/connectors/practice/scenarios.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { playByModels } from '../../support/play-by-models.ts';
import { connected, done, practiceDesk, send } from '../../support/practice-desk.ts';

describe('several customers', () => {
  it('arrive over each other', async () => {
    const { scenario, connector, clock } = await practiceDesk('rush');
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
      const { scenario, connector, clock } = await practiceDesk('rush');
      const log: { at: number; event: ConnectorEvent }[] = [];
      await playByModels(connector, scenario, 'en', clock, log);
      return JSON.stringify(log);
    };
    expect(await play()).toBe(await play());
  });

  it('wait while the agent is away or has as many as agreed', async () => {
    const { connector, of, accept, clock } = await practiceDesk('rush');
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
    expect((await practiceDesk('late-parcel')).connector.capabilities.history).toBe(false);
    const { connector, of, accept } = await connected('double-charge', { language: 'zh-CN' });
    expect(connector.capabilities).toEqual({ receipts: true, typing: true, history: true });
    const id = await accept();
    const conversation = of('conversation.opened')[0]?.conversation;
    expect(conversation?.hasEarlier).toBe(true);
    await connector.loadEarlier(id);
    const [loaded] = of('history.loaded');
    expect(loaded?.messages[0]?.text).toBe('周二那单好像扣了我两次钱，帮我查下');
    expect(await connector.readPast(id)).toEqual({
      ok: true,
      value: { messages: loaded?.messages, wrapUps: [], older: undefined },
    });
    expect(loaded?.hasEarlier).toBe(false);
    expect(loaded?.messages.map(({ author }) => author)).toEqual(['customer', 'agent']);
    const [first, second] = loaded?.messages ?? [];
    expect(first?.at).toBeLessThan(second?.at ?? 0);
    expect(second?.at).toBeLessThan(conversation?.openedAt ?? 0);
  });
});

describe('an unhelpful agent', () => {
  it.each(scenarios)('is left by everybody in $id', async ({ id }) => {
    const { connector, of, clock } = await practiceDesk(id);
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

describe('an agent whose words the detector does not know', () => {
  it.each(scenarios)('comes to an end in $id', async ({ id }) => {
    const { connector, of, clock } = await practiceDesk(id);
    connector.subscribe((event) => {
      const words = 'me and the lads down here got your back pronto, mate';
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
