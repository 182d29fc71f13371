import type { DeskStorage } from '../desk-storage.ts';
import type { KeyLock } from '../door.ts';
import { keyStore } from '../open-database.ts';
import { runOver } from '../run-transaction.ts';
import { createCipher } from './cipher.ts';
import { createKey, type KeyRing, makeLockedRing, makeRing, ringKey } from './key-ring.ts';
import type { MakeLock } from './locks.ts';
import { sealAnew } from './seal-anew.ts';

type LockableStorage = Pick<DeskStorage, 'changeKeys' | 'door'>;

const putRing = (database: IDBDatabase, ring: KeyRing): Promise<void> =>
  runOver(database, [keyStore], 'readwrite', (transaction) => {
    transaction.objectStore(keyStore).put(ring, ringKey);
    return () => undefined;
  });

/**
 * From now on a lock has to be opened at each start; one of its kind that was there is replaced. With
 * the first one everything is sealed anew: the key that was there has stood on the disk in the clear.
 * @returns false if the disk did not take it; everything is then as it was
 */
export const addLock = (storage: LockableStorage, make: MakeLock): Promise<boolean> => {
  const { door } = storage;
  return storage.changeKeys(async (database, from) => {
    const key = door.key ?? createKey();
    const lock = make(key);
    const others = (door.locks ?? []).filter(({ kind }) => kind !== lock.kind);
    const ring = makeLockedRing(key, [...others, lock]);
    if (door.key) return putRing(database, ring);
    await sealAnew(database, from, createCipher(key), ring);
    door.key = key;
  });
};

/**
 * Takes a lock away. With the last one everything is sealed anew, with a key that stands beside it: a
 * copy of the disk from before stays shut.
 * @returns false if the disk did not take it; everything is then as it was
 */
export const removeLock = (storage: LockableStorage, kind: KeyLock['kind']): Promise<boolean> => {
  const { door } = storage;
  return storage.changeKeys(async (database, from) => {
    const others = (door.locks ?? []).filter((lock) => lock.kind !== kind);
    if (others.length && door.key) return putRing(database, makeLockedRing(door.key, others));
    const key = createKey();
    await sealAnew(database, from, createCipher(key), makeRing(key));
  });
};
