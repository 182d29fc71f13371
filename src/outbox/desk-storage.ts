import type { Cipher } from './cipher.ts';
import type { Door } from './door.ts';
import type { StoreName } from './store-names.ts';

export type { StoreName } from './store-names.ts';

/** Hears of each change of a store, from this tab and from others; `value` is undefined when it is gone. */
export type StorageListener = (key: string, value: unknown) => void;

/**
 * What the desk keeps between visits. Nothing here fails: what the disk does not take is kept in
 * memory for as long as the tab lives, and tried again later.
 * Values are plain data; one that cannot be cloned (a Solid store, a function) is a bug and throws.
 */
export interface DeskStorage {
  /** Where the key is asked for. */
  readonly door: Door;
  /** Looks for the key, which on a new disk nobody did before the first write. */
  findKey(): void;
  /** Whether all that was put will be there after a reload. */
  readonly durable: boolean;
  /** The value, as untrusted data, or undefined. */
  get(store: StoreName, key: string): Promise<unknown>;
  /** All of a store, by key. */
  all(store: StoreName): Promise<readonly (readonly [string, unknown])[]>;
  /** Keeps a value; the request is made before this returns. True when it is on the disk. */
  put(store: StoreName, key: string, value: unknown): Promise<boolean>;
  /** Forgets a value. True when it is gone from the disk. */
  remove(store: StoreName, key: string): Promise<boolean>;
  /**
   * Reads and writes in one step that no other tab can come between.
   * @param change gives the new value, undefined to remove it, or the old one to leave it
   * @returns what then stands there
   */
  update(store: StoreName, key: string, change: (old: unknown) => unknown): Promise<unknown>;
  /** Calls `listener` on every change; the returned function ends it. */
  subscribe(store: StoreName, listener: StorageListener): () => void;
  /**
   * Changes how what is kept is sealed; what is read and written meanwhile waits, in all tabs.
   * @returns false if it did not work; true also where nothing is on a disk
   */
  changeKeys(change: (database: IDBDatabase, from: Cipher) => Promise<void>): Promise<boolean>;
  /**
   * Ends a shift at a shared computer: everything is wiped and the desk begins anew.
   * @returns false at an own computer, where nothing happens
   */
  leave(reason: 'wiped' | 'wiped-idle'): boolean;
  /** Lets go of the database. */
  close(): void;
}
