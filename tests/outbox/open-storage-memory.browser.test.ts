import { describe, expect, test } from 'vitest';
import type { DeskStorage } from '../../src/outbox/desk-storage.ts';
import { createId } from '../../src/shared/id.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { factoryWith, open, request } from './open-storage-rig.ts';

describe('without a disk it says so once and works on in memory', () => {
  const worksInMemory = async (storage: DeskStorage) => {
    expect(await storage.put('notes', 'b', 2)).toBe(false);
    expect(await storage.put('notes', 'a', { text: 'kept' })).toBe(false);
    expect(await storage.get('notes', 'a')).toEqual({ text: 'kept' });
    expect(await storage.update('notes', 'b', (old) => Number(old) + 1)).toBe(3);
    expect(await storage.all('notes')).toEqual([
      ['a', { text: 'kept' }],
      ['b', 3],
    ]);
    await storage.remove('notes', 'a');
    expect(await storage.all('notes')).toEqual([['b', 3]]);
    expect(storage.durable).toBe(false);
  };

  test.each([
    ['SecurityError', 'forbidden'],
    ['InvalidStateError', 'forbidden'],
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'broken'],
  ])('opening throws %s: %s', async (error, kind) => {
    const factory = {
      open: () => {
        throw new DOMException('no', error);
      },
    } as unknown as IDBFactory;
    const { storage, problems } = await open(createId(), { factory });
    await worksInMemory(storage);
    expect(problems).toEqual([kind]);
  });

  test('a browser without IndexedDB: forbidden', async () => {
    const { storage, problems } = await open(createId(), { factory: {} as IDBFactory });
    await worksInMemory(storage);
    expect(problems).toEqual(['forbidden']);
  });

  test('a database of a newer desk: left as it is', async () => {
    const name = createId();
    const asked = indexedDB.open(name, 7);
    asked.onupgradeneeded = () => asked.result.createObjectStore('future').put('precious', 'x');
    (await request(asked)).close();
    const { storage, problems } = await open(name);
    await worksInMemory(storage);
    expect(problems).toEqual(['newer-version']);
    const still = await request(indexedDB.open(name));
    expect(still.version).toBe(7);
    expect(await request(still.transaction('future').objectStore('future').get('x'))).toBe(
      'precious',
    );
    still.close();
  });

  test('a newer desk in another tab: lets go at once, keeps what it has read', async () => {
    const name = createId();
    const { storage, problems } = await open(name);
    await storage.put('notes', 'a', 'written');
    const asked = indexedDB.open(name, 7);
    (await request(asked)).close();
    expect(problems).toEqual(['newer-version']);
    expect(await storage.get('notes', 'a')).toBe('written');
    expect(await storage.put('notes', 'b', 'new')).toBe(false);
    expect(await storage.all('notes')).toEqual([
      ['a', 'written'],
      ['b', 'new'],
    ]);
  });

  test('a database that somebody deletes: keeps what it has read', async () => {
    const name = createId();
    const before = await open(name);
    await before.storage.put('notes', 'a', 'read');
    before.storage.close();
    const { storage, problems } = await open(name);
    await storage.all('notes');
    await request(indexedDB.deleteDatabase(name));
    expect(problems).toEqual(['gone']);
    expect(await storage.get('notes', 'a')).toBe('read');
    expect(await storage.put('notes', 'b', 'new')).toBe(false);
    expect(problems).toEqual(['gone']);
    // A reload has things kept again.
    storage.close();
    const { storage: next, problems: later } = await open(name);
    expect(await next.put('notes', 'c', 1)).toBe(true);
    expect(later).toEqual([]);
  });

  test('a database that the browser closes by force: keeps what it has read, and says it once', async () => {
    let close = () => {};
    const factory = factoryWith((database) => {
      close = () => database.dispatchEvent(new Event('close'));
    });
    const { storage, problems } = await open(createId(), { factory });
    await storage.put('notes', 'a', 'read');
    close();
    expect(await storage.get('notes', 'a')).toBe('read');
    expect(await storage.put('notes', 'b', 'new')).toBe(false);
    expect(await storage.all('notes')).toEqual([
      ['a', 'read'],
      ['b', 'new'],
    ]);
    expect(problems).toEqual(['gone']);
  });

  test('a database with other contents than ours: broken', async () => {
    const name = createId();
    (await request(indexedDB.open(name, 1))).close();
    const { storage, problems } = await open(name);
    await worksInMemory(storage);
    expect(problems).toEqual(['broken']);
  });

  test('a request that is never answered: broken after ten seconds', async () => {
    const clock = createFakeClock();
    const factory = { open: () => ({}) } as unknown as IDBFactory;
    const opening = open(createId(), { factory, clock });
    await clock.advance(10_000);
    const { storage, problems } = await opening;
    await worksInMemory(storage);
    expect(problems).toEqual(['broken']);
  });

  test('an older tab that does not let go: broken, and the database is let go of later', async () => {
    const name = createId();
    const stubborn = await request(indexedDB.open(name, 1));
    const deleting = indexedDB.deleteDatabase(name);
    await new Promise((done) => {
      deleting.onblocked = done;
    });
    const clock = createFakeClock();
    const opening = open(name, { clock });
    await clock.advance(10_000);
    const { storage, problems } = await opening;
    await worksInMemory(storage);
    expect(problems).toEqual(['broken']);
    stubborn.close();
    await request(deleting);
    // Nothing of ours holds it: it can be deleted again.
    await request(indexedDB.deleteDatabase(name));
  });
});
