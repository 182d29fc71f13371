import type { Clock } from '../shared/clock.ts';
import { createMirror } from './create-mirror.ts';
import type { DeskStorage, StoreName } from './desk-storage.ts';

/** Values that change with each key press, read at once and written a moment later. */
export interface KeptMap<T> {
  /** Resolves when what was kept has been read; what is set before that stays. */
  readonly loaded: Promise<void>;
  get(key: string): T;
  set(key: string, value: T): void;
  remove(key: string): void;
  /** Writes what has not been written; the requests are made before this returns. */
  flush(): Promise<void>;
}

/** What {@link createKeptMap} needs. */
export interface KeptMapOptions<T> {
  readonly storage: DeskStorage;
  readonly store: StoreName;
  readonly clock: Clock;
  /** At most this long, in milliseconds, a change is not yet on its way to the disk. */
  readonly delay: number;
  /** What stands for a key that has nothing; it is not stored. */
  readonly empty: T;
  readonly isEmpty: (value: T) => boolean;
  readonly parse: (value: unknown) => T | undefined;
}

/**
 * Makes a map that is written `delay` after the first change and not after the last one, so that
 * steady typing is saved all the same.
 */
export function createKeptMap<T>(options: KeptMapOptions<T>): KeptMap<T> {
  const { storage, store, clock, delay, empty, isEmpty, parse } = options;
  const mirror = createMirror<T>({ storage, store, parse });
  const dirty = new Map<string, T>();
  let cancel: (() => void) | undefined;

  const save = async (key: string, value: T) => {
    await (isEmpty(value) ? storage.remove(store, key) : storage.put(store, key, value));
    if (dirty.get(key) === value) dirty.delete(key);
  };
  const flush = async () => {
    cancel?.();
    cancel = undefined;
    await Promise.all([...dirty].map(([key, value]) => save(key, value)));
  };
  const set = (key: string, value: T) => {
    dirty.set(key, value);
    cancel ??= clock.after(delay, () => void flush());
  };
  return {
    loaded: mirror.loaded,
    get: (key) => dirty.get(key) ?? mirror.entries.get(key) ?? empty,
    set,
    remove: (key) => set(key, empty),
    flush,
  };
}
