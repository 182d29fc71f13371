import { describe, expect, test, vi } from 'vitest';
import { createId } from '../../src/shared/id.ts';
import { factoryWith, fullFactory, open } from './open-storage-rig.ts';

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
    const name = createId();
    const before = await open(name);
    await before.storage.put('notes', 'b', 2);
    before.storage.close();
    const { storage, problems } = await open(name, { factory });
    expect(await storage.put('notes', 'a', 1)).toBe(false);
    expect(await storage.all('notes')).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
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
