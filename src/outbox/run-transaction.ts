import type { StoreName } from './desk-storage.ts';

/**
 * Runs one transaction and resolves when it is on the disk, not merely asked for: a full disk is told
 * at the end.
 * @param start makes the requests, synchronously; what it returns reads their results at the end;
 *   `fail` gives everything up
 * @throws (rejects with) the transaction's DOMException
 */
export const runOver = <T>(
  database: IDBDatabase,
  stores: readonly string[],
  mode: IDBTransactionMode,
  start: (transaction: IDBTransaction, fail: (error: unknown) => void) => () => T,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction([...stores], mode);
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
  mode: IDBTransactionMode,
  start: (rows: IDBObjectStore, fail: (error: unknown) => void) => () => T,
): Promise<T> =>
  runOver(database, [store], mode, (transaction, fail) =>
    start(transaction.objectStore(store), fail),
  );
