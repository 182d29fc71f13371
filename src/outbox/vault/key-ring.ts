import type { KeyLock } from '../door.ts';
import { isRecord } from '../is-record.ts';
import { asBytes } from './as-bytes.ts';
import { hmac } from './hmac.ts';

/** Counts up when an older desk could no longer read what a newer one keeps. */
export const ringVersion = 2;
/** Where the ring stands in its store. */
export const ringKey = 'ring';
/** In bytes. */
export const dataKeySize = 32;

/** More would keep a page busy for a minute, and comes from nobody but who has changed the disk. */
const mostIterations = 10_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * How one comes by the key that everything is sealed with. `device`: it stands beside what it seals,
 * so that who takes the disk has both. `session`: half of it, the other half is the tab's. `locks`: each
 * of them gives it to who brings what it asks for; of a version that older desks leave alone.
 */
export type KeyRing =
  | {
      readonly version: 1;
      readonly way: 'device' | 'session';
      readonly key: Bytes;
      /** Of a session: tells that both halves are of one key. */
      readonly check?: Bytes;
    }
  | {
      readonly version: 2;
      readonly way: 'locks';
      readonly check: Bytes;
      readonly locks: readonly KeyLock[];
    };

/** What stands where the ring should. */
export type FoundRing =
  | { readonly kind: 'ring'; readonly ring: KeyRing }
  | { readonly kind: 'none' | 'newer-version' | 'broken' };

const readLock = (value: unknown): KeyLock | undefined => {
  if (!isRecord(value)) return undefined;
  const [salt, wrapped, id] = [value['salt'], value['wrapped'], value['id']].map(asBytes);
  const { kind, iterations } = value;
  if (!salt || !wrapped) return undefined;
  if (kind === 'passkey') return id && { kind, id, salt, wrapped };
  const isCount = Number.isInteger(iterations) && Number(iterations) > 0;
  return kind === 'passphrase' && isCount && Number(iterations) <= mostIterations
    ? { kind, salt, iterations: Number(iterations), wrapped }
    : undefined;
};

/** @param value what was on the disk, which may be anything */
export function readRing(value: unknown): FoundRing {
  if (value === undefined) return { kind: 'none' };
  if (!isRecord(value)) return { kind: 'broken' };
  if (Number(value['version']) > ringVersion) return { kind: 'newer-version' };
  const { version, way } = value;
  if (version === 2 && way === 'locks') {
    const check = asBytes(value['check']);
    const found: readonly unknown[] = Array.isArray(value['locks']) ? value['locks'] : [];
    // One that is damaged does not keep the others from opening.
    const locks = found.map(readLock).filter((lock) => lock !== undefined);
    return check?.length === dataKeySize && locks.length
      ? { kind: 'ring', ring: { version, way, check, locks } }
      : { kind: 'broken' };
  }
  const key = asBytes(value['key']);
  const check = asBytes(value['check']);
  return version === 1 && (way === 'device' || way === 'session') && key?.length === dataKeySize
    ? { kind: 'ring', ring: { version, way, key, ...(check && { check }) } }
    : { kind: 'broken' };
}

/** What tells that a key is the right one, and says nothing of it. */
export const checkOf = (key: Bytes): Bytes => hmac(key, 'harebell check 1');

/** A ring for which nobody is asked. */
export const makeRing = (key: Bytes): KeyRing => ({ version: 1, way: 'device', key });

/** A ring with one half of a key; the other is the tab's. */
export const makeSessionRing = (mine: Bytes, kept: Bytes): KeyRing => ({
  version: 1,
  way: 'session',
  key: kept,
  check: checkOf(joinHalves(mine, kept)),
});

/** A ring that opens to who brings what one of its locks asks for. */
export const makeLockedRing = (key: Bytes, locks: readonly KeyLock[]): KeyRing => ({
  version: 2,
  way: 'locks',
  check: checkOf(key),
  locks,
});

/** Whether a ring's key is this one. */
export const isKeyOf = (check: Bytes | undefined, key: Bytes): boolean =>
  checkOf(key).join() === check?.join();

/** A key, or half of one, by chance. */
export const createKey = (): Bytes => crypto.getRandomValues(new Uint8Array(dataKeySize));

/** The key of two halves; either alone says nothing of it. */
export const joinHalves = (one: Bytes, other: Bytes): Bytes =>
  one.map((byte, index) => byte ^ (other[index] ?? 0));
