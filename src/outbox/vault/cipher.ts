import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Cipher } from '../cipher.ts';
import type { StoreName } from '../desk-storage.ts';
import { asBytes } from './as-bytes.ts';
import { hmac } from './hmac.ts';
import { findBlobs, type KnownBlobs, pack, unpack } from './pack.ts';

/** The first byte of a sealed row: how the rest is to be read. */
const format = 1;
const nonceSize = 24;

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param dataKey 32 random bytes; all else follows from them */
export function createCipher(dataKey: Uint8Array): Cipher {
  const sealing = hmac(dataKey, 'harebell sealing 1');
  const naming = hmac(dataKey, 'harebell naming 1');
  const names = new Map<string, string>();
  const known: KnownBlobs = new WeakMap();
  // A row is bound to its place: another one put there does not open.
  const boxAt = (store: StoreName, name: string, nonce: Uint8Array) =>
    xchacha20poly1305(sealing, nonce, new TextEncoder().encode(`${format}/${store}/${name}`));
  const nameOf = (store: StoreName, key: string): string => {
    const id = `${store}/${key}`;
    const name = names.get(id) ?? hex(hmac(naming, id).subarray(0, 16));
    names.set(id, name);
    return name;
  };
  return {
    nameOf,
    seal: (store, key, value) => {
      const bytes = pack([key, value], known);
      if (!bytes) return undefined;
      const nonce = crypto.getRandomValues(new Uint8Array(nonceSize));
      const sealed = boxAt(store, nameOf(store, key), nonce).encrypt(bytes);
      const row = new Uint8Array(1 + nonceSize + sealed.length);
      row[0] = format;
      row.set(nonce, 1);
      row.set(sealed, 1 + nonceSize);
      return row;
    },
    open: (store, name, found) => {
      const row = asBytes(found);
      if (!row) return { kind: 'damaged' };
      if (Number(row[0]) > format) return { kind: 'newer-version' };
      try {
        const box = boxAt(store, name, row.subarray(1, 1 + nonceSize));
        const opened = unpack(box.decrypt(row.subarray(1 + nonceSize)), known);
        const [key, value] = opened as [string, unknown];
        return { kind: 'row', key, value };
      } catch {
        return { kind: 'damaged' };
      }
    },
    learn: async (value) => {
      for (const [, blob] of findBlobs(value)) {
        if (!known.has(blob)) known.set(blob, new Uint8Array(await blob.arrayBuffer()));
      }
    },
  };
}
