import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createContacts } from '../../../src/connectors/xmpp/create-contacts.ts';
import { createKeptContacts } from '../../../src/connectors/xmpp/create-kept-contacts.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import { createMemoryStore, type XmppStore } from '../../../src/connectors/xmpp/xmpp-store.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { settle } from '../../outbox/settle.ts';
import { wire } from './wire-message.ts';

const account = 'agent@desk.example';
const ann = 'ann@example.org';
const day = 86_400_000;

/** A store that takes its time, as a disk does: in order, and told of a moment later. */
const createSlowStore = (): XmppStore => {
  const fast = createMemoryStore();
  let queue = Promise.resolve();
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
  };
  const next = <T>(run: () => Promise<T>): Promise<T> => {
    const done = queue.then(() => turns(2)).then(run);
    queue = done.then(() => undefined);
    return done;
  };
  return {
    get: (key) => next(() => fast.get(key)),
    set: (key, value) => next(() => fast.set(key, value)),
    all: (prefix) => next(() => fast.all(prefix)),
    update: (key, change) => next(() => fast.update(key, change)),
    subscribe: (listener) => fast.subscribe((key) => void turns(3).then(() => listener(key))),
  };
};

/** Until nothing of what was begun is under way. */
const rest = async () => {
  for (let times = 0; times < 8; times += 1) await settle();
};

/** A tab of the agent's browser. What is said comes to each tab by its own connection. */
const openTab = async (store: XmppStore, now = () => 5000) => {
  const events: ConnectorEvent[] = [];
  let serial = 0;
  const contacts = createContacts({
    seen: createSeen(),
    emit: (event) => events.push(event),
    now,
    createId: () => {
      serial += 1;
      return `offer${serial}`;
    },
    language: 'en',
    addressLabel: 'Address',
    onChange: () => keeper.save(),
  });
  const fetched: string[] = [];
  const keeper = createKeptContacts({
    ...{ account, contacts, store, now },
    hasEarlier: async () => true,
    onMissing: () => {
      for (const kept of keeper.missing()) {
        fetched.push(kept.contact);
        contacts.restore(kept, [wire('From the archive', { contact: kept.contact })], false);
        keeper.shown(kept);
      }
    },
  });
  for (const kept of await keeper.load()) {
    contacts.restore(kept, [], false);
    keeper.shown(kept);
  }
  keeper.begin();
  const state = (contact = ann) => {
    const kept = contacts.kept().find((each) => each.contact === contact);
    return kept?.offer ? 'offer' : (kept?.serving ?? 'none');
  };
  return {
    contacts,
    events,
    fetched,
    keeper,
    state,
    types: () => events.map(({ type }) => type),
    hear: (text: string, contact = ann) => contacts.receive(wire(text, { contact, id: text })),
    accept: (contact = ann) => {
      const offer = contacts.kept().find((each) => each.contact === contact)?.offer;
      if (offer) contacts.accept(offer.id, false);
    },
    decline: (contact = ann) => {
      const offer = contacts.kept().find((each) => each.contact === contact)?.offer;
      if (offer) contacts.decline(offer.id);
    },
  };
};

const twoTabs = async () => {
  const store = createSlowStore();
  return { store, here: await openTab(store), there: await openTab(store) };
};

/** Both tabs offer Ann. */
const offered = async () => {
  const tabs = await twoTabs();
  for (const tab of [tabs.here, tabs.there]) tab.hear('Hello');
  await rest();
  return tabs;
};

/** Ann was accepted in the first tab. */
const served = async () => {
  const tabs = await offered();
  tabs.here.accept();
  await rest();
  return tabs;
};

describe('two tabs of one agent', () => {
  test('an offer stands in both, told once in each', async () => {
    const { here, there } = await offered();
    expect([here.types(), there.types()]).toEqual([['offer.received'], ['offer.received']]);
  });

  test('one that is accepted in one is a conversation in the other, with the same words', async () => {
    const { here, there } = await served();
    expect(there.types()).toEqual(['offer.received', 'conversation.opened']);
    expect(there.events.at(-1)).toMatchObject({
      conversation: { id: ann, state: 'open', hasEarlier: true, messages: [{ text: 'Hello' }] },
    });
    expect(here.types()).toEqual(there.types());
    expect(there.fetched).toEqual([]);
  });

  test('one that is declined in one is withdrawn in the other as declined', async () => {
    const { here, there } = await offered();
    there.decline();
    await rest();
    expect(here.events.at(-1)).toMatchObject({ type: 'offer.withdrawn', reason: 'declined' });
    expect(here.state()).toBe('none');
  });

  test('the end and the wrap-up in one are those of both', async () => {
    const { here, there } = await served();
    there.contacts.end(ann);
    await rest();
    expect(here.events.at(-1)).toMatchObject({ type: 'conversation.ended', by: 'agent' });
    here.contacts.close(ann);
    await rest();
    expect(there.events.at(-1)).toEqual({ type: 'conversation.closed', conversationId: ann });
    expect([here.state(), there.state()]).toEqual(['none', 'none']);
  });

  test('a customer who comes back is a new offer, in both', async () => {
    const { here, there } = await served();
    here.contacts.close(ann);
    await rest();
    for (const tab of [here, there]) tab.hear('One more thing');
    await rest();
    expect([here.state(), there.state()]).toEqual(['offer', 'offer']);
  });

  test('who is accepted before the other tab has heard of them is fetched there', async () => {
    const { here, there } = await twoTabs();
    here.hear('Hello');
    here.accept();
    await rest();
    expect(there.fetched).toEqual([ann]);
    expect(there.state()).toBe('open');
  });

  test('two tabs that accept at once have one conversation each, and it stays', async () => {
    const { here, there } = await offered();
    here.accept();
    there.accept();
    await rest();
    expect([here.state(), there.state()]).toEqual(['open', 'open']);
    expect(there.types().filter((type) => type === 'conversation.opened')).toHaveLength(1);
  });

  test('accepting in one and declining in the other at once: what came first counts for both', async () => {
    const { here, there } = await offered();
    here.accept();
    there.decline();
    await rest();
    expect([here.state(), there.state()]).toEqual(['open', 'open']);
  });

  test('a change to one customer does not write another one over', async () => {
    const { here, there, store } = await served();
    there.keeper.end();
    here.contacts.close(ann);
    await rest();
    // The other one has not heard of it, and keeps somebody else.
    there.hear('Hi', 'bob@example.org');
    there.keeper.begin();
    await rest();
    const third = await openTab(store);
    expect([third.state(), third.state('bob@example.org')]).toEqual(['none', 'offer']);
  });

  test('a tab that slept does as the others did, once it looks', async () => {
    const { here, there } = await served();
    there.keeper.end();
    here.contacts.end(ann);
    here.contacts.close(ann);
    await rest();
    expect(there.state()).toBe('open');
    there.keeper.begin();
    await there.keeper.catchUp();
    expect(there.state()).toBe('none');
  });

  test('a disk that was cleared ends no conversation', async () => {
    const { here, there, store } = await served();
    await store.update(`xmpp:${account}:contact:${ann}`, () => undefined);
    await rest();
    expect([here.state(), there.state()]).toEqual(['open', 'open']);
    there.contacts.end(ann);
    await rest();
    expect(here.state()).toBe('wrap-up');
  });

  test('rubbish on the disk changes nothing', async () => {
    const { here, there, store } = await served();
    for (const text of ['{', 'null', '7', '{"contact":"bob@example.org","serving":"none"}']) {
      await store.set(`xmpp:${account}:contact:${ann}`, text);
      await rest();
    }
    expect([here.state(), there.state()]).toEqual(['open', 'open']);
  });

  test('whatever is done in either, both come to the same', async () => {
    const act = fc.constantFrom('hear', 'accept', 'decline', 'end', 'close', 'settle');
    const step = fc.record({ tab: fc.constantFrom(0, 1), act });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { here, there } = await twoTabs();
        const tabs = [here, there];
        for (const [index, { tab: at, act }] of steps.entries()) {
          const tab = tabs[at];
          if (act === 'settle') await rest();
          // The server tells both, and the agent is slower than that.
          else if (act === 'hear') {
            await rest();
            for (const each of tabs) each.hear(`m${index}`);
            await rest();
          } else if (act === 'end' || act === 'close') tab?.contacts[act](ann);
          else tab?.[act]();
        }
        await rest();
        expect(there.state()).toBe(here.state());
      }),
    );
  });
});

describe('over a reload', () => {
  test('offers and conversations come back; who was closed does not', async () => {
    const { here, store } = await served();
    for (const name of ['bob', 'cleo']) here.hear('Hi', `${name}@example.org`);
    here.decline('cleo@example.org');
    await rest();
    const next = await openTab(store);
    const states = [ann, 'bob@example.org', 'cleo@example.org'].map(next.state);
    expect(states).toEqual(['open', 'offer', 'none']);
  });

  test('that somebody was closed is forgotten after a day', async () => {
    const { here, store } = await served();
    here.contacts.close(ann);
    await rest();
    await openTab(store, () => 5000 + day - 1);
    expect(await store.all('xmpp:')).toHaveLength(1);
    await openTab(store, () => 5001 + day);
    expect(await store.all('xmpp:')).toEqual([]);
  });

  test('nothing is written before what was kept has been read', async () => {
    const { store } = await served();
    const before = await store.all('xmpp:');
    const fresh = await openTab(store);
    expect(fresh.state()).toBe('open');
    await rest();
    expect(await store.all('xmpp:')).toEqual(before);
  });
});
