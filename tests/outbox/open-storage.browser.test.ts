import { describe, expect, test, vi } from 'vitest';
import { createId } from '../../src/shared/id.ts';
import { factoryWith, open } from './open-storage-rig.ts';

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

  test('a reply outlives a power cut: it is on the disk itself when it is said to be kept', async () => {
    const hints: string[] = [];
    const factory = factoryWith((database) => {
      const begin = database.transaction.bind(database);
      database.transaction = (...asked: Parameters<typeof begin>) => {
        const [stores, mode] = asked;
        const transaction = begin(...asked);
        const [store, ...others] = [stores].flat();
        // Others are those that make the key.
        if (mode === 'readwrite' && !others.length)
          hints.push(`${store} ${transaction.durability}`);
        return transaction;
      };
    });
    const { storage } = await open(createId(), { factory });
    await storage.put('outbox', 'm', 'words');
    await storage.update('outbox', 'm', () => 'sent');
    await storage.put('drafts', 'c', 'half a thought');
    expect(hints).toEqual(['outbox strict', 'outbox strict', 'drafts default']);
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
