import type { StoreName } from './desk-storage.ts';

/**
 * Runs one transaction and resolves when it is on the disk, not merely asked for: a full disk is told
 * at the end.
 * @param mode `strict`: to be written, and by the time this resolves not only in the system's memory,
 *   so that it outlives a power cut (https://w3c.github.io/IndexedDB/#transaction-durability-hint)
 * @param start makes the requests, synchronously; what it returns reads their results at the end;
 *   `fail` gives everything up
 * @throws (rejects with) the transaction's DOMException
 */
export const runOver = <T>(
  database: IDBDatabase,
  stores: readonly string[],
  mode: 'readonly' | 'readwrite' | 'strict',
  start: (transaction: IDBTransaction, fail: (error: unknown) => void) => () => T,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const isStrict = mode === 'strict';
    const transaction = isStrict
      ? database.transaction([...stores], 'readwrite', { durability: 'strict' })
      : database.transaction([...stores], mode);
    const fail = (error: unknown) => {
      reject(error);
      transaction.abort();
    };
    const result = start(transaction, fail);
    transaction.oncomplete = () => resolve(result());
    transaction.onabort = () => reject(transaction.error);
  });

/** {@link runOver} one store. */
export const runTransaction = <T>(
  database: IDBDatabase,
  store: StoreName,
  mode: 'readonly' | 'readwrite' | 'strict',
  start: (rows: IDBObjectStore, fail: (error: unknown) => void) => () => T,
): Promise<T> =>
  runOver(database, [store], mode, (transaction, fail) =>
    start(transaction.objectStore(store), fail),
  );
