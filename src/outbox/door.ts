import type { StorageProblem } from './storage-problem.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The key of what is kept, wrapped by one that only the agent can bring. */
export type KeyLock =
  | {
      readonly kind: 'passphrase';
      readonly salt: Bytes;
      /** Of PBKDF2; kept here so that it can grow. */
      readonly iterations: number;
      readonly wrapped: Bytes;
    }
  | {
      readonly kind: 'passkey';
      /** The credential's id. */
      readonly id: Bytes;
      readonly salt: Bytes;
      readonly wrapped: Bytes;
    };

/** What stands between the agent and what is kept; `broken`: the browser itself cannot read it. */
export type DoorState = 'locked' | 'key-lost' | 'newer-version' | 'broken';

/**
 * Where what finds the key (`vault/open-vault.ts`) meets the screens that ask for it. Filled by the
 * vault, never on the disk; tells by the event `change`.
 */
export interface Door extends EventTarget {
  /** Of the database. */
  name: string;
  /** Undefined while it is open, and while nobody knows. */
  state?: DoorState | undefined;
  /** What opens it; undefined where nothing is asked for. */
  locks?: readonly KeyLock[] | undefined;
  /** Tells whether a key is the right one. */
  check?: Bytes | undefined;
  /** The key, once somebody has brought it. */
  key?: Bytes | undefined;
  /** The screen is locked: no other tab is given the key. */
  isHidden?: boolean;
  /** Where tabs hand each other the key; opened with the first lock that is found. */
  line?: { ask(): void; give(): void; close(): void } | undefined;
  database?: IDBDatabase | undefined;
  /** The last trouble with what is kept. */
  problem?: StorageProblem['kind'] | undefined;
  /** The agent has heard that it is locked. */
  isTold?: boolean;
}
