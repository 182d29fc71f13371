import { type Clock, systemClock } from '../shared/clock.ts';
import type { Result } from '../shared/result.ts';
import { isPlain, type OpenedVault } from './cipher.ts';
import type { DeskStorage, StorageListener, StoreName } from './desk-storage.ts';
import type { Door } from './door.ts';
import { openDatabase } from './open-database.ts';
import { createSealedRows, type SealedRows } from './sealed-rows.ts';
import {
  keysChanged,
  openStorageChannel,
  type StorageChange,
  type StorageChannel,
} from './storage-channel.ts';
import { type StorageProblem, toStorageProblem } from './storage-problem.ts';

export type { DeskStorage } from './desk-storage.ts';

/** What a storage needs; all but the first two stand in for the browser's own. */
export interface StorageOptions {
  readonly name: string;
  /** Told once for each kind; the storage works on in memory. */
  readonly onProblem: (problem: StorageProblem) => void;
  readonly factory?: IDBFactory;
  readonly clock?: Clock;
  readonly channel?: StorageChannel;
  /** On a new disk, the key is looked for only when somebody calls `findKey` or writes. */
  readonly isKeyLater?: boolean;
  /** Fetches what finds the key (`vault/open-vault.ts`). */
  readonly loadVault?: () => Promise<{ readonly openVault: OpenVault }>;
}

type OpenVault = (
  database: IDBDatabase,
  options: { readonly door: Door },
) => Promise<Result<OpenedVault, StorageProblem>>;

/** How long until what finds the key is fetched again, in milliseconds. */
const untilNextTry = 5000;

type Place = readonly [store: StoreName, key: string];

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) =>
  left < right ? -1 : 1;

/** Opens what the desk keeps. Always resolves; see {@link DeskStorage} for what happens without a disk. */
export async function openStorage(options: StorageOptions): Promise<DeskStorage> {
  const { name, onProblem, factory, clock = systemClock } = options;
  // Behind the first screen, which shows nothing that is sealed.
  const { loadVault = () => import('./vault/open-vault.ts') } = options;
  const told = new Set<StorageProblem['kind']>();
  const door: Door = Object.assign(new EventTarget(), { name });
  const report = (problem: StorageProblem) => {
    door.problem = problem.kind;
    if (told.has(problem.kind)) return;
    told.add(problem.kind);
    onProblem(problem);
  };
  // A copy of what was read and written, for the day when the disk is not there any more.
  const memory = new Map<string, unknown>();
  // Where memory is right and the disk is not.
  const unsaved = new Map<string, Place>();
  const listeners = new Map<StoreName, Set<StorageListener>>();
  const idOf = (...place: Place) => place.join('/');

  let database: IDBDatabase | undefined;
  let plain: SealedRows | undefined;
  let sealed: SealedRows | undefined;
  let opener: OpenedVault | undefined;
  const lose = (problem: StorageProblem) => {
    database = undefined;
    plain = undefined;
    sealed = undefined;
    report(problem);
  };
  const onBad = (kind: 'damaged' | 'newer-version') => report({ kind });
  // Nothing is in it yet: no reader waits for the key, which takes seconds on a slow link; a writer does.
  let isNew = false;
  const onMade = () => {
    isNew = options.isKeyLater ?? false;
  };
  const opened = await openDatabase({ name, factory, clock, onMade, onLost: lose });
  if (opened.ok) {
    database = opened.value;
    plain = createSealedRows(database, undefined, onBad);
  } else report(opened.error);

  // Why the key is not there; as long as there is no room for one, nothing has been sealed.
  let keyless: StorageProblem['kind'] | undefined;
  const unseal = async (): Promise<void> => {
    const vault = await loadVault().catch(() => undefined);
    if (!vault) {
      report({ kind: 'not-loaded' });
      await new Promise<void>((resolve) => clock.after(untilNextTry, resolve));
      return unseal();
    }
    const found = database && (await vault.openVault(database, { door }));
    if (!database || !found) return;
    keyless = found.ok ? undefined : found.error.kind;
    if (!found.ok) return report(found.error);
    opener = found.value;
    sealed = createSealedRows(database, opener.cipher, onBad);
    isNew = false;
    if (opener.told) report(opener.told);
  };
  // Who waits for the key is answered in the order of asking.
  let unsealed: Promise<void> | undefined;
  const findKey = () => {
    unsealed ??= database && unseal();
    return unsealed;
  };
  if (!isNew) findKey();
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
      if (kind === 'read' && isNew) return undefined;
      if (kind === 'write') tryAgain();
      await findKey();
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

  let channel = options.channel ?? openStorageChannel(name);
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === keysChanged) {
        sealed = undefined;
        isNew = false;
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

  const write = async (store: StoreName, key: string, value: unknown): Promise<boolean> => {
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
    door,
    findKey: () => void findKey(),
    get durable() {
      return database !== undefined && !keyless && unsaved.size === 0;
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
    all: async (store) => {
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
    },
    put: (store, key, value) => write(store, key, structuredClone(value)),
    remove: (store, key) => write(store, key, undefined),
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
    subscribe: (store, listener) => {
      const group = listeners.get(store) ?? new Set();
      listeners.set(store, group.add(listener));
      return () => group.delete(listener);
    },
    changeKeys: async (change) => {
      await findKey();
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
      door.line?.close();
      channel = undefined;
      listeners.clear();
      database?.close();
      database = undefined;
      plain = undefined;
      sealed = undefined;
    },
  };
}
