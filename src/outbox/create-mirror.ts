import type { DeskStorage, StoreName } from './desk-storage.ts';

/** A store held in memory, kept like the disk and like the other tabs. */
export interface Mirror<T> {
  /** The first reading. */
  readonly loaded: Promise<void>;
  readonly entries: ReadonlyMap<string, T>;
  /** Reads everything again. */
  refresh(): Promise<void>;
}

/**
 * Mirrors a store.
 * @param parse makes a value of what was stored, or undefined of what is not one: the disk is not trusted
 * @param onChange is told of each change, with what stood there before
 * @param order the order in which it is told what was read; without it, that of the keys
 */
export function createMirror<T>(options: {
  readonly storage: DeskStorage;
  readonly store: StoreName;
  readonly parse: (value: unknown) => T | undefined;
  readonly onChange?: (before: T | undefined, after: T | undefined) => void;
  readonly order?: (one: T, other: T) => number;
}): Mirror<T> {
  const { storage, store, parse, onChange, order } = options;
  const entries = new Map<string, T>();
  // A change that is told while everything is being read is newer than what will be read.
  const readings = new Set<Set<string>>();
  const set = (key: string, value: unknown) => {
    const before = entries.get(key);
    const after = parse(value);
    if (after === undefined) entries.delete(key);
    else entries.set(key, after);
    onChange?.(before, after);
  };
  storage.subscribe(store, (key, value) => {
    for (const changed of readings) changed.add(key);
    set(key, value);
  });
  const refresh = async () => {
    const changed = new Set<string>();
    readings.add(changed);
    const rows = new Map(await storage.all(store));
    readings.delete(changed);
    const read = [...rows].map(([key, value]) => ({ key, value, entry: parse(value) }));
    if (order)
      read.sort(({ entry: one }, { entry: other }) => (one && other ? order(one, other) : 0));
    for (const key of entries.keys()) if (!changed.has(key) && !rows.has(key)) set(key, undefined);
    for (const { key, value } of read) if (!changed.has(key)) set(key, value);
  };
  return { loaded: refresh(), entries, refresh };
}
