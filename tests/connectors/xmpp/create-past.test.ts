import { describe, expect, test } from 'vitest';
import type { ArchivePage } from '../../../src/connectors/xmpp/build-stanza.ts';
import type { Page } from '../../../src/connectors/xmpp/create-archive.ts';
import { createContacts } from '../../../src/connectors/xmpp/create-contacts.ts';
import { createPast } from '../../../src/connectors/xmpp/create-past.ts';
import type { RequestError } from '../../../src/connectors/xmpp/create-questions.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import type { WireMessage } from '../../../src/connectors/xmpp/wire-event.ts';
import { createMemoryStore } from '../../../src/connectors/xmpp/xmpp-store.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { wire } from './wire-message.ts';

const ann = 'ann@example.org';
const key = `xmpp:agent@desk.example:closed:${ann}`;

const page = (messages: readonly WireMessage[], first?: string): Result<Page, RequestError> =>
  ok({ messages, complete: first === undefined, first, last: messages.at(-1)?.archiveId });

const refused = err({ kind: 'refused', reason: 'item-not-found' } as const);

/** A desk that serves Ann, whose conversation began with the archive's entry 50. */
const setUp = (answers: readonly Result<Page, RequestError>[] = []) => {
  const asked: ArchivePage[] = [];
  const events: ConnectorEvent[] = [];
  const queue = [...answers];
  const store = createMemoryStore();
  let now = 5000;
  const contacts = createContacts({
    seen: createSeen(),
    emit: (event) => events.push(event),
    now: () => now,
    createId: () => 'offer',
    language: 'en',
    addressLabel: 'Address',
    onChange: () => {},
  });
  contacts.receive(wire('Hello', { archiveId: '50' }));
  contacts.accept('offer', true);
  events.length = 0;
  const past = createPast({
    account: 'agent@desk.example',
    archive: {
      collect: () => {},
      page: async (wanted) => {
        asked.push(wanted);
        return queue.shift() ?? page([]);
      },
    },
    contacts,
    store,
    now: () => now,
  });
  const read = async (older?: string) => {
    const result = await past.read(ann, older);
    return result.ok ? result.value : expect.fail(result.error.kind);
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { asked, contacts, events, pass, past, read, store };
};

const done = { disposition: 'solved', note: '', tags: [] } as const;

describe('the past of a conversation', () => {
  test('is asked for before its first message, also when the conversation shows older ones', async () => {
    const { asked, contacts, read } = setUp();
    expect(asked).toEqual([]);
    contacts.prepend(ann, [wire('Old', { archiveId: '40' })], true);
    await read();
    expect(asked).toEqual([{ with: ann, before: '50', max: 12 }]);
  });

  test('goes on where it was left', async () => {
    const { asked, read } = setUp([page([wire('b', { archiveId: '30' })], '30')]);
    const { older } = await read();
    expect(older).toBe('30');
    expect((await read(older)).older).toBeUndefined();
    expect(asked.map(({ before }) => before)).toEqual(['50', '30']);
  });

  test('is told as the desk shows messages, and as no event', async () => {
    const mine = wire('Yes.', { direction: 'out', id: 'mine', archiveId: '2', at: 2000 });
    const { events, read } = setUp([page([wire('Open?', { archiveId: '1' }), mine])]);
    expect((await read()).messages).toEqual([
      {
        id: `${ann} Open?`,
        conversationId: ann,
        author: 'customer',
        text: 'Open?',
        at: 1000,
        language: 'en',
      },
      {
        id: 'mine',
        conversationId: ann,
        author: 'agent',
        text: 'Yes.',
        at: 2000,
        language: 'en',
        delivery: 'sent',
      },
    ]);
    expect(events).toEqual([]);
  });

  test('holds each message once, and nobody else’s', async () => {
    const twice = [wire('a', { archiveId: '1' }), wire('a', { archiveId: '2' })];
    const stranger = wire('Trust me', { contact: 'eve@example.org', archiveId: '3' });
    const { read } = setUp([page([...twice, stranger])]);
    expect((await read()).messages.map(({ text }) => text)).toEqual(['a']);
  });

  test('leaves the conversation as it is: what comes live is told after it was read here', async () => {
    const again = wire('Anyone?', { archiveId: '60' });
    const { contacts, events, read } = setUp([page([again])]);
    await read();
    expect(contacts.receive(again)).toBe(true);
    expect(events.map(({ type }) => type)).toEqual(['message.received']);
  });

  test('passes over pages of receipts, but not without end', async () => {
    const words = page([wire('a', { archiveId: '1' })]);
    const one = setUp([page([], '40'), page([], '30'), words]);
    expect((await one.read()).messages).toHaveLength(1);
    const many = setUp([page([], '40'), page([], '30'), page([], '20'), words]);
    expect(await many.read()).toMatchObject({ messages: [], older: '20' });
    expect(many.asked).toHaveLength(3);
  });

  test('is empty where there is no archive, and where the server gives no ids', async () => {
    const nothing = { messages: [], wrapUps: [], older: undefined };
    expect(await setUp([refused]).read()).toEqual(nothing);
    const { asked, contacts, past } = setUp();
    contacts.receive(wire('Hi', { contact: 'bob@example.org' }));
    expect(await past.read('bob@example.org', undefined)).toEqual({ ok: true, value: nothing });
    expect(asked).toEqual([]);
  });

  test.each(['timeout', 'not-connected'] as const)('cannot be had now: %s', async (kind) => {
    const { past } = setUp([err({ kind })]);
    expect(await past.read(ann, undefined)).toEqual({ ok: false, error: { kind } });
  });
});

describe('how a conversation came out', () => {
  test('is noted with the last message that stood in it, whoever wrote that', async () => {
    const { contacts, pass, past, read } = setUp();
    contacts.sent(ann, 'Goodbye');
    await past.note(ann, { ...done, note: 'Refunded.', tags: ['refund'] });
    pass(1000);
    contacts.receive(wire('Bye!', { archiveId: '52' }));
    await past.note(ann, { ...done, disposition: 'follow-up' });
    expect((await read()).wrapUps).toEqual([
      {
        at: 5000,
        lastMessageId: 'Goodbye',
        disposition: 'solved',
        note: 'Refunded.',
        tags: ['refund'],
      },
      { at: 6000, lastMessageId: `${ann} Bye!`, disposition: 'follow-up', note: '', tags: [] },
    ]);
  });

  test('does not move with what comes after the end', async () => {
    const { contacts, past, read } = setUp();
    contacts.end(ann);
    contacts.receive(wire('Wait!', { archiveId: '53' }));
    contacts.sent(ann, 'late');
    await past.note(ann, done);
    expect((await read()).wrapUps[0]?.lastMessageId).toBe(`${ann} Hello`);
  });

  test('is told even where the archive is not kept', async () => {
    const { past, read } = setUp([refused]);
    await past.note(ann, done);
    expect((await read()).wrapUps).toHaveLength(1);
  });

  test('is kept for the last twenty of a customer, with notes cut at 2000 letters', async () => {
    const { past, pass, read } = setUp();
    for (let count = 0; count < 22; count += 1) {
      await past.note(ann, { ...done, note: 'x'.repeat(3000) });
      pass(1);
    }
    const { wrapUps } = await read();
    expect(wrapUps.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, n) => 5002 + n));
    expect(wrapUps[0]?.note).toHaveLength(2000);
  });

  test.each(['no JSON', '{"a":1}', 'null'])('is nothing where %s is kept', async (kept) => {
    const { read, store } = setUp();
    await store.set(key, kept);
    expect((await read()).wrapUps).toEqual([]);
  });
});
