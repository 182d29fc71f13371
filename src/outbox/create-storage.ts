import { isPlain, type OpenedVault } from './cipher.ts';
import type { StoreName } from './desk-storage.ts';
import { createSealedRows, type SealedRows } from './sealed-rows.ts';
import { type Beginning, idOf, type Rest } from './storage-beginning.ts';
import { keysChanged, openStorageChannel, type StorageChange } from './storage-channel.ts';
import { type StorageProblem, toStorageProblem } from './storage-problem.ts';
import { openVault as openOwnVault } from './vault/open-vault.ts';

type Place = readonly [store: StoreName, key: string];

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) =>
  left < right ? -1 : 1;

/** See {@link Rest}: comes behind the first screen, which shows nothing that is sealed. */
export function createStorage(beginning: Beginning): Rest {
  const { options, door, memory, listeners, report } = beginning;
  const { openVault = openOwnVault } = options;
  // Where memory is right and the disk is not.
  const unsaved = new Map<string, Place>();
  const onBad = (kind: 'damaged' | 'newer-version') => report({ kind });
  let plain = beginning.database && createSealedRows(beginning.database, undefined, onBad);
  let sealed: SealedRows | undefined;
  let opener: OpenedVault | undefined;
  beginning.onLost = () => {
    plain = undefined;
    sealed = undefined;
  };

  // Why the key is not there; as long as there is no room for one, nothing has been sealed.
  let keyless: StorageProblem['kind'] | undefined;
  const unseal = async (): Promise<void> => {
    const { database } = beginning;
    const found = database && (await openVault(database, { door }));
    if (!beginning.database || !found) return;
    keyless = found.ok ? undefined : found.error.kind;
    if (!found.ok) return report(found.error);
    opener = found.value;
    sealed = createSealedRows(beginning.database, opener.cipher, onBad);
    if (opener.told) report(opener.told);
    if (!beginning.isNew) return;
    beginning.isNew = false;
    // Nobody listened until now to a tab that came after this one and was quicker.
    for (const store of listeners.keys()) {
      void all(store).then((rows) => {
        for (const [key, value] of rows) tell({ store, key, value, saved: true });
      });
    }
  };
  // Who waits for the key is answered in the order of asking.
  let unsealed = unseal();
  const tryAgain = () => {
    if (keyless !== 'full') return;
    keyless = undefined;
    unsealed = unseal();
  };

  /** Runs against the disk; undefined when that did not work. */
  const attempt = async <T>(
    kind: 'read' | 'write',
    [store, key]: readonly [StoreName, string?],
    run: (rows: SealedRows) => Promise<T>,
  ) => {
    const isOpen = key !== undefined && isPlain(store, key);
    if (!isOpen && !sealed) {
      if (kind === 'read' && beginning.isNew) return undefined;
      if (kind === 'write') tryAgain();
      await unsealed;
    }
    const rows = isOpen || (keyless === 'full' && kind === 'read') ? plain : sealed;
    if (!rows) return undefined;
    try {
      return { value: await run(rows) };
    } catch (error) {
      const problem = toStorageProblem(error);
      // Once open, it was not forbidden: then the connection is gone.
      report(problem.kind === 'forbidden' ? { kind: 'broken' } : problem);
      return undefined;
    }
  };

  const all: Rest['all'] = async (store) => {
    const read = await attempt('read', [store], (rows) => rows.all(store));
    const found = new Map<string, unknown>();
    const prefix = idOf(store, '');
    for (const [key, value] of read?.value ?? []) {
      const id = idOf(store, key);
      if (!memory.has(id)) memory.set(id, value);
      if (!unsaved.has(id)) found.set(key, value);
    }
    for (const [id, value] of memory) {
      if (id.startsWith(prefix) && (!read || unsaved.has(id)))
        found.set(id.slice(prefix.length), value);
    }
    return [...found].sort(byKey);
  };

  const remember = ({ store, key, value, saved }: StorageChange) => {
    const id = idOf(store, key);
    if (value === undefined) memory.delete(id);
    else memory.set(id, value);
    if (saved) unsaved.delete(id);
    else unsaved.set(id, [store, key]);
  };
  const tell = ({ store, key, value }: StorageChange) => {
    for (const listener of [...(listeners.get(store) ?? [])]) listener(key, value);
  };

  let channel = options.channel ?? openStorageChannel(options.name);
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === keysChanged) {
        sealed = undefined;
        beginning.isNew = false;
        unsealed = unseal();
        return;
      }
      remember(data);
      tell(data);
      if (data.saved) tryAgain();
    };
  }

  const wrote = (store: StoreName, key: string, value: unknown, saved: boolean) => {
    const change = { store, key, value, saved };
    // A later write may have gone ahead of this one in memory; then that one decides.
    if (memory.get(idOf(store, key)) === value) remember(change);
    channel?.postMessage(change);
    tell(change);
    const [place] = unsaved.values();
    // There is room again: bring over what had to wait, one by one.
    if (saved && place) void write(...place, memory.get(idOf(...place)));
    return saved;
  };

  const write: Rest['write'] = async (store, key, value) => {
    const id = idOf(store, key);
    if (value === undefined) memory.delete(id);
    else memory.set(id, value);
    // What has been written here since then counts.
    const isStale = () => memory.get(id) !== value;
    const done = await attempt('write', [store, key], (rows) =>
      rows.write(store, key, value, isStale),
    );
    return wrote(store, key, value, done !== undefined);
  };

  return {
    get durable() {
      return beginning.database !== undefined && !keyless && unsaved.size === 0;
    },
    get: async (store, key) => {
      const id = idOf(store, key);
      const read = unsaved.has(id)
        ? undefined
        : await attempt('read', [store, key], (rows) => rows.get(store, key));
      if (!read) return memory.get(id);
      if (read.value !== undefined && !memory.has(id)) memory.set(id, read.value);
      return read.value;
    },
    all,
    write,
    update: async (store, key, change) => {
      const id = idOf(store, key);
      let decided: { readonly old: unknown; readonly next: unknown } | undefined;
      const decide = (old: unknown) => {
        decided = { old, next: change(old) };
        return decided;
      };
      const done = unsaved.has(id)
        ? undefined
        : await attempt('write', [store, key], (rows) =>
            rows.update(store, key, (old) => decide(old).next),
          );
      const { old, next } = decided ?? decide(memory.get(id));
      if (next === old) return old;
      if (next === undefined) memory.delete(id);
      else memory.set(id, next);
      wrote(store, key, next, done !== undefined);
      return next;
    },
    changeKeys: async (change) => {
      await unsealed;
      const { database } = beginning;
      if (!database) return true;
      if (!opener) return false;
      const done = change(database, opener.cipher).then(
        () => true,
        (error: unknown) => {
          report(toStorageProblem(error));
          return false;
        },
      );
      sealed = undefined;
      // The others first: until they know, what they write is sealed with a key that is gone.
      unsealed = done.then(() => {
        channel?.postMessage(keysChanged);
        return unseal();
      });
      await unsealed;
      return done;
    },
    leave: (reason) => {
      opener?.leave?.(reason);
      return opener?.leave !== undefined;
    },
    close: () => {
      channel?.close();
      channel = undefined;
    },
  };
}
