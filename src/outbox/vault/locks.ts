import type { Door, KeyLock } from '../door.ts';
import { bringKey } from './bring-key.ts';
import { hmac } from './hmac.ts';
import { deriveKey } from './pbkdf2.ts';
import { unwrap, wrap } from './wrap.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's number for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, since December 2022). */
export const iterationsNow = 600_000;
const saltSize = 16;

const bound = ({ kind }: Pick<KeyLock, 'kind'>, salt: Bytes, more: unknown): string =>
  `harebell ${kind} 1/${salt.join()}/${more}`;

/** Makes a lock of the data key; a secret that took long to come by is known by then. */
export type MakeLock = (key: Bytes) => KeyLock;

/** A lock that a passphrase opens. */
export async function preparePassphrase(
  passphrase: string,
  iterations = iterationsNow,
): Promise<MakeLock> {
  const salt = crypto.getRandomValues(new Uint8Array(saltSize));
  const by = await deriveKey(passphrase, salt, iterations);
  const kind = 'passphrase';
  return (key) => ({
    ...{ kind, salt, iterations },
    wrapped: wrap(key, by, bound({ kind }, salt, iterations)),
  });
}

const passkeySecret = (secret: Bytes): Bytes => hmac(secret, 'harebell passkey 1');

/**
 * A lock that a passkey opens.
 * @param secret the 32 bytes that it gives for `salt`, by the extension `prf` of WebAuthn
 */
export const preparePasskey =
  (id: Bytes, salt: Bytes, secret: Bytes): MakeLock =>
  (key) => ({
    ...{ kind: 'passkey', id, salt },
    wrapped: wrap(key, passkeySecret(secret), bound({ kind: 'passkey' }, salt, id.join())),
  });

/** Opens the door, or tells that an open one would open: what is asked behind the screen's lock. */
export async function openByPassphrase(door: Door, passphrase: string): Promise<boolean> {
  for (const lock of door.locks ?? []) {
    if (lock.kind !== 'passphrase') continue;
    const { salt, iterations, wrapped } = lock;
    const by = await deriveKey(passphrase, salt, iterations);
    if (bringKey(door, unwrap(wrapped, by, bound(lock, salt, iterations)))) return true;
  }
  return false;
}

/** {@link openByPassphrase} with what a passkey gives for the salt of its lock. */
export const openBySecret = (
  door: Door,
  lock: Extract<KeyLock, { kind: 'passkey' }>,
  secret: Bytes,
): boolean =>
  bringKey(
    door,
    unwrap(lock.wrapped, passkeySecret(secret), bound(lock, lock.salt, lock.id.join())),
  );
