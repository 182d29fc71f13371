import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { dataKeySize } from './key-ring.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const nonceSize = 24;
const tagSize = 16;
/** In bytes. */
export const wrappedSize = nonceSize + dataKeySize + tagSize;

const boxOf = (by: Bytes, nonce: Uint8Array, bound: string) =>
  xchacha20poly1305(by, nonce, new TextEncoder().encode(bound));

/**
 * Seals the data key with another key of 32 bytes; another result each time.
 * @param bound what it stands beside: it does not open beside anything else
 */
export function wrap(key: Bytes, by: Bytes, bound: string): Bytes {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceSize));
  return Uint8Array.from([...nonce, ...boxOf(by, nonce, bound).encrypt(key)]);
}

/** The reverse of {@link wrap}; undefined for any other key, and for what is not whole. */
export function unwrap(wrapped: Bytes, by: Bytes, bound: string): Bytes | undefined {
  if (wrapped.length !== wrappedSize) return undefined;
  try {
    const box = boxOf(by, wrapped.subarray(0, nonceSize), bound);
    return Uint8Array.from(box.decrypt(wrapped.subarray(nonceSize)));
  } catch {
    return undefined;
  }
}
