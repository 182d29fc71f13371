import { type Cipher, isPlain, type Opened } from './cipher.ts';
import type { StoreName } from './desk-storage.ts';
import { runTransaction } from './run-transaction.ts';

/** Rows of the database by their own keys, whatever stands on the disk in their place. */
export interface SealedRows {
  get(store: StoreName, key: string): Promise<unknown>;
  all(store: StoreName): Promise<ReadonlyMap<string, unknown>>;
  /** The request is made before this returns, but for a value with a blob that was never read. */
  write(store: StoreName, key: string, value: unknown, isStale: () => boolean): Promise<void>;
  /** @param change may be called more than once; only what it gives last counts */
  update(store: StoreName, key: string, change: (old: unknown) => unknown): Promise<void>;
}

/**
 * @param cipher seals and opens; the settings alone are read and written without it
 * @param onBad is told of each row that cannot be opened; it is left out, and stays where it is
 */
export function createSealedRows(
  database: IDBDatabase,
  cipher: Cipher | undefined,
  onBad: (kind: Exclude<Opened['kind'], 'row'>) => void,
): SealedRows {
  const nameOf = (store: StoreName, key: string) =>
    isPlain(store, key) || !cipher ? key : cipher.nameOf(store, key);
  const sealed = (store: StoreName, key: string, value: unknown) =>
    isPlain(store, key) || !cipher ? value : cipher.seal(store, key, value);
  const open = (store: StoreName, name: string, row: unknown) => {
    if (isPlain(store, name) || !cipher) return { key: name, value: row };
    const opened = cipher.open(store, name, row);
    if (opened.kind === 'row') return opened;
    onBad(opened.kind);
    return undefined;
  };
  const read = (store: StoreName, name: string, row: unknown) =>
    row === undefined ? undefined : open(store, name, row)?.value;

  /** A reply that the agent was told is kept has to be; all else may be lost with the last second. */
  const modeOf = (store: StoreName) => (store === 'outbox' ? 'strict' : 'readwrite');

  const update: SealedRows['update'] = async (store, key, change) => {
    const name = nameOf(store, key);
    let unread: unknown;
    await runTransaction(database, store, modeOf(store), (rows, fail) => {
      const request = rows.get(name);
      request.onsuccess = () => {
        try {
          const old = read(store, name, request.result);
          const next = change(old);
          if (next === old) return;
          if (next === undefined) rows.delete(name);
          else {
            const row = sealed(store, key, next);
            if (row === undefined) unread = next;
            else rows.put(row, name);
          }
        } catch (error) {
          fail(error);
        }
      };
      return () => undefined;
    });
    if (unread === undefined) return;
    // A transaction does not wait for a blob to be read; by now nothing has been changed.
    await cipher?.learn(unread);
    await update(store, key, change);
  };

  const write: SealedRows['write'] = async (store, key, value, isStale) => {
    // While it waited for the key or for a blob, a newer one may have come.
    if (isStale()) return;
    const row = value === undefined ? undefined : sealed(store, key, value);
    if (row === undefined && value !== undefined) {
      await cipher?.learn(value);
      return write(store, key, value, isStale);
    }
    await runTransaction(database, store, modeOf(store), (rows) => {
      const name = nameOf(store, key);
      if (row === undefined) rows.delete(name);
      else rows.put(row, name);
      // At once, not after the answer: a page that is going away does not hear answers.
      rows.transaction.commit();
      return () => undefined;
    });
  };

  return {
    get: async (store, key) => {
      const name = nameOf(store, key);
      const row = await runTransaction<unknown>(database, store, 'readonly', (rows) => {
        const request = rows.get(name);
        return () => request.result;
      });
      return read(store, name, row);
    },
    all: async (store) => {
      const [names, rows] = await runTransaction(database, store, 'readonly', (found) => {
        const keys = found.getAllKeys();
        const values = found.getAll();
        return () => [keys.result, values.result as unknown[]] as const;
      });
      return new Map(
        names.flatMap((name, index) => {
          const opened = open(store, String(name), rows[index]);
          return opened ? [[opened.key, opened.value] as const] : [];
        }),
      );
    },
    write,
    update,
  };
}
