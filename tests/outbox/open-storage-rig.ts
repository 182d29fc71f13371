import { onTestFinished } from 'vitest';
import { openStorage } from '../../src/outbox/open-storage.ts';
import type { StorageOptions } from '../../src/outbox/storage-beginning.ts';

/** Opens a tab's storage with the kinds of trouble it tells; it is closed when the test ends. */
export const open = async (name: string, options: Partial<StorageOptions> = {}) => {
  const problems: string[] = [];
  const onProblem = ({ kind }: { readonly kind: string }) => problems.push(kind);
  const storage = await openStorage({ name, onProblem, ...options });
  onTestFinished(() => storage.close());
  return { storage, problems };
};

/** What IndexedDB answers. */
export const request = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** A factory whose database does as the test says. */
export const factoryWith = (change: (database: IDBDatabase) => void): IDBFactory =>
  ({
    open: (name: string, version?: number) => {
      const asked = indexedDB.open(name, version);
      asked.addEventListener('success', () => change(asked.result));
      return asked;
    },
  }) as unknown as IDBFactory;

/** A disk that takes nothing as long as `isFull`. */
export const fullFactory = (isFull: () => boolean) =>
  factoryWith((database) => {
    const begin = database.transaction.bind(database);
    database.transaction = (...asked: Parameters<typeof begin>) => {
      const transaction = begin(...asked);
      const find = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => {
        const rows = find(name);
        const put = rows.put.bind(rows);
        rows.put = (...row: Parameters<typeof put>) => {
          if (isFull()) throw new DOMException('no room', 'QuotaExceededError');
          return put(...row);
        };
        return rows;
      };
      return transaction;
    };
  });
