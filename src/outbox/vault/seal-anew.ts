import { type Cipher, isPlain } from '../cipher.ts';
import { keyStore } from '../open-database.ts';
import { runOver } from '../run-transaction.ts';
import { storeNames } from '../store-names.ts';
import { type KeyRing, ringKey } from './key-ring.ts';

/** Seals everything anew, and puts another ring there: all of it or nothing. */
export const sealAnew = (
  database: IDBDatabase,
  from: Cipher,
  to: Cipher,
  ring: KeyRing,
): Promise<void> =>
  runOver(database, [...storeNames, keyStore], 'readwrite', (transaction) => {
    transaction.objectStore(keyStore).put(ring, ringKey);
    for (const store of storeNames) {
      const rows = transaction.objectStore(store);
      const names = rows.getAllKeys();
      const values = rows.getAll();
      values.onsuccess = () => {
        for (const [index, name] of names.result.map(String).entries()) {
          if (isPlain(store, name)) continue;
          const opened = from.open(store, name, values.result[index]);
          // What cannot be opened stays as it is.
          if (opened.kind !== 'row') continue;
          rows.delete(name);
          rows.put(to.seal(store, opened.key, opened.value), to.nameOf(store, opened.key));
        }
      };
    }
    return () => undefined;
  });
