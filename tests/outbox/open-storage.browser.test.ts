import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DeskStorage } from '../../src/outbox/desk-storage.ts';
import { openStorage, type StorageOptions } from '../../src/outbox/open-storage.ts';
import { createId } from '../../src/shared/id.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const opened: DeskStorage[] = [];
afterEach(() => {
  for (const storage of opened.splice(0)) storage.close();
});

const open = async (name: string, options: Partial<StorageOptions> = {}) => {
  const problems: string[] = [];
  const onProblem = ({ kind }: { readonly kind: string }) => problems.push(kind);
  const storage = await openStorage({ name, onProblem, ...options });
  opened.push(storage);
  return { storage, problems };
};

const request = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** A factory whose database does as the test says. */
const factoryWith = (change: (database: IDBDatabase) => void): IDBFactory =>
  ({
    open: (name: string, version?: number) => {
      const asked = indexedDB.open(name, version);
      asked.addEventListener('success', () => change(asked.result));
      return asked;
    },
  }) as unknown as IDBFactory;

/** A disk that takes nothing as long as `isFull`. */
const fullFactory = (isFull: () => boolean) =>
  factoryWith((database) => {
    const begin = database.transaction.bind(database);
    database.transaction = (...asked: Parameters<typeof begin>) => {
      const transaction = begin(...asked);
      const find = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => {
        const rows = find(name);
        const put = rows.put.bind(rows);
        rows.put = (...row: Parameters<typeof put>) => {
          if (isFull()) throw new DOMException('no room', 'QuotaExceededError');
          return put(...row);
        };
        return rows;
      };
      return transaction;
    };
  });

describe('on a disk', () => {
  test('what was put is there after a reload, store by store and by key', async () => {
    const name = createId();
    const { storage, problems } = await open(name);
    expect(await storage.put('notes', 'b', { text: '你好' })).toBe(true);
    expect(await storage.put('notes', 'a', [1, 2])).toBe(true);
    expect(await storage.put('canned', 'a', 'other')).toBe(true);
    storage.close();
    const { storage: next } = await open(name);
    expect(await next.get('notes', 'b')).toEqual({ text: '你好' });
    expect(await next.all('notes')).toEqual([
      ['a', [1, 2]],
      ['b', { text: '你好' }],
    ]);
    expect(await next.get('notes', 'nobody')).toBeUndefined();
    expect(next.durable).toBe(true);
    expect(problems).toEqual([]);
  });

  test('what was removed is gone', async () => {
    const name = createId();
    const { storage } = await open(name);
    await storage.put('notes', 'a', 1);
    expect(await storage.remove('notes', 'a')).toBe(true);
    expect(await storage.all('notes')).toEqual([]);
    expect(await (await open(name)).storage.get('notes', 'a')).toBeUndefined();
  });

  test('tabs hear of each other, and of themselves, until they stop listening', async () => {
    const name = createId();
    const { storage: here } = await open(name);
    const { storage: there } = await open(name);
    const heard: string[] = [];
    const end = there.subscribe('notes', (key, value) => heard.push(`there ${key} ${value}`));
    here.subscribe('notes', (key, value) => heard.push(`here ${key} ${value}`));
    here.subscribe('drafts', () => heard.push('wrong store'));
    await here.put('notes', 'a', 1);
    await here.remove('notes', 'a');
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    expect(heard.toSorted()).toEqual([
      'here a 1',
      'here a undefined',
      'there a 1',
      'there a undefined',
    ]);
    end();
    await here.put('notes', 'b', 2);
    await vi.waitFor(() => expect(heard).toContain('here b 2'));
    await new Promise((done) => setTimeout(done, 30));
    expect(heard).not.toContain('there b 2');
  });

  test('no two tabs come between each other: 40 steps of counting give 40', async () => {
    const name = createId();
    const tabs = [await open(name), await open(name)];
    const count = (old: unknown) => Number(old ?? 0) + 1;
    const steps = Array.from({ length: 40 }, (_, index) =>
      tabs[index % 2]?.storage.update('cursors', 'n', count),
    );
    await Promise.all(steps);
    expect(await tabs[0]?.storage.get('cursors', 'n')).toBe(40);
  });

  test('an update may leave, change or remove, and says what then stands there', async () => {
    const { storage } = await open(createId());
    const heard: unknown[] = [];
    storage.subscribe('cursors', (_key, value) => heard.push(value));
    expect(await storage.update('cursors', 'n', () => 'first')).toBe('first');
    expect(await storage.update('cursors', 'n', (old) => old)).toBe('first');
    expect(await storage.update('cursors', 'n', () => undefined)).toBeUndefined();
    expect(await storage.all('cursors')).toEqual([]);
    expect(heard).toEqual(['first', undefined]);
  });

  test('a value that cannot be stored is a bug and says so', async () => {
    const { storage, problems } = await open(createId());
    const cannot = async () => storage.put('notes', 'a', () => 1);
    await expect(cannot()).rejects.toThrow(/could not be cloned/);
    expect(problems).toEqual([]);
  });
});

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
    expect(problems).toEqual(['broken']);
    expect(await storage.get('notes', 'a')).toBe('read');
  });

  test('a database with other contents than ours: broken', async () => {
    const name = createId();
    (await request(indexedDB.open(name, 1))).close();
    const { storage, problems } = await open(name);
    await worksInMemory(storage);
    expect(problems).toEqual(['broken']);
  });

  test('a request that is never answered: broken after four seconds', async () => {
    const clock = createFakeClock();
    const factory = { open: () => ({}) } as unknown as IDBFactory;
    const opening = open(createId(), { factory, clock });
    await clock.advance(4000);
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
    await clock.advance(4000);
    const { storage, problems } = await opening;
    await worksInMemory(storage);
    expect(problems).toEqual(['broken']);
    stubborn.close();
    await request(deleting);
    // Nothing of ours holds it: it can be deleted again.
    await request(indexedDB.deleteDatabase(name));
  });
});

describe('when the disk is full', () => {
  test('it says so once; reading goes on from the disk, writing in memory', async () => {
    const name = createId();
    const before = await open(name);
    await before.storage.put('notes', 'old', 'on the disk');
    before.storage.close();
    const { storage, problems } = await open(name, { factory: fullFactory(() => true) });
    expect(storage.durable).toBe(true);
    expect(await storage.put('notes', 'new', 'in memory')).toBe(false);
    expect(await storage.put('notes', 'old', 'changed')).toBe(false);
    expect(await storage.update('notes', 'more', () => 'too')).toBe('too');
    expect(await storage.all('notes')).toEqual([
      ['more', 'too'],
      ['new', 'in memory'],
      ['old', 'changed'],
    ]);
    expect(await storage.get('notes', 'old')).toBe('changed');
    expect(storage.durable).toBe(false);
    expect(problems).toEqual(['full']);
  });

  test('a disk that tells it only when all was handed over is believed', async () => {
    const factory = factoryWith((database) => {
      const begin = database.transaction.bind(database);
      database.transaction = (...asked: Parameters<typeof begin>) => {
        if (asked[1] !== 'readwrite') return begin(...asked);
        const late = {
          error: new DOMException('no room', 'QuotaExceededError'),
          onabort: () => undefined,
          commit: () => void setTimeout(() => late.onabort()),
          objectStore: () => ({ put: () => undefined, transaction: late }),
        };
        return late as unknown as IDBTransaction;
      };
    });
    const { storage, problems } = await open(createId(), { factory });
    expect(await storage.put('notes', 'a', 1)).toBe(false);
    expect(await storage.all('notes')).toEqual([['a', 1]]);
    expect(storage.durable).toBe(false);
    expect(problems).toEqual(['full']);
  });

  test('when there is room again, all that had to wait is written', async () => {
    const name = createId();
    let isFull = true;
    const { storage, problems } = await open(name, { factory: fullFactory(() => isFull) });
    for (const key of ['a', 'b', 'c']) await storage.put('notes', key, key);
    isFull = false;
    expect(await storage.put('notes', 'd', 'd')).toBe(true);
    await vi.waitFor(() => expect(storage.durable).toBe(true));
    expect(problems).toEqual(['full']);
    storage.close();
    const { storage: next } = await open(name);
    expect((await next.all('notes')).map(([key]) => key)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('other tabs have what only memory holds, and bring it to their disk', async () => {
    const name = createId();
    const { storage: here } = await open(name, { factory: fullFactory(() => true) });
    const { storage: there } = await open(name);
    await here.put('outbox', 'm', { text: 'unsent' });
    await vi.waitFor(async () =>
      expect(await there.get('outbox', 'm')).toEqual({ text: 'unsent' }),
    );
    await there.put('notes', 'x', 1);
    await vi.waitFor(() => expect(here.durable && there.durable).toBe(true));
    const { storage: next } = await open(name);
    expect(await next.get('outbox', 'm')).toEqual({ text: 'unsent' });
  });
});
