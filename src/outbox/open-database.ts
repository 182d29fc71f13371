import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type StorageProblem, toStorageProblem } from './storage-problem.ts';
import { storeNames } from './store-names.ts';

/** Raised with each change of the stores; `upgrade` then has a step for it. */
const version = 3;

/** The store of the key ring (`vault/key-ring.ts`); it is no {@link StoreName} of the desk's. */
export const keyStore = 'keys';

/**
 * Browsers have been seen to leave an open request without any answer; in milliseconds. A slow disk that
 * is put right after a power cut takes seconds, and whoever gives up too soon works without what was kept.
 */
const patience = 10_000;

function upgrade(database: IDBDatabase, oldVersion: number): void {
  const added = oldVersion < 1 ? storeNames : oldVersion < 2 ? (['training'] as const) : [];
  for (const store of [...added, keyStore]) database.createObjectStore(store);
}

/** What opening a database takes. */
export interface DatabaseOptions {
  readonly name: string;
  readonly clock: Clock;
  /** The browser's own when left out. */
  readonly factory?: IDBFactory | undefined;
  /** Called when there was none yet, so that nothing is in it. */
  readonly onMade?: () => void;
  /** Called when a database that was open goes away. */
  readonly onLost: (problem: StorageProblem) => void;
}

/**
 * Opens the database, made or brought up to date where needed; never one that a newer desk has
 * changed (docs/adr/0005-storage.md).
 */
export function openDatabase(
  options: DatabaseOptions,
): Promise<Result<IDBDatabase, StorageProblem>> {
  return new Promise((resolve) => {
    let waiting = true;
    const settle = (result: Result<IDBDatabase, StorageProblem>) => {
      cancel();
      waiting = false;
      resolve(result);
    };
    const fail = (kind: StorageProblem['kind']) => settle(err({ kind }));
    const cancel = options.clock.after(patience, () => fail('broken'));
    let request: IDBOpenDBRequest;
    try {
      request = (options.factory ?? globalThis.indexedDB).open(options.name, version);
    } catch (error) {
      settle(err(toStorageProblem(error)));
      return;
    }
    request.onupgradeneeded = ({ oldVersion }) => {
      upgrade(request.result, oldVersion);
      if (!oldVersion) options.onMade?.();
    };
    // An older tab that does not let go would keep the agent from working.
    request.onblocked = () => fail('broken');
    request.onerror = () => settle(err(toStorageProblem(request.error)));
    request.onsuccess = () => {
      const database = request.result;
      if (!waiting) {
        database.close();
        return;
      }
      database.onversionchange = ({ newVersion }) => {
        database.close();
        options.onLost({ kind: newVersion === null ? 'gone' : 'newer-version' });
      };
      database.onclose = () => options.onLost({ kind: 'gone' });
      settle(ok(database));
    };
  });
}
