import { isRecord } from './is-record.ts';

/**
 * Why things are kept in memory only, each in words in the locale's `storage`: the browser forbids it, the disk is full, a newer desk has
 * changed the database, it cannot be read, the browser has closed or deleted it (`gone`), its key is lost, or the code for it has not come yet.
 * `damaged`: some of what was kept cannot be opened; all else works. `wiped`, `wiped-idle`,
 * `session-over`: what was kept on a shared computer is gone, as was promised.
 */
export type StorageProblem = {
  readonly kind:
    | 'forbidden'
    | 'full'
    | 'newer-version'
    | 'broken'
    | 'gone'
    | 'key-lost'
    | 'not-loaded'
    | 'damaged'
    | 'wiped'
    | 'wiped-idle'
    | 'session-over';
};

const kinds: Readonly<Record<string, StorageProblem['kind']>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer-version',
  SecurityError: 'forbidden',
  // Some private windows refuse the database with these.
  InvalidStateError: 'forbidden',
  NotAllowedError: 'forbidden',
  // No `indexedDB` at all.
  TypeError: 'forbidden',
};

/**
 * Turns what IndexedDB throws into a problem of ours.
 * @param error a DOMException (https://www.w3.org/TR/IndexedDB/#exceptions), or anything
 */
export const toStorageProblem = (error: unknown): StorageProblem => ({
  kind: (isRecord(error) && kinds[String(error['name'])]) || 'broken',
});
