import type { StorageProblem } from './storage-problem.ts';
import type { StoreName } from './store-names.ts';

/** What came of opening a sealed row. */
export type Opened =
  | { readonly kind: 'row'; readonly key: string; readonly value: unknown }
  /** Not whole, or not sealed with this key. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer-version' };

/**
 * Seals what is written to the disk and opens what is read (docs/adr/0019-kept-safe.md). All but
 * `learn` answers at once: a page that is going away hears nothing later.
 */
export interface Cipher {
  /** The name of a row: the same for the same key, and it says nothing of it. */
  nameOf(store: StoreName, key: string): string;
  /** Key and value, sealed; undefined while `learn` has not read a blob in it. */
  seal(store: StoreName, key: string, value: unknown): Uint8Array<ArrayBuffer> | undefined;
  /** @param row untrusted: anything may stand on a disk */
  open(store: StoreName, name: string, row: unknown): Opened;
  /** Reads the blobs in a value. */
  learn(value: unknown): Promise<void>;
}

/** The settings have to be read before the key is there: who unlocks must read and hear the screen. */
export const isPlain = (store: StoreName, key: string): boolean =>
  store === 'settings' && (key === 'agent' || key === 'applied-profiles');

/** What is kept can be read and written. */
export interface OpenedVault {
  readonly cipher: Cipher;
  /** Something the agent has to know. */
  readonly told?: StorageProblem;
  /** At a shared computer: ends the shift in all tabs and begins anew with an empty desk. */
  readonly leave?: (reason: 'wiped' | 'wiped-idle') => void;
}
