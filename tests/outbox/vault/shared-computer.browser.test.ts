import { describe, expect, test, vi } from 'vitest';
import { createStorage } from '../../../src/outbox/create-storage.ts';
import type { CreateRest } from '../../../src/outbox/storage-beginning.ts';
import { openVault } from '../../../src/outbox/vault/open-vault.ts';
import {
  createSessionHalf,
  type SessionHalf,
  type TabStorage,
} from '../../../src/outbox/vault/session-half.ts';
import { keepForSession } from '../../../src/outbox/vault/shared-computer.ts';
import { createId } from '../../../src/shared/id.ts';
import { open, request } from '../open-storage-rig.ts';
import { readRaw } from './read-raw.ts';

/** What a browser keeps for one tab. */
const createTab = (): SessionHalf => {
  const kept = new Map<string, string>();
  const storage: TabStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  return createSessionHalf(() => storage);
};

/** Opens the desk in a tab; `restarts` counts how often the page would have been loaded anew. */
const openIn = async (name: string, half: SessionHalf) => {
  const restarted = vi.fn();
  const options = { half, restart: restarted };
  const own = (database: IDBDatabase) => openVault(database, options);
  return { ...(await open(name, { openVault: own })), restarted };
};

test('what an older desk has left in the clear is sealed at the first start', async () => {
  const name = createId();
  const asked = indexedDB.open(name, 2);
  asked.onupgradeneeded = () => {
    for (const store of [
      'settings',
      'drafts',
      'notes',
      'canned',
      'outbox',
      'conversations',
      'cursors',
      'training',
    ])
      asked.result.createObjectStore(store);
  };
  const old = await request(asked);
  const rows = old.transaction(['notes', 'settings'], 'readwrite');
  rows.objectStore('notes').put({ text: '她姓林', sound: new Blob(['la']) }, 'lin@example.org');
  rows.objectStore('settings').put({ version: 1, language: 'en' }, 'agent');
  await new Promise((done) => {
    rows.oncomplete = done;
  });
  old.close();
  const { storage, problems } = await openIn(name, createTab());
  const note = (await storage.get('notes', 'lin@example.org')) as { text: string; sound: Blob };
  expect(note.text).toBe('她姓林');
  expect(await note.sound.text()).toBe('la');
  expect(await storage.get('settings', 'agent')).toEqual({ version: 1, language: 'en' });
  expect(problems).toEqual([]);
  const raw = await readRaw(name);
  expect(raw).not.toMatch(/林|lin@/);
  expect(raw).toContain('"language":"en"');
});

test('at a shared computer all is there after a reload, and in a second tab', async () => {
  const name = createId();
  const tab = createTab();
  const { storage } = await openIn(name, tab);
  await storage.put('notes', 'lin', 'before');
  expect(await keepForSession(storage, tab)).toBe(true);
  await storage.put('drafts', 'lin', 'after');
  const beside = await openIn(name, createTab());
  expect(await beside.storage.get('notes', 'lin')).toBe('before');
  expect(await beside.storage.get('drafts', 'lin')).toBe('after');
  storage.close();
  const again = await openIn(name, tab);
  expect(await again.storage.get('notes', 'lin')).toBe('before');
  expect([...beside.problems, ...again.problems]).toEqual([]);
});

test('a tab that was open before goes on with the new key', async () => {
  const name = createId();
  const tab = createTab();
  const { storage } = await openIn(name, tab);
  const beside = await openIn(name, createTab());
  await beside.storage.put('notes', 'a', 1);
  await keepForSession(storage, tab);
  await vi.waitFor(async () => {
    await beside.storage.put('notes', 'b', 2);
    expect(await storage.get('notes', 'b')).toBe(2);
  });
  expect(await beside.storage.get('notes', 'a')).toBe(1);
});

test('when the browser was closed, the next start wipes all before anything else and says so', async () => {
  const name = createId();
  const tab = createTab();
  const { storage } = await openIn(name, tab);
  await keepForSession(storage, tab);
  await storage.put('notes', 'lin', 'kept');
  await storage.put('settings', 'agent', { agentName: 'Ada' });
  localStorage.setItem('harebell-account', 'ada@example.org');
  storage.close();
  // The line of the first tab would answer for it: a browser that is closed has none.
  tab.forget('wiped');
  tab.takeReason();
  const next = await openIn(name, createTab());
  expect(await next.storage.all('notes')).toEqual([]);
  expect(await next.storage.get('settings', 'agent')).toBeUndefined();
  expect(localStorage.getItem('harebell-account')).toBeNull();
  expect(next.restarted).toHaveBeenCalledTimes(1);
  expect(next.problems).toEqual(['session-over']);
  expect(await next.storage.put('notes', 'bo', 1)).toBe(true);
});

test('signing out ends the shift in all tabs; nothing of it opens again', async () => {
  const name = createId();
  const [tab, other] = [createTab(), createTab()];
  const { storage, restarted } = await openIn(name, tab);
  await keepForSession(storage, tab);
  await storage.put('notes', 'lin', 'kept');
  const beside = await openIn(name, other);
  await beside.storage.get('notes', 'lin');
  expect(storage.leave('wiped')).toBe(true);
  expect(restarted).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(beside.restarted).toHaveBeenCalledTimes(1));
  expect([tab.read(), other.read()]).toEqual([undefined, undefined]);
  storage.close();
  beside.storage.close();
  const next = await openIn(name, tab);
  expect(await next.storage.all('notes')).toEqual([]);
  expect(next.problems).toEqual(['wiped']);
});

describe('a tab of an earlier shift that a browser has brought back', () => {
  /** A shift that is over, and what a tab of it had that was not there when it ended. */
  const staleTab = async (name: string) => {
    const [tab, stale] = [createTab(), createTab()];
    const { storage } = await openIn(name, tab);
    await keepForSession(storage, tab);
    stale.write(tab.read() ?? new Uint8Array());
    storage.leave('wiped');
    storage.close();
    return stale;
  };

  test('begins another shift at the shared computer, which ends as any does', async () => {
    const name = createId();
    const stale = await staleTab(name);
    // Wiped by whoever comes next.
    const next = await openIn(name, createTab());
    expect(await next.storage.all('notes')).toEqual([]);
    next.storage.close();
    const { storage, restarted } = await openIn(name, stale);
    await storage.put('notes', 'bo', 'theirs');
    expect(stale.read()).toBeUndefined();
    expect(await keepForSession(storage, stale)).toBe(true);
    expect(storage.leave('wiped')).toBe(true);
    expect(restarted).toHaveBeenCalledTimes(1);
    storage.close();
    expect(await (await openIn(name, createTab())).storage.all('notes')).toEqual([]);
  });

  test('is handed the key of the shift that goes on, and harms nothing of it', async () => {
    const name = createId();
    const stale = await staleTab(name);
    const now = createTab();
    const { storage } = await openIn(name, now);
    await keepForSession(storage, now);
    await storage.put('notes', 'bo', 'theirs');
    const back = await openIn(name, stale);
    expect(await back.storage.get('notes', 'bo')).toBe('theirs');
    await back.storage.put('notes', 'lin', 'from there');
    expect(await storage.get('notes', 'lin')).toBe('from there');
    expect(back.problems).toEqual([]);
  });
});

test('at an own computer signing out wipes nothing', async () => {
  const { storage, restarted } = await openIn(createId(), createTab());
  await storage.put('notes', 'lin', 'kept');
  expect(storage.leave('wiped')).toBe(false);
  expect(restarted).not.toHaveBeenCalled();
  expect(await storage.get('notes', 'lin')).toBe('kept');
});

test.each([
  ['a ring of a newer desk', { version: 9, way: 'cloud' }, 'newer-version'],
  ['a ring that is damaged', { version: 1, way: 'device', key: 'x' }, 'key-lost'],
])('%s is left as it is, and the desk works in memory', async (_title, ring, problem) => {
  const name = createId();
  const before = await openIn(name, createTab());
  await before.storage.put('notes', 'lin', 'kept');
  before.storage.close();
  const database = await request(indexedDB.open(name));
  const rings = database.transaction('keys', 'readwrite').objectStore('keys');
  await request(rings.put(ring, 'ring'));
  database.close();
  const { storage, problems } = await openIn(name, createTab());
  expect(await storage.put('notes', 'bo', 'new')).toBe(false);
  expect(await storage.all('notes')).toEqual([['bo', 'new']]);
  expect(storage.durable).toBe(false);
  expect(problems).toEqual([problem]);
  expect(await readRaw(name)).toContain(JSON.stringify(ring));
});

test('a row that is damaged is left out and said; all others are there', async () => {
  const name = createId();
  const before = await openIn(name, createTab());
  for (const key of ['a', 'b', 'c']) await before.storage.put('notes', key, key);
  before.storage.close();
  const database = await request(indexedDB.open(name));
  const rows = database.transaction('notes', 'readwrite').objectStore('notes');
  const [first] = await request(rows.getAllKeys());
  if (first === undefined) throw new Error('Nothing was kept.');
  await request(rows.put(new Uint8Array([1, 2, 3]), first));
  database.close();
  const { storage, problems } = await openIn(name, createTab());
  expect(await storage.all('notes')).toHaveLength(2);
  expect(problems).toEqual(['damaged']);
});

test('when the code for the key does not come, it is said, and all that waits is kept later', async () => {
  const name = createId();
  let tries = 0;
  const { storage, problems } = await open(name, {
    clock: {
      now: Date.now,
      // Only the next try comes sooner: the disk has the time that it needs.
      after: (ms, act) => {
        const timer = setTimeout(act, ms > 4000 ? 20 : ms);
        return () => clearTimeout(timer);
      },
    },
    loadRest: async () => {
      tries += 1;
      if (tries < 3) throw new TypeError('offline');
      return { createStorage };
    },
  });
  expect(await storage.put('drafts', 'c', 'typed meanwhile')).toBe(true);
  expect(problems).toEqual(['not-loaded']);
  expect(tries).toBe(3);
});

test('where nothing was kept yet, nobody who reads waits for the code for the key', async () => {
  const name = createId();
  let asked = 0;
  let come = () => {};
  const code = new Promise<{ createStorage: CreateRest }>((resolve) => {
    come = () => resolve({ createStorage });
  });
  const { storage } = await open(name, {
    isKeyLater: true,
    loadRest: () => {
      asked += 1;
      return code;
    },
  });
  expect(await storage.get('drafts', 'c')).toBeUndefined();
  expect(await storage.all('notes')).toEqual([]);
  expect(asked).toBe(0);
  const kept = storage.put('drafts', 'c', 'typed meanwhile');
  expect(await storage.get('drafts', 'c')).toBe('typed meanwhile');
  expect(asked).toBe(1);
  come();
  expect(await kept).toBe(true);
  // From then on the disk is asked, by a tab that comes later too.
  const later = await open(name, {});
  expect(await later.storage.get('drafts', 'c')).toBe('typed meanwhile');
});

test('a tab that was here first hears what another one wrote before it could listen', async () => {
  const name = createId();
  let come = () => {};
  const code = new Promise<{ createStorage: CreateRest }>((resolve) => {
    come = () => resolve({ createStorage });
  });
  const first = await open(name, { isKeyLater: true, loadRest: () => code });
  const heard: unknown[] = [];
  first.storage.subscribe('drafts', (key, value) => heard.push([key, value]));
  const second = await open(name, {});
  expect(await second.storage.put('drafts', 'c', 'typed there')).toBe(true);
  expect(heard).toEqual([]);
  first.storage.findKey();
  come();
  await vi.waitFor(() => expect(heard).toEqual([['c', 'typed there']]));
  expect(await first.storage.get('drafts', 'c')).toBe('typed there');
});
