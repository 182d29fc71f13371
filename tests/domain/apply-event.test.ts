import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent } from '../../src/domain/apply-event.ts';
import type { DeskEvent, DeskState } from '../../src/domain/desk-state.ts';
import { findConversation, waitingConversations } from '../../src/domain/desk-state.ts';
import { aConversation, aCustomer, aDesk, aMessage, anOffer, noon } from '../support/samples.ts';

const deskAfter = (state: DeskState, ...events: readonly DeskEvent[]) =>
  events.reduce(applyEvent, state);
const first = (state: DeskState) => findConversation(state, 'c1');
const own = (id: string, patch = {}) =>
  aMessage({ id, author: 'agent', text: 'Hello', delivery: 'waiting', ...patch });
const told = (id: string) => ({ type: 'message.received', message: aMessage({ id }) }) as const;

describe('messages', () => {
  it('counts what the agent has not seen, and marks where it begins', () => {
    const desk = deskAfter(
      aDesk([aConversation()]),
      { type: 'message.received', message: aMessage({ id: 'a' }) },
      { type: 'message.received', message: aMessage({ id: 'b' }) },
    );
    expect(first(desk)).toMatchObject({ unread: 2, firstUnreadId: 'a', waitingSince: noon });
  });

  it('does not count what is in front of the agent', () => {
    const desk = deskAfter(aDesk([aConversation()], { selectedId: 'c1' }), {
      type: 'message.received',
      message: aMessage(),
    });
    expect(first(desk)).toMatchObject({ unread: 0, firstUnreadId: undefined });
  });

  it('shows a message that is told twice once', () => {
    const event: DeskEvent = { type: 'message.received', message: aMessage() };
    const once = deskAfter(aDesk([aConversation()]), event);
    expect(applyEvent(once, event)).toBe(once);
  });

  it('keeps what has not gone out behind what has come in meanwhile', () => {
    const desk = deskAfter(
      aDesk([aConversation({ messages: [aMessage({ id: 'a' })] })]),
      { type: 'message.queued', message: own('mine') },
      { type: 'message.received', message: aMessage({ id: 'b' }) },
    );
    expect(first(desk)?.messages.map(({ id }) => id)).toEqual(['a', 'b', 'mine']);
  });

  it('stops the customer’s waiting with the agent’s answer', () => {
    const desk = deskAfter(
      aDesk([aConversation()]),
      { type: 'message.received', message: aMessage() },
      { type: 'message.queued', message: own('mine') },
    );
    expect(waitingConversations(desk)).toEqual([]);
  });

  it('puts history before what is known, without repeating it', () => {
    const desk = deskAfter(aDesk([aConversation({ messages: [aMessage({ id: 'b' })] })]), {
      type: 'history.loaded',
      conversationId: 'c1',
      messages: [aMessage({ id: 'a' }), aMessage({ id: 'b' })],
      hasEarlier: true,
    });
    expect(first(desk)?.messages.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(first(desk)?.hasEarlier).toBe(true);
  });

  it('puts a message that is told late before the one it belongs before', () => {
    const desk = deskAfter(
      aDesk([aConversation({ messages: [aMessage({ id: 'a' }), aMessage({ id: 'c' })] })]),
      { ...told('b'), place: { before: 'c', behind: ['a'] } },
      { ...told('d'), place: { before: 'gone', behind: [] } },
    );
    expect(first(desk)?.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('but behind what was said earlier, although a reply that was said later was written before that', () => {
    const desk = deskAfter(
      aDesk([aConversation({ messages: [own('reply', { delivery: 'sent' })] })]),
      told('a'),
      { ...told('b'), place: { before: 'reply', behind: ['a'] } },
      told('c'),
    );
    expect(first(desk)?.messages.map(({ id }) => id)).toEqual(['reply', 'a', 'b', 'c']);
  });

  it('puts what was sent twice to where it was said first', () => {
    const before = [aMessage({ id: 'c' }), aMessage({ id: 'b', text: 'as it is known' })];
    const desk = deskAfter(aDesk([aConversation({ messages: before })]), {
      type: 'history.loaded',
      conversationId: 'c1',
      messages: [aMessage({ id: 'a' }), aMessage({ id: 'b' })],
      hasEarlier: false,
    });
    expect(first(desk)?.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(first(desk)?.messages[1]?.text).toBe('as it is known');
  });
});

describe('delivery', () => {
  const sent = (...types: readonly ('message.sending' | 'message.sent' | 'message.waiting')[]) =>
    deskAfter(
      aDesk([aConversation()]),
      { type: 'message.queued', message: own('mine') },
      ...types.map((type) => ({ type, conversationId: 'c1', messageId: 'mine' }) as const),
    );
  const state = (desk: DeskState) => first(desk)?.messages[0]?.delivery;

  it('goes from waiting over sending to sent and delivered', () => {
    expect(state(sent())).toBe('waiting');
    expect(state(sent('message.sending'))).toBe('sending');
    expect(state(sent('message.sending', 'message.sent'))).toBe('sent');
    const delivered = deskAfter(sent('message.sent'), {
      type: 'message.delivered',
      conversationId: 'c1',
      messageId: 'mine',
    });
    expect(state(delivered)).toBe('delivered');
  });

  it('goes back to waiting when the link is lost, but never after it was taken', () => {
    expect(state(sent('message.sending', 'message.waiting'))).toBe('waiting');
    expect(state(sent('message.sent', 'message.sending'))).toBe('sent');
  });

  it('keeps the reason of a failure until it is tried again', () => {
    const failed = deskAfter(sent('message.sending'), {
      type: 'message.failed',
      conversationId: 'c1',
      messageId: 'mine',
      failure: 'too-long',
    });
    expect(first(failed)?.messages[0]).toMatchObject({ delivery: 'failed', failure: 'too-long' });
    const again = deskAfter(failed, {
      type: 'message.waiting',
      conversationId: 'c1',
      messageId: 'mine',
    });
    expect(first(again)?.messages[0]).not.toHaveProperty('failure');
  });

  it('takes a message back out of the transcript (A18)', () => {
    const desk = deskAfter(sent(), {
      type: 'message.taken-back',
      conversationId: 'c1',
      messageId: 'mine',
    });
    expect(first(desk)?.messages).toEqual([]);
  });
});

describe('offers and conversations', () => {
  it('replaces an offer that is told again and removes one that is withdrawn', () => {
    const offered = deskAfter(
      aDesk(),
      { type: 'offer.received', offer: anOffer() },
      { type: 'offer.received', offer: anOffer({ topic: 'Refund' }) },
    );
    expect(offered.offers.map(({ topic }) => topic)).toEqual(['Refund']);
    const gone = deskAfter(offered, { type: 'offer.withdrawn', offerId: 'o1', reason: 'taken' });
    expect(gone.offers).toEqual([]);
  });

  it('takes the offer away when its conversation opens', () => {
    const desk = deskAfter(
      aDesk(),
      { type: 'offer.received', offer: anOffer() },
      { type: 'conversation.opened', conversation: aConversation() },
    );
    expect(desk.offers).toEqual([]);
    expect(desk.conversations).toHaveLength(1);
  });

  it('reads a conversation by selecting it, and forgets the mark on leaving it', () => {
    const unread = deskAfter(aDesk([aConversation()]), {
      type: 'message.received',
      message: aMessage({ id: 'a' }),
    });
    const read = deskAfter(unread, { type: 'conversation.selected', conversationId: 'c1' });
    expect(first(read)).toMatchObject({ unread: 0, firstUnreadId: 'a' });
    const left = deskAfter(read, { type: 'conversation.selected', conversationId: undefined });
    expect(first(left)?.firstUnreadId).toBeUndefined();
  });

  it('waits for wrap-up when it has ended, and is gone when it is closed', () => {
    const ended = deskAfter(aDesk([aConversation({ waitingSince: noon })], { selectedId: 'c1' }), {
      type: 'conversation.ended',
      conversationId: 'c1',
      by: 'customer',
      at: noon,
    });
    expect(first(ended)).toMatchObject({ state: 'wrap-up', waitingSince: undefined });
    const closed = deskAfter(ended, { type: 'conversation.closed', conversationId: 'c1' });
    expect(closed).toMatchObject({ conversations: [], selectedId: undefined });
  });

  it('shows what is newly known of the customer', () => {
    const desk = deskAfter(aDesk([aConversation()]), {
      type: 'customer.changed',
      conversationId: 'c1',
      customer: aCustomer({ name: 'Lin Yue' }),
    });
    expect(first(desk)?.customer.name).toBe('Lin Yue');
  });
});

describe('what is unknown', () => {
  const unknown: readonly DeskEvent[] = [
    { type: 'message.received', message: aMessage({ conversationId: 'other' }) },
    { type: 'typing.changed', conversationId: 'other', typing: true },
    { type: 'message.delivered', conversationId: 'c1', messageId: 'other' },
    { type: 'message.sent', conversationId: 'c1', messageId: 'other' },
  ];
  it.each(unknown)('changes nothing: $type', (event) => {
    const desk = aDesk([aConversation()]);
    expect(applyEvent(desk, event)).toBe(desk);
  });
});

it('never shows a message twice or loses one, whatever the order', () => {
  const event = fc.oneof(
    fc.record({
      type: fc.constant('message.received' as const),
      message: fc
        .constantFrom('a', 'b', 'c', 'd')
        .map((id) => aMessage({ id, author: id === 'd' ? 'agent' : 'customer' })),
    }),
    fc.record({
      type: fc.constant('message.queued' as const),
      message: fc.constantFrom('x', 'y').map((id) => own(id)),
    }),
    fc.record({
      type: fc.constantFrom('message.sending' as const, 'message.sent' as const),
      conversationId: fc.constant('c1'),
      messageId: fc.constantFrom('x', 'y'),
    }),
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const desk = deskAfter(aDesk([aConversation()]), ...events);
      const ids = first(desk)?.messages.map(({ id }) => id) ?? [];
      const told = events.flatMap((each) => ('message' in each ? [each.message.id] : []));
      expect([...ids].sort()).toEqual([...new Set(told)].sort());
    }),
  );
});
