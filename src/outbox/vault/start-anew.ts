import { isPlain } from '../cipher.ts';
import type { DeskStorage } from '../desk-storage.ts';
import { keyStore } from '../open-database.ts';
import { runOver } from '../run-transaction.ts';
import { keysChanged, openStorageChannel } from '../storage-channel.ts';
import { storeNames } from '../store-names.ts';

/** How many messages stand in the outbox, sealed or not; undefined if that cannot be told. */
export const countKeptMessages = ({
  door,
}: Pick<DeskStorage, 'door'>): Promise<number | undefined> =>
  door.database
    ? runOver(door.database, ['outbox'], 'readonly', (transaction) => {
        const request = transaction.objectStore('outbox').count();
        return () => request.result;
      }).catch(() => undefined)
    : Promise.resolve(undefined);

/**
 * Gives up what cannot be opened: every sealed row and the ring. Settings stay. All tabs then make a
 * key together, and what has been waiting in them is kept with it.
 * @returns false if the disk did not take it; everything is then as it was
 */
export async function startAnew({ door }: Pick<DeskStorage, 'door'>): Promise<boolean> {
  const { database } = door;
  if (!database) return false;
  const wiped = await runOver(database, [...storeNames, keyStore], 'readwrite', (transaction) => {
    transaction.objectStore(keyStore).clear();
    for (const store of storeNames) {
      const rows = transaction.objectStore(store);
      const names = rows.getAllKeys();
      names.onsuccess = () => {
        for (const name of names.result) if (!isPlain(store, String(name))) rows.delete(name);
      };
    }
    return () => true;
  }).catch(() => false);
  if (!wiped) return false;
  // Those who wait in this tab hear it as well.
  const line = openStorageChannel(database.name);
  line?.postMessage(keysChanged);
  line?.close();
  return true;
}

/**
 * Has the browser delete a database that it cannot open.
 * @returns false if it did not; another tab may hold it
 */
export const giveUpDatabase = ({ door }: Pick<DeskStorage, 'door'>): Promise<boolean> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(door.name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => resolve(false);
  });
