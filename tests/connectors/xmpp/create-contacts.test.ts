import { describe, expect, test } from 'vitest';
import { createContacts } from '../../../src/connectors/xmpp/create-contacts.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { wire } from './wire-message.ts';

const ann = 'ann@example.org';

const setUp = () => {
  const events: ConnectorEvent[] = [];
  let serial = 0;
  let changes = 0;
  const contacts = createContacts({
    seen: createSeen(),
    emit: (event) => events.push(event),
    now: () => 5000,
    createId: () => {
      serial += 1;
      return `id${serial}`;
    },
    language: 'en',
    addressLabel: 'Address',
    onChange: () => {
      changes += 1;
    },
  });
  const types = () => events.map((event) => event.type);
  const last = () => events.at(-1);
  return { contacts, events, types, last, changes: () => changes };
};

const serving = () => {
  const desk = setUp();
  desk.contacts.receive(wire('Hello'));
  desk.contacts.accept('id1', false);
  desk.events.length = 0;
  return desk;
};

describe('a stranger', () => {
  test('is one offer, however many messages they write', () => {
    const { contacts, events } = setUp();
    contacts.receive(wire('Hello\nthere', { nick: 'Ann Lee' }));
    contacts.receive(wire('Anyone?', { at: 2000 }));
    expect(events).toEqual([
      {
        type: 'offer.received',
        offer: {
          id: 'id1',
          topic: 'Hello there',
          since: 1000,
          customer: {
            id: ann,
            name: 'Ann Lee',
            language: 'en',
            channel: 'xmpp',
            facts: [{ label: 'Address', value: ann }],
          },
        },
      },
    ]);
    contacts.accept('id1', true);
    expect(events.at(-1)).toMatchObject({
      type: 'conversation.opened',
      conversation: {
        id: ann,
        topic: 'Hello there',
        openedAt: 5000,
        hasEarlier: true,
        unread: 2,
        firstUnreadId: `${ann} Hello\nthere`,
        waitingSince: 1000,
        messages: [{ text: 'Hello\nthere' }, { text: 'Anyone?' }],
      },
    });
  });

  test('who writes Chinese is known by that', () => {
    const { contacts, last } = setUp();
    contacts.receive(wire('你好，我的包裹呢？'));
    expect(last()).toMatchObject({ offer: { customer: { language: 'zh-CN' } } });
    contacts.accept('id1', false);
    contacts.receive(wire('OK, thanks'));
    // English words are read out as English, but the customer is still a Chinese one.
    expect(last()).toMatchObject({ type: 'message.received', message: { language: 'en' } });
    expect(contacts.kept()[0]?.language).toBe('zh-CN');
  });

  test('the name of a recording tells nothing of the language, what is written beside it does', () => {
    const { contacts, last } = setUp();
    contacts.receive(wire('你好，我的包裹呢？'));
    contacts.accept('id1', false);
    const url = 'https://files.example/voice.ogg';
    contacts.receive(wire('voice.ogg', { attachment: { url, name: 'voice.ogg' } }));
    expect(last()).toMatchObject({ message: { language: 'zh-CN', attachment: { url } } });
    const words = 'Please listen';
    contacts.receive(wire(words, { attachment: { url, name: 'voice.ogg', words } }));
    expect(last()).toMatchObject({ message: { language: 'en', text: words } });
  });

  test('who was declined is offered again when they write again', () => {
    const { contacts, types } = setUp();
    contacts.receive(wire('Hello'));
    contacts.decline('id1');
    contacts.receive(wire('Hello?'));
    expect(types()).toEqual(['offer.received', 'offer.withdrawn', 'offer.received']);
  });

  test('whom another device answers is taken', () => {
    const { contacts, last } = setUp();
    contacts.receive(wire('Hello'));
    contacts.receive(wire('Hi', { direction: 'out', source: 'carbon' }));
    expect(last()).toEqual({ type: 'offer.withdrawn', offerId: 'id1', reason: 'taken' });
    expect(contacts.accept('id1', false)).toEqual({ ok: false, error: { kind: 'offer-gone' } });
  });

  test('who turns out to be answered while the archive is read is never an offer', () => {
    const { contacts, types } = setUp();
    contacts.holdOffers(true);
    contacts.receive(wire('Hello'));
    contacts.receive(wire('Hi', { direction: 'out' }));
    contacts.receive(wire('Me too', { contact: 'bob@example.org' }));
    expect(types()).toEqual([]);
    contacts.holdOffers(false);
    expect(types()).toEqual(['offer.received']);
  });
});

describe('a conversation', () => {
  test('gets each message once, whichever way it comes again', () => {
    const { contacts, types } = serving();
    expect(contacts.receive(wire('One', { archiveId: 'a1' }))).toBe(true);
    expect(contacts.receive(wire('One', { archiveId: 'a1', source: 'archive' }))).toBe(false);
    expect(contacts.receive(wire('One', { archiveId: 'a2' }))).toBe(false);
    expect(types()).toEqual(['message.received']);
  });

  test('keeps apart what only shares an id', () => {
    const { contacts, types } = serving();
    contacts.receive(wire('One', { id: 'x' }));
    contacts.receive(wire('Two', { id: 'x' }));
    contacts.receive(wire('One', { id: 'x', contact: 'bob@example.org' }));
    expect(types()).toEqual(['message.received', 'message.received', 'offer.received']);
  });

  test('messages without any id are all told', () => {
    const { contacts, types } = serving();
    contacts.receive(wire('Hm', { id: '' }));
    contacts.receive(wire('Hm', { id: '' }));
    expect(types()).toEqual(['message.received', 'message.received']);
  });

  test('a customer cannot give a message the id of one of the agent’s', () => {
    const { contacts, last } = serving();
    contacts.receive(wire('Mine', { direction: 'out', id: 'm1' }));
    expect(last()).toMatchObject({ message: { id: 'm1', author: 'agent', delivery: 'sent' } });
    contacts.receive(wire('Yours', { id: 'm1' }));
    expect(last()).toMatchObject({ message: { id: `${ann} m1`, author: 'customer' } });
  });

  test('tells typing only when it changes, and a message ends it', () => {
    const { contacts, events, types } = serving();
    contacts.typing(ann, true);
    contacts.typing(ann, true);
    contacts.receive(wire('There'));
    contacts.typing(ann, false);
    contacts.typing('stranger@example.org', true);
    expect(types()).toEqual(['typing.changed', 'typing.changed', 'message.received']);
    expect(events[1]).toMatchObject({ typing: false });
  });

  test('tells when the customer gives another name', () => {
    const { contacts, events } = serving();
    contacts.receive(wire('It is me', { nick: 'Ann Lee' }));
    expect(events[0]).toMatchObject({ type: 'customer.changed', customer: { name: 'Ann Lee' } });
  });

  test('after its end the same customer is a new offer, before and after wrap-up', () => {
    const { contacts, types } = serving();
    contacts.end(ann);
    contacts.receive(wire('One more thing'));
    contacts.close(ann);
    contacts.receive(wire('Hello?'));
    expect(types()).toEqual(['conversation.ended', 'offer.received', 'conversation.closed']);
    expect(contacts.accept('id2', false).ok).toBe(true);
    expect(contacts.serving(ann)).toBe('open');
  });

  test('older messages are told once each, in the order of their first copies', () => {
    const { contacts, last } = serving();
    const old = ['Older', 'Hello', 'Older'].map((text, index) =>
      wire(text, { archiveId: `a${index}` }),
    );
    contacts.prepend(ann, old, true);
    expect(last()).toMatchObject({ type: 'history.loaded', hasEarlier: true });
    const event = last();
    const texts = event?.type === 'history.loaded' ? event.messages.map((m) => m.text) : [];
    expect(texts).toEqual(['Older', 'Hello']);
    expect(contacts.oldest(ann)).toBe('a0');
    contacts.prepend(ann, [], true, 'a');
    expect(contacts.oldest(ann)).toBe('a');
  });
});

describe('over a reload', () => {
  test('who is served and who waits comes back, and nothing else', () => {
    const before = setUp();
    before.contacts.receive(wire('Hello'));
    before.contacts.accept('id1', false);
    before.contacts.receive(wire('Me', { contact: 'bob@example.org' }));
    before.contacts.receive(wire('Gone', { contact: 'cy@example.org' }));
    before.contacts.decline('id3');
    const kept = JSON.parse(JSON.stringify(before.contacts.kept()));
    expect(kept.map((each: { contact: string }) => each.contact)).toEqual([ann, 'bob@example.org']);

    const { contacts, events, types } = setUp();
    for (const each of kept) {
      const words = each.contact === ann ? 'Hello' : 'Me';
      contacts.restore(each, [wire(words, { contact: each.contact })], false);
    }
    expect(types()).toEqual(['conversation.opened', 'offer.received']);
    expect(events[0]).toMatchObject({ conversation: { id: ann, state: 'open', openedAt: 5000 } });
    expect(events[1]).toMatchObject({ offer: { id: 'id2', topic: 'Me' } });
    expect(contacts.receive(wire('Hello'))).toBe(false);
    contacts.accept('id2', false);
    expect(events.at(-1)).toMatchObject({ conversation: { messages: [{ text: 'Me' }] } });
  });

  test('the past of who waits again begins before what they wrote now, also after a reload', () => {
    const words = [
      wire('Old', { archiveId: '10', at: 1000 }),
      wire('Bye', { archiveId: '11', at: 2000, direction: 'out' }),
      wire('Me again', { archiveId: '12', at: 9000 }),
      wire('Anyone?', { archiveId: '13', at: 9500 }),
    ];
    const { contacts, last } = setUp();
    const offer = { id: 'id7', topic: 'Me again', since: 9000 };
    const kept = {
      contact: ann,
      name: 'Ann',
      language: 'en',
      serving: 'none',
      openedAt: 0,
    } as const;
    contacts.restore({ ...kept, offer }, words, false);
    expect(contacts.oldest(ann)).toBe('12');
    contacts.accept('id7', true);
    expect(last()).toMatchObject({
      conversation: { messages: [{ text: 'Me again' }, { text: 'Anyone?' }], hasEarlier: true },
    });
    expect(contacts.began(ann)).toBe('12');
    contacts.prepend(ann, words.slice(0, 2), false);
    expect([contacts.oldest(ann), contacts.began(ann)]).toEqual(['10', '12']);
  });

  test('what the archive has twice comes back once', () => {
    const { contacts, last } = serving();
    const [kept] = contacts.kept();
    const again = ['Hello', 'Me', 'Hello', 'Me'].map((text, index) =>
      wire(text, { archiveId: `a${index}` }),
    );
    if (kept) contacts.restore(kept, again, true, 'a');
    expect(last()).toMatchObject({
      conversation: { messages: [{ text: 'Hello' }, { text: 'Me' }] },
    });
    expect(contacts.oldest(ann)).toBe('a');
  });

  test('where a conversation began is known after a reload, however much is shown of it', () => {
    const { contacts } = setUp();
    contacts.receive(wire('Hello', { archiveId: '20' }));
    contacts.accept('id1', false);
    const [kept] = contacts.kept();
    expect(kept).toMatchObject({ contact: ann, began: '20' });
    const again = setUp().contacts;
    if (kept) again.restore(kept, [wire('Old', { archiveId: '10' }), wire('Hello')], true);
    expect([again.oldest(ann), again.began(ann)]).toEqual(['10', '20']);
  });

  test('what has to be kept is announced when it changes, not at each message', () => {
    const { contacts, changes } = setUp();
    contacts.receive(wire('Hello'));
    contacts.accept('id1', false);
    const before = changes();
    contacts.receive(wire('One'));
    contacts.typing(ann, true);
    expect(changes()).toBe(before);
    contacts.end(ann);
    expect(changes()).toBe(before + 1);
  });
});

test('memory of messages has an end: the oldest are forgotten first', () => {
  const seen = createSeen(3);
  for (const id of ['1', '2', '3', '4']) seen.noteOwn(ann, id);
  expect(seen.hasOwn(ann, '1')).toBe(false);
  expect(seen.hasOwn(ann, '4')).toBe(true);
  expect(seen.hasOwn('bob@example.org', '4')).toBe(false);
});
