import { describe, expect, test } from 'vitest';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';
import { emptyDesk } from '../../src/domain/desk-state.ts';
import { receiptPatience } from '../../src/outbox/watch-receipts.ts';
import { err, ok } from '../../src/shared/result.ts';
import { createDisk } from '../outbox/create-disk.ts';
import { settle } from '../outbox/settle.ts';
import { aConversation, aMessage } from '../support/samples.ts';

import { bo, lin, setUp } from './sender-rig.ts';

describe('sending', () => {
  test('what was written without a link is kept on the disk and goes in order with it', async () => {
    const { sender, sent, stored, types } = setUp();
    for (const text of ['One', 'Two', 'Three']) await sender.send(lin, text);
    await settle();
    expect(sent()).toEqual([]);
    expect(stored()).toHaveLength(3);
    sender.online(true);
    await settle();
    expect(sent()).toEqual(['One', 'Two', 'Three']);
    expect(stored()).toEqual([]);
    expect(types().filter((type) => type === 'sent')).toHaveLength(3);
  });

  test('what the archive or another tab tells to be out is out, whatever was thought of it', async () => {
    const { connector, desk, sender, stored } = setUp();
    const conversation = { ...lin, messages: [aMessage({ id: 'c1', conversationId: 'lin' })] };
    desk.state = { ...emptyDesk, conversations: [conversation] };
    await sender.send(conversation, 'One');
    const known = aMessage({ id: 'c2', conversationId: 'lin' });
    desk.state = { ...emptyDesk, conversations: [{ ...lin, messages: [known] }] };
    sender.online(true);
    await settle();
    expect(stored()).toHaveLength(1);
    const id = String(stored()[0]).replace('outbox/', '');
    const message = aMessage({ id, conversationId: 'lin', author: 'agent' });
    connector.emit({ type: 'message.received', message });
    await settle();
    expect(stored()).toEqual([]);
  });

  test('what is in doubt is shown where it is too old to be, in order, and stays where it is', async () => {
    const disk = createDisk();
    const before = setUp({ disk });
    Object.assign(before.connector, { startedAt: async () => before.clock.now() });
    before.sender.online(true);
    for (const text of ['Said', 'One', 'Two', 'Three']) await before.sender.send(lin, text);
    await settle();
    const [said, , , three] = before.connector.sent.map(({ id }) => id);
    const delivered = { type: 'message.delivered', conversationId: 'lin', messageId: said ?? '' };
    before.connector.emit(delivered as ConnectorEvent);
    await settle();
    before.sender.stop();

    const { clock, connector, desk, events, sender } = setUp({ disk });
    const shown = aMessage({ id: three ?? '', conversationId: 'lin', author: 'agent' });
    const newest = aMessage({ id: 'newest', conversationId: 'lin' });
    const asked = newest.at;
    const conversation = { ...lin, messages: [shown, newest], waitingSince: asked };
    desk.state = { ...emptyDesk, conversations: [conversation] };
    desk.follow = true;
    Object.assign(connector, { startedAt: async () => clock.now() + 1 });
    sender.online(true);
    await settle();
    await clock.advance(receiptPatience);
    await settle();
    const [there] = desk.state.conversations;
    expect(there?.messages.map(({ text, failure }) => failure ?? text)).toEqual([
      ...['unsure', 'unsure', 'unsure'],
      newest.text,
    ]);
    expect(there?.messages.slice(0, 2).map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(there?.waitingSince).toBe(asked);
    expect(events.filter(({ type }) => type === 'message.failed')).toHaveLength(3);
  });

  test('one that is in doubt stands where it was written, if the customer’s words before it are shown', async () => {
    const disk = createDisk();
    const before = setUp({ disk });
    Object.assign(before.connector, { startedAt: async () => before.clock.now() });
    before.sender.online(true);
    const said = (id: string, author: 'customer' | 'agent' = 'customer') =>
      aMessage({ id, conversationId: 'lin', author, text: id });
    const asked = { ...lin, messages: [said('first'), said('answered', 'agent'), said('second')] };
    await before.sender.send(asked, 'Came');
    await settle();
    const [came] = before.connector.sent.map(({ id }) => id);
    const delivered = { type: 'message.delivered', conversationId: 'lin', messageId: came ?? '' };
    before.connector.emit(delivered as ConnectorEvent);
    await before.sender.send(asked, 'In doubt');
    await settle();
    before.sender.stop();

    const { clock, connector, desk, sender } = setUp({ disk });
    const messages = [...asked.messages, said('later answer', 'agent'), said('third')];
    desk.state = { ...emptyDesk, conversations: [{ ...lin, messages }] };
    desk.follow = true;
    Object.assign(connector, { startedAt: async () => clock.now() + 1 });
    sender.online(true);
    await settle();
    await clock.advance(receiptPatience);
    await settle();
    expect(desk.state.conversations[0]?.messages.map(({ text }) => text)).toEqual([
      ...['first', 'answered', 'second', 'later answer', 'In doubt', 'third'],
    ]);
  });

  test('replies that wait are shown in the order in which they were written, whatever their ids', async () => {
    const disk = createDisk();
    const before = setUp({ disk });
    const texts = Array.from({ length: 6 }, (_, index) => `Answer ${index + 1}`);
    for (const text of texts) await before.sender.send(lin, text);
    before.sender.stop();

    const { desk, sender } = setUp({ disk });
    desk.state = { ...emptyDesk, conversations: [lin] };
    desk.follow = true;
    // The conversation is there before what waits for it has been read, and the agent types on.
    sender.opened('lin');
    await sender.send(lin, 'Answer 7');
    await settle();
    expect(desk.state.conversations[0]?.messages.map(({ text }) => text)).toEqual([
      ...texts,
      'Answer 7',
    ]);
  });

  test('a message carries its conversation and that conversation’s language, and an id of its own', async () => {
    const { sender, connector } = setUp();
    sender.online(true);
    await sender.send(lin, '你好');
    await sender.send(bo, 'Hello');
    await settle();
    expect(connector.sent).toMatchObject([
      { conversationId: 'lin', text: '你好', language: 'zh-CN' },
      { conversationId: 'bo', text: 'Hello', language: 'en' },
    ]);
    expect(new Set(connector.sent.map(({ id }) => id)).size).toBe(2);
  });

  test('a link that is lost stops it, and the rest goes when it is back', async () => {
    const { sender, sent } = setUp();
    sender.online(true);
    await sender.send(lin, 'One');
    await settle();
    sender.online(false);
    await sender.send(lin, 'Two');
    await settle();
    expect(sent()).toEqual(['One']);
    sender.online(true);
    await settle();
    expect(sent()).toEqual(['One', 'Two']);
  });

  test('after stop nothing is sent; the next page sends it', async () => {
    const disk = createDisk();
    const first = setUp({ disk, undoSend: 5 });
    first.sender.online(true);
    await first.sender.send(lin, 'Kept');
    first.sender.stop();
    await first.clock.advance(60_000);
    await settle();
    expect(first.sent()).toEqual([]);
    const next = setUp({ disk });
    next.sender.online(true);
    await next.clock.advance(5000);
    await settle();
    expect(next.sent()).toEqual(['Kept']);
  });
});

describe('A18: holding back', () => {
  test('a message is held for as long as the agent set, and no longer', async () => {
    const { sender, sent, clock } = setUp({ undoSend: 5 });
    sender.online(true);
    await sender.send(lin, 'Held');
    await clock.advance(4999);
    await settle();
    expect(sent()).toEqual([]);
    await clock.advance(1);
    await settle();
    expect(sent()).toEqual(['Held']);
  });

  test('the newest of that conversation is taken back, with its words; then the one before', async () => {
    const { sender, sent, clock, types } = setUp({ undoSend: 5 });
    sender.online(true);
    await sender.send(lin, 'First');
    await clock.advance(10);
    await sender.send(lin, 'Second');
    await sender.send(bo, 'For somebody else');
    expect(await sender.takeBack('lin')).toBe('Second');
    expect(await sender.takeBack('lin')).toBe('First');
    expect(await sender.takeBack('lin')).toBeUndefined();
    await clock.advance(10_000);
    await settle();
    expect(sent()).toEqual(['For somebody else']);
    expect(types().filter((type) => type === 'taken-back')).toHaveLength(2);
  });

  test('what has gone cannot be taken back', async () => {
    const { sender, sent, clock } = setUp({ undoSend: 1 });
    sender.online(true);
    await sender.send(lin, 'Gone');
    await clock.advance(1000);
    await settle();
    expect(sent()).toEqual(['Gone']);
    expect(await sender.takeBack('lin')).toBeUndefined();
  });
});

describe('a refusal', () => {
  const refused = async () => {
    const desk = setUp();
    desk.connector.answer = err({ kind: 'too-long' });
    desk.sender.online(true);
    await desk.sender.send(lin, 'Too long');
    await settle();
    const failed = desk.events.find(({ type }) => type === 'message.failed');
    if (failed?.type !== 'message.failed') throw new Error('Nothing failed.');
    return { ...desk, failed };
  };

  test('is told with its reason, and another try sends the same message', async () => {
    const { sender, connector, sent, failed, stored } = await refused();
    expect(failed.failure).toBe('too-long');
    connector.answer = ok(undefined);
    sender.retry(failed.messageId);
    await settle();
    expect(sent()).toEqual(['Too long']);
    expect(connector.sent[0]?.id).toBe(failed.messageId);
    expect(stored()).toEqual([]);
  });

  test('is told again when its conversation is opened again, of that conversation only', async () => {
    const { sender, events, types } = await refused();
    events.length = 0;
    sender.opened('bo');
    expect(types()).toEqual([]);
    sender.opened('lin');
    expect(types()).toEqual(['queued', 'failed']);
  });

  test('is forgotten with its conversation', async () => {
    const { sender, stored } = await refused();
    expect(stored()).toHaveLength(1);
    sender.closed('lin');
    await settle();
    expect(stored()).toEqual([]);
  });
});

describe('a reply that was written before the customer wrote on', () => {
  const said = (...ids: readonly string[]) =>
    aConversation({ id: 'lin', messages: ids.map((id) => aMessage({ id, author: 'customer' })) });

  test('waits for the agent when the link is back, and goes when the customer was silent', async () => {
    const { desk, sender, sent } = setUp();
    await sender.send(said('1'), 'To lin');
    await sender.send({ ...said('1'), id: 'bo' }, 'To bo');
    desk.state = { ...emptyDesk, conversations: [said('1', '2'), { ...said('1'), id: 'bo' }] };
    sender.online(true);
    await settle();
    expect(sent()).toEqual(['To bo']);
  });

  test('can be taken back while there is no link, held or not (A18)', async () => {
    const { clock, sender, sent } = setUp({ undoSend: 5 });
    await sender.send(lin, 'Too soon');
    expect(await sender.takeBack('lin')).toBe('Too soon');
    await sender.send(lin, 'Too late');
    await clock.advance(60_000);
    expect(await sender.takeBack('lin')).toBe('Too late');
    sender.online(true);
    await settle();
    expect(sent()).toEqual([]);
  });
});

test('the draft on the disk loses the words together with sending, and no other words', async () => {
  const { disk, sender } = setUp();
  const draft = { text: 'One ', selectionStart: 4, selectionEnd: 4, scroll: 30 };
  disk.rows.set('drafts/lin', draft);
  disk.rows.set('drafts/bo', draft);
  await sender.send(lin, 'One');
  await sender.send(bo, 'Two');
  expect(disk.rows.get('drafts/lin')).toEqual({
    ...draft,
    ...{ text: '', selectionStart: 0, selectionEnd: 0 },
  });
  expect(disk.rows.get('drafts/bo')).toEqual(draft);
});
