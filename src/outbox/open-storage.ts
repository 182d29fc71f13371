import { type Clock, systemClock } from '../shared/clock.ts';
import type { DeskStorage, StorageListener, StoreName } from './desk-storage.ts';
import { openDatabase } from './open-database.ts';
import { runTransaction } from './run-transaction.ts';
import { openStorageChannel, type StorageChange, type StorageChannel } from './storage-channel.ts';
import { type StorageProblem, toStorageProblem } from './storage-problem.ts';

export type { DeskStorage } from './desk-storage.ts';

/** What a storage needs; all but the first two stand in for the browser's own. */
export interface StorageOptions {
  readonly name: string;
  /** Told once for each kind; the storage works on in memory. */
  readonly onProblem: (problem: StorageProblem) => void;
  readonly factory?: IDBFactory;
  readonly clock?: Clock;
  readonly channel?: StorageChannel;
}

type Place = readonly [store: StoreName, key: string];

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) =>
  left < right ? -1 : 1;

/** Opens what the desk keeps. Always resolves; see {@link DeskStorage} for what happens without a disk. */
export async function openStorage(options: StorageOptions): Promise<DeskStorage> {
  const { name, onProblem, factory, clock = systemClock } = options;
  const told = new Set<StorageProblem['kind']>();
  const report = (problem: StorageProblem) => {
    if (told.has(problem.kind)) return;
    told.add(problem.kind);
    onProblem(problem);
  };
  // A copy of what was read and written, for the day when the disk is not there any more.
  const memory = new Map<string, unknown>();
  // Where memory is right and the disk is not.
  const unsaved = new Map<string, Place>();
  const listeners = new Map<StoreName, Set<StorageListener>>();
  const idOf = (...place: Place) => place.join('/');

  let database: IDBDatabase | undefined;
  const opened = await openDatabase({
    name,
    factory,
    clock,
    onLost: (problem) => {
      database = undefined;
      report(problem);
    },
  });
  if (opened.ok) database = opened.value;
  else report(opened.error);

  /** Runs against the disk; undefined when that did not work. */
  const attempt = async <T>(run: (database: IDBDatabase) => Promise<T>) => {
    if (!database) return undefined;
    try {
      return { value: await run(database) };
    } catch (error) {
      const problem = toStorageProblem(error);
      // Once open, it was not forbidden: then the connection is gone.
      report(problem.kind === 'forbidden' ? { kind: 'broken' } : problem);
      return undefined;
    }
  };

  const remember = ({ store, key, value, saved }: StorageChange) => {
    const id = idOf(store, key);
    if (value === undefined) memory.delete(id);
    else memory.set(id, value);
    if (saved) unsaved.delete(id);
    else unsaved.set(id, [store, key]);
  };
  const tell = ({ store, key, value }: StorageChange) => {
    for (const listener of [...(listeners.get(store) ?? [])]) listener(key, value);
  };

  let channel = options.channel ?? openStorageChannel(name);
  if (channel) {
    channel.onmessage = ({ data }) => {
      remember(data);
      tell(data);
    };
  }

  const wrote = (store: StoreName, key: string, value: unknown, saved: boolean) => {
    const change = { store, key, value, saved };
    // A later write may have gone ahead of this one in memory; then that one decides.
    if (memory.get(idOf(store, key)) === value) remember(change);
    channel?.postMessage(change);
    tell(change);
    const [place] = unsaved.values();
    // There is room again: bring over what had to wait, one by one.
    if (saved && place) void write(...place, memory.get(idOf(...place)));
    return saved;
  };

  const write = async (store: StoreName, key: string, value: unknown): Promise<boolean> => {
    const id = idOf(store, key);
    if (value === undefined) memory.delete(id);
    else memory.set(id, value);
    const done = await attempt((disk) =>
      runTransaction(disk, store, 'readwrite', (rows) => {
        if (value === undefined) rows.delete(key);
        else rows.put(value, key);
        // At once, not after the answer: a page that is going away does not hear answers.
        rows.transaction.commit();
        return () => true;
      }),
    );
    return wrote(store, key, value, done !== undefined);
  };

  return {
    get durable() {
      return database !== undefined && unsaved.size === 0;
    },
    get: async (store, key) => {
      const id = idOf(store, key);
      const read = unsaved.has(id)
        ? undefined
        : await attempt((disk) =>
            runTransaction<unknown>(disk, store, 'readonly', (rows) => {
              const request = rows.get(key);
              return () => request.result;
            }),
          );
      if (!read) return memory.get(id);
      if (read.value !== undefined && !memory.has(id)) memory.set(id, read.value);
      return read.value;
    },
    all: async (store) => {
      const read = await attempt((disk) =>
        runTransaction(disk, store, 'readonly', (rows) => {
          const keys = rows.getAllKeys();
          const values = rows.getAll();
          return () => [keys.result, values.result as unknown[]] as const;
        }),
      );
      const found = new Map<string, unknown>();
      const prefix = idOf(store, '');
      const [keys, values] = read?.value ?? [[], []];
      keys.forEach((key, index) => {
        const id = idOf(store, String(key));
        if (!memory.has(id)) memory.set(id, values[index]);
        if (!unsaved.has(id)) found.set(String(key), values[index]);
      });
      for (const [id, value] of memory) {
        if (id.startsWith(prefix) && (!read || unsaved.has(id)))
          found.set(id.slice(prefix.length), value);
      }
      return [...found].sort(byKey);
    },
    put: (store, key, value) => write(store, key, structuredClone(value)),
    remove: (store, key) => write(store, key, undefined),
    update: async (store, key, change) => {
      const id = idOf(store, key);
      let decided: { readonly old: unknown; readonly next: unknown } | undefined;
      const decide = (old: unknown) => {
        decided = { old, next: change(old) };
        return decided;
      };
      const done = unsaved.has(id)
        ? undefined
        : await attempt((disk) =>
            runTransaction(disk, store, 'readwrite', (rows, fail) => {
              const request = rows.get(key);
              request.onsuccess = () => {
                try {
                  const { old, next } = decide(request.result);
                  if (next === undefined) rows.delete(key);
                  else if (next !== old) rows.put(next, key);
                } catch (error) {
                  fail(error);
                }
              };
              return () => true;
            }),
          );
      const { old, next } = decided ?? decide(memory.get(id));
      if (next === old) return old;
      if (next === undefined) memory.delete(id);
      else memory.set(id, next);
      wrote(store, key, next, done !== undefined);
      return next;
    },
    subscribe: (store, listener) => {
      const group = listeners.get(store) ?? new Set();
      listeners.set(store, group.add(listener));
      return () => group.delete(listener);
    },
    close: () => {
      channel?.close();
      channel = undefined;
      listeners.clear();
      database?.close();
      database = undefined;
    },
  };
}
