import type { DeskStorage, StorageListener, StoreName } from '../../src/outbox/desk-storage.ts';

/** A disk that several tabs share, without a browser. */
export interface Disk {
  /** Opens it as another tab; a closed tab neither writes nor hears. */
  open(): DeskStorage;
  readonly rows: Map<string, unknown>;
  /** How many writes there were. */
  writes: number;
}

/** Makes an empty disk. Each operation takes one turn of the event queue, as a real one takes time. */
export function createDisk(): Disk {
  const rows = new Map<string, unknown>();
  const tabs = new Set<Map<StoreName, Set<StorageListener>>>();
  const disk: Disk = {
    rows,
    writes: 0,
    open: () => {
      const listeners = new Map<StoreName, Set<StorageListener>>();
      tabs.add(listeners);
      // A tab that is gone gets no answers, so nothing of it runs on.
      const turn = () =>
        tabs.has(listeners) ? Promise.resolve() : new Promise<never>(() => undefined);
      const write = (store: StoreName, key: string, value: unknown) => {
        disk.writes += 1;
        if (value === undefined) rows.delete(`${store}/${key}`);
        else rows.set(`${store}/${key}`, structuredClone(value));
        for (const tab of tabs) for (const listener of tab.get(store) ?? []) listener(key, value);
      };
      return {
        findKey: () => {},
        door: Object.assign(new EventTarget(), { name: 'test' }),
        durable: true,
        get: async (store, key) => {
          await turn();
          return rows.get(`${store}/${key}`);
        },
        all: async (store) => {
          await turn();
          return [...rows]
            .filter(([id]) => id.startsWith(`${store}/`))
            .map(([id, value]) => [id.slice(store.length + 1), value] as const)
            .sort();
        },
        put: async (store, key, value) => {
          await turn();
          write(store, key, value);
          return true;
        },
        remove: async (store, key) => {
          await turn();
          write(store, key, undefined);
          return true;
        },
        update: async (store, key, change) => {
          await turn();
          const old = rows.get(`${store}/${key}`);
          const next = change(old);
          if (next !== old) write(store, key, next);
          return next;
        },
        subscribe: (store, listener) => {
          const group = listeners.get(store) ?? new Set();
          listeners.set(store, group.add(listener));
          return () => group.delete(listener);
        },
        changeKeys: async () => true,
        leave: () => false,
        close: () => void tabs.delete(listeners),
      };
    },
  };
  return disk;
}
