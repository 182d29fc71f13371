import { sha256 } from '../../shared/sha256.ts';

const blockSize = 64;

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/**
 * HMAC-SHA-256 (RFC 2104) of a text in UTF-8: 32 bytes.
 * Not `crypto.subtle`, which does not answer at once and is missing on plain HTTP.
 * @param key at most 64 bytes
 */
export function hmac(key: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const pad = (by: number) =>
    Uint8Array.from({ length: blockSize }, (_, index) => (key[index] ?? 0) ^ by);
  const inner = fromHex(sha256(joined(pad(0x36), new TextEncoder().encode(text))));
  return fromHex(sha256(joined(pad(0x5c), inner)));
}
