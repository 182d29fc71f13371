import type { Clock } from '../shared/clock.ts';
import type { Result } from '../shared/result.ts';
import type { OpenedVault } from './cipher.ts';
import type { DeskStorage, StorageListener, StoreName } from './desk-storage.ts';
import type { Door } from './door.ts';
import type { StorageChannel } from './storage-channel.ts';
import type { StorageProblem } from './storage-problem.ts';

type OpenVault = (
  database: IDBDatabase,
  options: { readonly door: Door },
) => Promise<Result<OpenedVault, StorageProblem>>;

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
  /** Fetches all that the first screen does without. */
  readonly loadRest?: () => Promise<{ readonly createStorage: CreateRest }>;
  /** Finds the key. */
  readonly openVault?: OpenVault;
}

/** What the first screen's part of a storage (`open-storage.ts`) hands over to the rest. */
export interface Beginning {
  readonly options: StorageOptions;
  readonly door: Door;
  /** Undefined without a disk. */
  database: IDBDatabase | undefined;
  /** Called after the disk has gone. */
  onLost?: () => void;
  /** A copy of what was read and written, for the day when the disk is not there any more. */
  readonly memory: Map<string, unknown>;
  readonly listeners: ReadonlyMap<StoreName, ReadonlySet<StorageListener>>;
  /** Nothing is on the disk yet, and reading does not wait for the key. */
  isNew: boolean;
  report(problem: StorageProblem): void;
}

/** All of a storage but what the first screen's part does by itself. */
export interface Rest
  extends Pick<DeskStorage, 'durable' | 'get' | 'all' | 'update' | 'changeKeys' | 'leave'> {
  /** Keeps a value that nobody changes any more, or with undefined forgets it; true when that is on the disk. */
  write(store: StoreName, key: string, value: unknown): Promise<boolean>;
  /** Lets go of the other tabs. */
  close(): void;
}

/** Makes the rest of a storage, and looks for the key. */
export type CreateRest = (beginning: Beginning) => Rest;

/** The name of a value in memory. */
export const idOf = (store: StoreName, key: string): string => `${store}/${key}`;
