import { describe, expect, it } from 'vitest';
import { describeEvent } from '../../src/domain/describe-event.ts';
import type { DeskEvent, DeskState } from '../../src/domain/desk-state.ts';
import {
  aConversation,
  aDesk,
  aMessage,
  anOffer,
  chinese,
  english,
  noon,
} from '../support/samples.ts';

const say = (event: DeskEvent, desk: DeskState, t = english) =>
  describeEvent(event, desk, t, noon)?.text;
const open = aDesk([aConversation()], { selectedId: 'c1' });
const other = aDesk([aConversation()]);
const received: DeskEvent = { type: 'message.received', message: aMessage() };

describe('a customer’s message', () => {
  it('A23: is only its words in the open conversation, before the others', () => {
    expect(describeEvent(received, open, english, noon)).toMatchObject({
      class: 'message-open',
      priority: 1,
      text: 'Where is my parcel?',
      language: 'en',
    });
  });

  it('A24: carries the name first in another conversation', () => {
    expect(describeEvent(received, other, english, noon)).toMatchObject({
      class: 'message-other',
      priority: 2,
      text: 'Lin: Where is my parcel?',
    });
    expect(say(received, other, chinese)).toBe('Lin：Where is my parcel?');
  });

  it('is not said again when it was told twice', () => {
    const known = aDesk([aConversation({ messages: [aMessage()] })]);
    expect(say(received, known)).toBeUndefined();
  });

  it('A58: says a run of emoji once, with its number', () => {
    const happy: DeskEvent = {
      type: 'message.received',
      message: aMessage({ text: 'Thanks 🎉🎉🎉' }),
    };
    expect(say(happy, open)).toBe('Thanks 🎉, times 3');
    expect(say(happy, open, chinese)).toBe('Thanks 🎉，3 个');
  });
});

describe('the agent’s own messages', () => {
  const mine = aMessage({ id: 'mine', author: 'agent', text: 'One moment', delivery: 'sending' });
  const desk = aDesk([aConversation({ messages: [mine] })], { selectedId: 'c1' });

  it.each<DeskEvent>([
    { type: 'message.queued', message: mine },
    { type: 'message.received', message: { ...mine, id: 'from-my-phone' } },
    { type: 'message.sending', conversationId: 'c1', messageId: 'mine' },
    { type: 'message.sent', conversationId: 'c1', messageId: 'mine' },
    { type: 'message.delivered', conversationId: 'c1', messageId: 'mine' },
    { type: 'message.taken-back', conversationId: 'c1', messageId: 'mine' },
  ])('A26: are never echoed: $type', (event) => {
    expect(say(event, desk)).toBeUndefined();
  });

  it('A26: are always said when they fail, at once and with the reason', () => {
    const failed: DeskEvent = {
      type: 'message.failed',
      conversationId: 'c1',
      messageId: 'mine',
      failure: 'too-long',
    };
    expect(describeEvent(failed, desk, english, noon)).toMatchObject({
      priority: 0,
      text: 'Not sent to Lin: One moment It is too long. Send it in parts.',
    });
  });

  it('are left to who tells several at once, where it is not sure that they are lost', () => {
    const doubted: DeskEvent = {
      type: 'message.failed',
      conversationId: 'c1',
      messageId: 'mine',
      failure: 'unsure',
    };
    expect(say(doubted, desk)).toBeUndefined();
  });

  it('A28: history is silent', () => {
    const history: DeskEvent = {
      type: 'history.loaded',
      conversationId: 'c1',
      messages: [aMessage({ id: 'old' })],
      hasEarlier: false,
    };
    expect(say(history, desk)).toBeUndefined();
  });
});

describe('the link', () => {
  it('A23: its loss interrupts and says what waits', () => {
    const waiting = aMessage({ id: 'mine', author: 'agent', delivery: 'waiting' });
    const desk = aDesk([aConversation({ messages: [waiting] })]);
    const lost: DeskEvent = { type: 'connection.changed', state: 'reconnecting' };
    expect(describeEvent(lost, desk, english, noon)).toMatchObject({
      class: 'connection',
      priority: 0,
      text: 'Connection lost. Keep writing; it is sent when the connection is back. 1 message waits.',
    });
    expect(say(lost, aDesk())).toBe(
      'Connection lost. Keep writing; it is sent when the connection is back.',
    );
  });

  it('says once that it is back, and nothing at the first start', () => {
    const online: DeskEvent = { type: 'connection.changed', state: 'online' };
    expect(say(online, aDesk([], { connection: 'reconnecting' }))).toBe('Connected again.');
    expect(say(online, aDesk([], { connection: 'connecting' }))).toBeUndefined();
  });

  it('does not repeat the loss while it tries again', () => {
    const again: DeskEvent = { type: 'connection.changed', state: 'reconnecting' };
    expect(say(again, aDesk([], { connection: 'reconnecting' }))).toBeUndefined();
  });
});

describe('offers and endings', () => {
  it('says who, topic and language', () => {
    const event: DeskEvent = { type: 'offer.received', offer: anOffer() };
    expect(say(event, aDesk())).toBe('New customer: Lin, Parcel, English');
    expect(say(event, aDesk(), chinese)).toBe('新客户：Lin，Parcel，英语');
  });

  it('says how long a customer has waited once that is more than a minute', () => {
    const event: DeskEvent = { type: 'offer.received', offer: anOffer({ since: noon - 125_000 }) };
    expect(say(event, aDesk())).toBe('New customer: Lin, Parcel, English, waiting 2 minutes');
  });

  it('says that an offer is gone, but not to the one who declined it', () => {
    const desk = aDesk([], { offers: [anOffer()] });
    expect(say({ type: 'offer.withdrawn', offerId: 'o1', reason: 'customer-left' }, desk)).toBe(
      'Lin is gone.',
    );
    expect(
      say({ type: 'offer.withdrawn', offerId: 'o1', reason: 'declined' }, desk),
    ).toBeUndefined();
  });

  it('says once that the customer has left, and not what the agent did', () => {
    const ended = (by: 'customer' | 'agent'): DeskEvent => ({
      type: 'conversation.ended',
      conversationId: 'c1',
      by,
      at: noon,
    });
    expect(say(ended('customer'), open)).toBe('Lin has left.');
    expect(say(ended('agent'), open)).toBeUndefined();
    const over = aDesk([aConversation({ state: 'wrap-up' })]);
    expect(say(ended('customer'), over)).toBeUndefined();
  });

  it('A23: typing is the least of all', () => {
    const event: DeskEvent = { type: 'typing.changed', conversationId: 'c1', typing: true };
    expect(describeEvent(event, open, english, noon)).toMatchObject({
      class: 'typing',
      priority: 3,
      text: 'Lin is typing.',
    });
  });
});
