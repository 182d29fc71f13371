import { keyStore } from '../open-database.ts';
import { runOver } from '../run-transaction.ts';
import { storeNames } from '../store-names.ts';

/** Names of what is no agent's: the files of the desk itself. */
const ownFiles = 'harebell-files';

/**
 * Removes everything that was kept: the database's rows and key, the account that was remembered,
 * and files in the browser's cache. Language, theme and text size stay, to read the next screen by.
 */
export async function wipe(database: IDBDatabase): Promise<void> {
  await runOver(database, [...storeNames, keyStore], 'readwrite', (transaction) => {
    for (const store of [...storeNames, keyStore]) transaction.objectStore(store).clear();
    return () => undefined;
  });
  try {
    localStorage.removeItem('harebell-account');
  } catch {
    // Forbidden: then there is nothing.
  }
  // Missing on plain HTTP.
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? [];
  for (const name of names) if (name !== ownFiles) await caches.delete(name);
}
