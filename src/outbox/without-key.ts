import type { DeskStorage, StorageListener, StoreName } from './desk-storage.ts';

/**
 * A storage to send by while the key is not there: messages live in memory, so that a practice goes on;
 * all else waits for the key, and nobody waits for it.
 */
export function withoutKey(storage: DeskStorage): DeskStorage {
  const rows = new Map<string, unknown>();
  const listeners = new Map<StoreName, Set<StorageListener>>();
  const idOf = (store: StoreName, key: string) => `${store}/${key}`;
  const write = (store: StoreName, key: string, value: unknown) => {
    if (value === undefined) rows.delete(idOf(store, key));
    else rows.set(idOf(store, key), structuredClone(value));
    for (const listener of [...(listeners.get(store) ?? [])]) listener(key, value);
    return Promise.resolve(true);
  };
  return {
    ...storage,
    durable: false,
    get: async (store, key) => rows.get(idOf(store, key)),
    all: async (store) =>
      [...rows]
        .filter(([id]) => id.startsWith(idOf(store, '')))
        .map(([id, value]) => [id.slice(store.length + 1), value] as const),
    put: write,
    remove: (store, key) => write(store, key, undefined),
    update: async (store, key, change) => {
      // The draft whose words have gone stands on the disk.
      if (store === 'drafts') {
        void storage.update(store, key, change);
        return undefined;
      }
      const old = rows.get(idOf(store, key));
      const next = change(old);
      if (next !== old) await write(store, key, next);
      return next;
    },
    subscribe: (store, listener) => {
      const group = listeners.get(store) ?? new Set();
      listeners.set(store, group.add(listener));
      return () => group.delete(listener);
    },
  };
}
