import { createRoot } from 'solid-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DeskStorage, openStorage } from '../../src/outbox/open-storage.ts';
import { createCannedStore, loadStarter } from '../../src/session/create-canned-store.ts';
import { createId } from '../../src/shared/id.ts';
import { sample } from '../canned-responses/sample.ts';

const starter = [sample('one'), sample('two')];

const openDisk = async (name: string, factory?: IDBFactory): Promise<DeskStorage> => {
  const storage = await openStorage({
    name,
    onProblem: () => undefined,
    ...(factory && { factory }),
  });
  onTestFinished(() => storage.close());
  return storage;
};
const openStore = async (storage: DeskStorage, load = async () => starter) => {
  const { store, end } = createRoot((dispose) => ({
    store: createCannedStore({ storage, loadStarter: load }),
    end: dispose,
  }));
  onTestFinished(end);
  const isThere = await store.loaded;
  const shortcuts = () => store.library()?.responses.map(({ shortcut }) => shortcut);
  return { ...store, isThere, shortcuts, end };
};
const name = () => `canned-${createId()}`;

describe('the library of a new agent', () => {
  test('is the starter library, which is not stored while it is not changed', async () => {
    const storage = await openDisk(name());
    const store = await openStore(storage);
    expect(store.shortcuts()).toEqual(['one', 'two']);
    expect(await storage.all('canned')).toEqual([]);
  });

  test('is the real one by default', async () => {
    const store = await openStore(await openDisk(name()), async () => [...(await loadStarter())]);
    expect(store.library()?.responses.length).toBeGreaterThanOrEqual(40);
  });

  test('is missing where it cannot be fetched, and that is told', async () => {
    const failing = () => Promise.reject(new Error('no network'));
    const store = await openStore(await openDisk(name()), failing);
    expect(store.isThere).toBe(false);
    expect(store.library()).toBeUndefined();
    expect(() => store.add(sample('new'))).toThrow('before it was read');
  });
});

describe('changes', () => {
  test('are kept', async () => {
    const storage = await openDisk(name());
    const store = await openStore(storage);
    expect(store.add(sample('new')).ok).toBe(true);
    expect(store.edit(sample('one', { folder: 'Other' })).ok).toBe(true);
    expect(store.remove('id-two').ok).toBe(true);
    const again = await openStore(storage);
    expect(again.shortcuts()).toEqual(['one', 'new']);
    expect(again.library()?.responses[0]?.folder).toBe('Other');
  });

  test('that are refused leave everything as it was', async () => {
    const storage = await openDisk(name());
    const store = await openStore(storage);
    expect(store.add(sample('other', { shortcut: 'one' })).ok).toBe(false);
    expect(store.remove('nobody').ok).toBe(false);
    expect(store.undo()).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
    expect(await storage.all('canned')).toEqual([]);
  });

  test('are taken back one by one, and that is kept too', async () => {
    const storage = await openDisk(name());
    const store = await openStore(storage);
    store.remove('id-one');
    store.remove('id-two');
    expect(store.shortcuts()).toEqual([]);
    const undone = store.undo();
    expect(undone.ok && undone.value.response?.shortcut).toBe('two');
    store.undo();
    expect(store.shortcuts()).toEqual(['one', 'two']);
    expect((await openStore(storage)).shortcuts()).toEqual(['one', 'two']);
  });

  test('an empty library stays empty', async () => {
    const storage = await openDisk(name());
    const store = await openStore(storage);
    store.remove('id-one');
    store.remove('id-two');
    expect((await openStore(storage)).shortcuts()).toEqual([]);
  });

  test('imports are merged, and one undo takes them back', async () => {
    const store = await openStore(await openDisk(name()));
    const merged = store.merge([sample('one', { folder: 'New' }), sample('three')], 'replace');
    expect(merged.ok && [merged.value.added, merged.value.replaced]).toEqual([1, 1]);
    expect(store.shortcuts()).toEqual(['one', 'two', 'three']);
    store.undo();
    expect(store.shortcuts()).toEqual(['one', 'two']);
  });

  test('an import that changes nothing is nothing to undo', async () => {
    const store = await openStore(await openDisk(name()));
    expect(store.merge([sample('one')], 'keep').ok).toBe(true);
    expect(store.library()?.changes).toEqual([]);
  });

  test('going back to the starter library can be undone', async () => {
    const store = await openStore(await openDisk(name()));
    store.add(sample('mine'));
    expect(await store.reset()).toBe(true);
    expect(store.shortcuts()).toEqual(['one', 'two']);
    store.undo();
    expect(store.shortcuts()).toEqual(['one', 'two', 'mine']);
  });
});

describe('other tabs', () => {
  test('see what is changed here, and cannot undo it away', async () => {
    const database = name();
    const here = await openStore(await openDisk(database));
    const there = await openStore(await openDisk(database));
    there.remove('id-two');
    await expect.poll(here.shortcuts).toEqual(['one']);
    here.add(sample('mine'));
    await expect.poll(there.shortcuts).toEqual(['one', 'mine']);
    expect(there.undo().ok).toBe(false);
    expect(here.undo().ok).toBe(true);
    await expect.poll(there.shortcuts).toEqual(['one']);
  });

  test('a store that has ended hears nothing more', async () => {
    const storage = await openDisk(name());
    const here = await openStore(storage);
    const there = await openStore(storage);
    here.end();
    there.remove('id-two');
    await expect.poll(there.shortcuts).toEqual(['one']);
    expect(here.shortcuts()).toEqual(['one', 'two']);
  });
});

describe('a bad disk', () => {
  test('that is forbidden: it lives in memory', async () => {
    const forbidden = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const storage = await openDisk(name(), forbidden);
    const store = await openStore(storage);
    store.remove('id-one');
    expect((await openStore(storage)).shortcuts()).toEqual(['two']);
    expect(storage.durable).toBe(false);
  });

  test.each([
    ['nothing of ours', 'text'],
    ['no list', { responses: 7 }],
  ])('with %s: the starter library', async (_title, value) => {
    const storage = await openDisk(name());
    await storage.put('canned', 'library', value);
    expect((await openStore(storage)).shortcuts()).toEqual(['one', 'two']);
  });

  test('with one broken response: the others', async () => {
    const storage = await openDisk(name());
    await storage.put('canned', 'library', { by: 'x', responses: [sample('good'), { id: 3 }] });
    expect((await openStore(storage)).shortcuts()).toEqual(['good']);
  });
});
