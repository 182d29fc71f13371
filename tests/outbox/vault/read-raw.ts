import { request } from '../open-storage-rig.ts';

/** All bytes of a database's rows, as text, and each as numbers; of one store if it is named. */
export const readRaw = async (name: string, only?: string): Promise<string> => {
  const database = await request(indexedDB.open(name));
  const parts: string[] = [];
  for (const store of only ? [only] : database.objectStoreNames) {
    const rows = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([request(rows.getAllKeys()), request(rows.getAll())]);
    parts.push(JSON.stringify(keys));
    for (const value of values) {
      if (value instanceof Uint8Array) parts.push(new TextDecoder().decode(value));
      parts.push(
        JSON.stringify(value, (_key, inner: unknown) =>
          inner instanceof Uint8Array ? inner.join() : inner,
        ),
      );
    }
  }
  database.close();
  return parts.join('\n');
};
