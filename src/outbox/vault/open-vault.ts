import { type Clock, systemClock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Cipher, isPlain, type OpenedVault } from '../cipher.ts';
import type { Door } from '../door.ts';
import { keyStore } from '../open-database.ts';
import { runOver, runTransaction } from '../run-transaction.ts';
import { type StorageProblem, toStorageProblem } from '../storage-problem.ts';
import { type StoreName, storeNames } from '../store-names.ts';
import { askForKey, showDoor } from './ask-for-key.ts';
import { createCipher } from './cipher.ts';
import {
  createKey,
  isKeyOf,
  joinHalves,
  type KeyRing,
  makeRing,
  readRing,
  ringKey,
} from './key-ring.ts';
import { createSessionHalf, type SessionHalf, type WipeReason } from './session-half.ts';
import { openSessionLine } from './session-line.ts';
import { wipe } from './wipe.ts';

type Row = readonly [store: StoreName, name: string, row: unknown];

const readFound = async (database: IDBDatabase) =>
  readRing(
    await runOver(database, [keyStore], 'readonly', (transaction) => {
      const request = transaction.objectStore(keyStore).get(ringKey);
      return () => request.result as unknown;
    }),
  );

/** What a desk without keys has left in the clear, sealed. */
async function sealAll(database: IDBDatabase, cipher: Cipher): Promise<readonly Row[]> {
  const sealed: Row[] = [];
  for (const store of storeNames) {
    const [keys, values] = await runTransaction(database, store, 'readonly', (rows) => {
      const names = rows.getAllKeys();
      const all = rows.getAll();
      return () => [names.result.map(String), all.result as unknown[]] as const;
    });
    for (const [index, key] of keys.entries()) {
      if (isPlain(store, key)) continue;
      await cipher.learn(values[index]);
      sealed.push([store, cipher.nameOf(store, key), cipher.seal(store, key, values[index])]);
    }
  }
  return sealed;
}

/** Puts a new ring there, and sealed rows in place of open ones: all of it or nothing. */
const settle = (database: IDBDatabase, ring: KeyRing, sealed: readonly Row[]): Promise<void> =>
  runOver(database, [...storeNames, keyStore], 'readwrite', (transaction, fail) => {
    const rings = transaction.objectStore(keyStore);
    const there = rings.count(ringKey);
    const replace = (store: StoreName, names: readonly IDBValidKey[]) => {
      const rows = transaction.objectStore(store);
      for (const name of names) if (!isPlain(store, String(name))) rows.delete(name);
      for (const [of, name, row] of sealed) if (of === store) rows.put(row, name);
    };
    const orFail = (act: () => void) => () => {
      try {
        act();
      } catch (error) {
        fail(error);
      }
    };
    there.onsuccess = orFail(() => {
      // Another tab was faster: its key counts, and it has sealed everything.
      if (there.result > 0) return;
      rings.put(ring, ringKey);
      for (const store of storeNames) {
        const names = transaction.objectStore(store).getAllKeys();
        names.onsuccess = orFail(() => replace(store, names.result));
      }
    });
    return () => undefined;
  });

/** What stands in for the browser in tests, and where the screens hear of what is asked. */
export interface VaultOptions {
  readonly door?: Door;
  readonly half?: SessionHalf;
  readonly clock?: Clock;
  /** Begins anew with an empty desk. */
  readonly restart?: () => void;
}

const restartPage = () => {
  history.replaceState(null, '', '#/');
  location.reload();
};

/**
 * Finds the key of what is kept, or makes one and seals what an older desk has left in the clear.
 * What a shift at a shared computer has left, and whose key is gone, is wiped before anything else.
 * @returns what seals and opens, with something to tell; an error where what is kept must be left alone
 */
export async function openVault(
  database: IDBDatabase,
  options: VaultOptions = {},
): Promise<Result<OpenedVault, StorageProblem>> {
  const { half = createSessionHalf(), clock = systemClock, restart = restartPage } = options;
  const { door = Object.assign(new EventTarget(), { name: database.name }) as Door } = options;
  door.database = database;
  const end = (reason: WipeReason) => {
    half.forget(reason);
    restart();
  };
  const listen = () => openSessionLine({ name: database.name, half, clock, onEnd: end });
  const openSession = async ({ key: kept, check }: Extract<KeyRing, { version: 1 }>) => {
    // A tab that a browser has brought back may have the half of another shift.
    const isOurs = (own: Uint8Array<ArrayBuffer> | undefined) =>
      own && (!check || isKeyOf(check, joinHalves(own, kept)));
    if (!isOurs(half.read())) half.drop();
    const line = listen();
    // This tab has ended the shift by itself: nobody is asked.
    const mine = half.read() ?? (half.reason() ? undefined : await line.ask());
    if (mine && isOurs(mine)) {
      half.write(mine);
      return ok({
        cipher: createCipher(joinHalves(mine, kept)),
        leave: (reason: WipeReason) => {
          line.end(reason);
          end(reason);
        },
      });
    }
    await wipe(database);
    end(half.reason() ?? 'session-over');
    return openVault(database, options);
  };
  try {
    const found = await readFound(database);
    if (found.kind === 'newer-version' || found.kind === 'broken') {
      const kind = found.kind === 'broken' ? 'key-lost' : found.kind;
      showDoor(door, kind);
      return err({ kind });
    }
    if (found.kind === 'ring') {
      const { ring } = found;
      if (ring.way === 'locks') {
        const brought = await askForKey(database, ring, door, clock);
        if (!brought) return await openVault(database, options);
        showDoor(door, undefined);
        return ok({ cipher: createCipher(brought) });
      }
      const { way, key } = ring;
      // Of a shift that was wiped: with it the next one would be taken for that.
      if (way === 'device') half.drop();
      Object.assign(door, { check: undefined, locks: undefined, key: undefined });
      showDoor(door, undefined);
      if (way === 'session') return await openSession(ring);
      const told = half.takeReason();
      return ok({ cipher: createCipher(key), ...(told && { told: { kind: told } }) });
    }
    const key = createKey();
    const cipher = createCipher(key);
    const sealed = await sealAll(database, cipher);
    await settle(database, makeRing(key), sealed);
    // Another tab may have been faster; what stands there counts.
    return await openVault(database, options);
  } catch (error) {
    const problem = toStorageProblem(error);
    if (problem.kind === 'broken') showDoor(door, problem.kind);
    return err(problem);
  }
}
