import { systemClock } from '../shared/clock.ts';
import { isPlain } from './cipher.ts';
import type { DeskStorage, StorageListener, StoreName } from './desk-storage.ts';
import type { Door } from './door.ts';
import { openDatabase } from './open-database.ts';
import { type Beginning, idOf, type Rest, type StorageOptions } from './storage-beginning.ts';
import type { StorageProblem } from './storage-problem.ts';

export type { DeskStorage } from './desk-storage.ts';

/** How long until the rest is fetched again, in milliseconds. */
const untilNextTry = 5000;

/**
 * Opens what the desk keeps. Always resolves; see {@link DeskStorage} for what happens without a disk.
 * The first screen has only this part, which reads the settings: all else is sealed, and comes with
 * what finds the key (`create-storage.ts`). What is written meanwhile waits for it.
 */
export async function openStorage(options: StorageOptions): Promise<DeskStorage> {
  const { name, onProblem, factory, clock = systemClock } = options;
  const { loadRest = () => import('./create-storage.ts') } = options;
  const told = new Set<StorageProblem['kind']>();
  const door: Door = Object.assign(new EventTarget(), { name });
  const memory = new Map<string, unknown>();
  const listeners = new Map<StoreName, Set<StorageListener>>();
  const own: Beginning = {
    options,
    door,
    database: undefined,
    memory,
    listeners,
    isNew: false,
    report: (problem) => {
      door.problem = problem.kind;
      if (told.has(problem.kind)) return;
      told.add(problem.kind);
      onProblem(problem);
    },
  };
  const lose = () => {
    own.database = undefined;
    own.onLost?.();
  };
  const opened = await openDatabase({
    name,
    factory,
    clock,
    // Nothing is in it yet: no reader waits for the rest, which takes seconds on a slow link; a writer does.
    onMade: () => {
      own.isNew = options.isKeyLater ?? false;
    },
    onLost: (problem) => {
      lose();
      own.report(problem);
    },
  });
  if (opened.ok) own.database = opened.value;
  else own.report(opened.error);

  let rest: Rest | undefined;
  let coming: Promise<Rest> | undefined;
  let isClosed = false;
  const fetchRest = async (): Promise<Rest> => {
    const part = await loadRest().catch(() => undefined);
    if (!part) {
      own.report({ kind: 'not-loaded' });
      await new Promise<void>((resolve) => clock.after(untilNextTry, resolve));
      return fetchRest();
    }
    rest = part.createStorage(own);
    if (isClosed) rest.close();
    return rest;
  };
  const ask = () => {
    coming ??= fetchRest();
    return coming;
  };
  /** Done at once where it can be: a page that is going away hears nothing later. */
  const through = <T>(act: (with_: Rest) => Promise<T>): Promise<T> =>
    rest ? act(rest) : ask().then(act);
  if (!own.isNew) void ask();

  const write = (store: StoreName, key: string, value: unknown) => {
    if (!rest) memory.set(idOf(store, key), value);
    return through((storage) => storage.write(store, key, value));
  };
  const readPlain = (store: StoreName, key: string) =>
    new Promise<unknown>((resolve, reject) => {
      const request = own.database?.transaction(store).objectStore(store).get(key);
      if (!request) return reject();
      request.onsuccess = () => resolve(request.result);
      request.onerror = reject;
    });

  return {
    door,
    findKey: () => void ask(),
    get durable() {
      return rest?.durable ?? own.database !== undefined;
    },
    get: async (store, key) => {
      const id = idOf(store, key);
      if (!rest && (own.isNew || !own.database || memory.has(id))) return memory.get(id);
      const read = () => through((storage) => storage.get(store, key));
      return rest || !isPlain(store, key) ? read() : readPlain(store, key).catch(read);
    },
    all: async (store) =>
      !rest && own.isNew && memory.size === 0 ? [] : through((storage) => storage.all(store)),
    put: (store, key, value) => write(store, key, structuredClone(value)),
    remove: (store, key) => write(store, key, undefined),
    update: (store, key, change) => through((storage) => storage.update(store, key, change)),
    subscribe: (store, listener) => {
      const group = listeners.get(store) ?? new Set();
      listeners.set(store, group.add(listener));
      return () => group.delete(listener);
    },
    changeKeys: (change) => through((storage) => storage.changeKeys(change)),
    leave: (reason) => rest?.leave(reason) ?? false,
    close: () => {
      isClosed = true;
      rest?.close();
      door.line?.close();
      listeners.clear();
      own.database?.close();
      lose();
    },
  };
}
