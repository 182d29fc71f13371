import { expect, test, vi } from 'vitest';
import { addLock, removeLock } from '../../../src/outbox/vault/change-locks.ts';
import { openByPassphrase, preparePassphrase } from '../../../src/outbox/vault/locks.ts';
import { openVault } from '../../../src/outbox/vault/open-vault.ts';
import { createSessionHalf } from '../../../src/outbox/vault/session-half.ts';
import { keepForSession } from '../../../src/outbox/vault/shared-computer.ts';
import { countKeptMessages, startAnew } from '../../../src/outbox/vault/start-anew.ts';
import { whenKept } from '../../../src/outbox/when-kept.ts';
import { createId } from '../../../src/shared/id.ts';
import { fullFactory, open, request } from '../open-storage-rig.ts';
import { readRaw } from './read-raw.ts';

const few = 10;
const phrase = 'four words by chance';
const sentence = '我的包裹在哪里？ Where is my parcel?';
const address = 'lin@example.org';

/** A desk with a customer's words, settings and one message that waits, behind a passphrase. */
const setUp = async (name: string) => {
  const desk = await open(name);
  await desk.storage.put('notes', address, sentence);
  await desk.storage.put('outbox', 'm', { text: sentence });
  await desk.storage.put('settings', 'agent', { language: 'zh-CN' });
  expect(await addLock(desk.storage, await preparePassphrase(phrase, few))).toBe(true);
  return desk;
};
const isLocked = async ({ storage }: Awaited<ReturnType<typeof open>>) =>
  vi.waitFor(() => expect(storage.door.state).toBe('locked'));

test('nothing of a customer is on the disk, nor the passphrase; the desk goes on working', async () => {
  const name = createId();
  const { storage, problems } = await setUp(name);
  await storage.put('notes', 'after', sentence);
  expect(await storage.get('notes', address)).toBe(sentence);
  expect(await storage.get('notes', 'after')).toBe(sentence);
  const raw = await readRaw(name);
  for (const secret of ['包裹', 'parcel', 'lin@', phrase]) expect(raw).not.toContain(secret);
  expect(raw).toContain('"language":"zh-CN"');
  expect(problems).toEqual([]);
});

test('the next start waits for it; what is written meanwhile is there afterwards', async () => {
  const name = createId();
  (await setUp(name)).storage.close();
  const next = await open(name);
  await isLocked(next);
  const { storage } = next;
  expect(await storage.get('settings', 'agent')).toEqual({ language: 'zh-CN' });
  const written = storage.put('drafts', 'c', 'typed before');
  const read = storage.get('notes', address);
  expect(await openByPassphrase(storage.door, 'four words')).toBe(false);
  expect(storage.door.state).toBe('locked');
  expect(await openByPassphrase(storage.door, phrase)).toBe(true);
  expect(await read).toBe(sentence);
  expect(await written).toBe(true);
  expect(storage.door.state).toBeUndefined();
  storage.close();
  const after = await open(name);
  await isLocked(after);
  await openByPassphrase(after.storage.door, phrase);
  expect(await after.storage.get('drafts', 'c')).toBe('typed before');
  expect([...next.problems, ...after.problems]).toEqual([]);
});

test('what was overwritten while it waited is not written: the last of it is there at once', async () => {
  const name = createId();
  (await setUp(name)).storage.close();
  let puts = 0;
  const factory = fullFactory(() => {
    puts += 1;
    return false;
  });
  const next = await open(name, { factory });
  await isLocked(next);
  const versions = Array.from({ length: 50 }, (_, version) => ({ version }));
  for (const each of versions) void next.storage.put('training', 'journal', each);
  void next.storage.put('training', 'gone', 1);
  void next.storage.remove('training', 'gone');
  await openByPassphrase(next.storage.door, phrase);
  await whenKept(next.storage);
  expect(puts).toBe(1);
  next.storage.close();
  const after = await open(name);
  await isLocked(after);
  await openByPassphrase(after.storage.door, phrase);
  expect(await after.storage.all('training')).toEqual([['journal', versions.at(-1)]]);
});

test('the key that stood there in the clear opens nothing any more', async () => {
  const name = createId();
  const before = await open(name);
  await before.storage.put('notes', address, sentence);
  const oldRing = await readRaw(name, 'keys');
  await addLock(before.storage, await preparePassphrase(phrase, few));
  const key = before.storage.door.key?.join();
  expect(key).toBeDefined();
  expect(oldRing).not.toContain(key);
  expect(await readRaw(name, 'keys')).not.toContain(key);
});

test('changed: the new one opens, the old one does not', async () => {
  const name = createId();
  const { storage } = await setUp(name);
  await addLock(storage, await preparePassphrase('another four words', few));
  expect(await storage.get('notes', address)).toBe(sentence);
  storage.close();
  const next = await open(name);
  await isLocked(next);
  expect(await openByPassphrase(next.storage.door, phrase)).toBe(false);
  expect(await openByPassphrase(next.storage.door, 'another four words')).toBe(true);
  expect(await next.storage.get('notes', address)).toBe(sentence);
});

test('removed: nobody is asked, all is there, with a key that was not there before', async () => {
  const name = createId();
  const { storage } = await setUp(name);
  const key = storage.door.key?.join();
  expect(await removeLock(storage, 'passphrase')).toBe(true);
  expect(await readRaw(name, 'keys')).not.toContain(key);
  storage.close();
  const next = await open(name);
  expect(await next.storage.get('notes', address)).toBe(sentence);
  expect(next.storage.door.locks).toBeUndefined();
});

test('a second tab is handed the key and does not ask; nor does one that was open before', async () => {
  const name = createId();
  const first = await open(name);
  const beside = await open(name);
  await beside.storage.put('notes', address, sentence);
  await addLock(first.storage, await preparePassphrase(phrase, few));
  expect(await beside.storage.get('notes', address)).toBe(sentence);
  const third = await open(name);
  const states: unknown[] = [];
  third.storage.door.addEventListener('change', () => states.push(third.storage.door.state));
  expect(await third.storage.get('notes', address)).toBe(sentence);
  expect(new Set(states)).toEqual(new Set([undefined]));
  await removeLock(first.storage, 'passphrase');
  await vi.waitFor(async () => {
    await beside.storage.put('notes', 'b', 2);
    expect(await first.storage.get('notes', 'b')).toBe(2);
  });
});

test('unlocked in one tab, it is unlocked in those that wait beside it', async () => {
  const name = createId();
  (await setUp(name)).storage.close();
  const [one, other] = [await open(name), await open(name)];
  await isLocked(one);
  await isLocked(other);
  const read = other.storage.get('notes', address);
  await openByPassphrase(one.storage.door, phrase);
  expect(await read).toBe(sentence);
  expect(other.storage.door.state).toBeUndefined();
});

test('behind a locked screen no other tab is given the key', async () => {
  const name = createId();
  const first = await setUp(name);
  first.storage.door.isHidden = true;
  const beside = await open(name);
  await isLocked(beside);
  expect(beside.storage.door.key).toBeUndefined();
});

test('a key that is not the right one opens nothing, whoever gives it', async () => {
  const name = createId();
  const { storage } = await setUp(name);
  storage.door.isHidden = true;
  const beside = await open(name);
  await isLocked(beside);
  const line = new BroadcastChannel(`harebell-door:${name}`);
  for (const key of [new Uint8Array(32), 'key', new Uint8Array(1), undefined])
    line.postMessage({ key });
  // In order: the last one is the right one.
  line.postMessage({ key: storage.door.key });
  await vi.waitFor(() => expect(beside.storage.door.state).toBeUndefined());
  expect(beside.storage.door.key).toEqual(storage.door.key);
  line.close();
});

test('a tab that waits goes on when another one takes the passphrase away', async () => {
  const name = createId();
  const first = await setUp(name);
  first.storage.door.isHidden = true;
  const beside = await open(name);
  await isLocked(beside);
  const read = beside.storage.get('notes', address);
  await removeLock(first.storage, 'passphrase');
  expect(await read).toBe(sentence);
  expect(beside.storage.door.state).toBeUndefined();
});

test('a shift at a shared computer takes the place of the passphrase', async () => {
  const name = createId();
  const kept = new Map<string, string>();
  const half = createSessionHalf(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }));
  const restart = vi.fn();
  const { storage } = await open(name, {
    openVault: (database, given) => openVault(database, { ...given, half, restart }),
  });
  await storage.put('notes', address, sentence);
  await addLock(storage, await preparePassphrase(phrase, few));
  expect(await keepForSession(storage, half)).toBe(true);
  expect(storage.door.locks).toBeUndefined();
  expect(storage.door.key).toBeUndefined();
  expect(await storage.get('notes', address)).toBe(sentence);
  expect(await readRaw(name, 'keys')).not.toContain('passphrase');
  expect(storage.leave('wiped')).toBe(true);
  expect(restart).toHaveBeenCalledTimes(1);
});

test('a full disk leaves everything as it was, and the passphrase is not set', async () => {
  const name = createId();
  const before = await open(name);
  await before.storage.put('notes', address, sentence);
  before.storage.close();
  const { storage, problems } = await open(name, { factory: fullFactory(() => true) });
  expect(await storage.get('notes', address)).toBe(sentence);
  expect(await addLock(storage, await preparePassphrase(phrase, few))).toBe(false);
  expect(storage.door.key).toBeUndefined();
  expect(problems).toEqual(['full']);
  storage.close();
  expect(await (await open(name)).storage.get('notes', address)).toBe(sentence);
});

test.each([
  ['its passphrase is forgotten', undefined, 'locked'],
  ['its ring is damaged', { version: 1 }, 'key-lost'],
  ['its ring is of a newer desk', { version: 9 }, 'newer-version'],
])(
  'when %s, the desk can start anew: settings stay, what was typed is kept',
  async (_, ring, state) => {
    const name = createId();
    (await setUp(name)).storage.close();
    if (ring) {
      const database = await request(indexedDB.open(name));
      const rings = database.transaction('keys', 'readwrite').objectStore('keys');
      await request(rings.put(ring, 'ring'));
      database.close();
    }
    const { storage } = await open(name);
    await vi.waitFor(() => expect(storage.door.state).toBe(state));
    const beside = await open(name);
    await vi.waitFor(() => expect(beside.storage.door.state).toBe(state));
    const written = storage.put('drafts', 'c', 'typed before');
    expect(await countKeptMessages(storage)).toBe(1);
    expect(await startAnew(storage)).toBe(true);
    await vi.waitFor(() => expect(storage.door.state).toBeUndefined());
    await written;
    // One write that succeeds brings over what had to wait.
    expect(await storage.put('notes', 'x', 1)).toBe(true);
    expect(await storage.get('settings', 'agent')).toEqual({ language: 'zh-CN' });
    expect(await storage.get('notes', address)).toBeUndefined();
    await vi.waitFor(() => expect(storage.durable).toBe(true));
    await beside.storage.put('notes', 'y', 2);
    storage.close();
    beside.storage.close();
    const next = await open(name);
    expect(await next.storage.get('drafts', 'c')).toBe('typed before');
    expect((await next.storage.all('notes')).map(([key]) => key)).toEqual(['x', 'y']);
    expect(next.problems).toEqual([]);
  },
);
