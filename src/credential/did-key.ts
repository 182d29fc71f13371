import { decodeBase58, encodeBase58 } from './base58.ts';

/** How long a public Ed25519 key is, in bytes. */
const keyLength = 32;

/** Says that a key is a public Ed25519 key (multicodec 0xed as a varint). */
const codec = [0xed, 0x01];

/** A public Ed25519 key of 32 bytes as a decentralised identifier (did:key 0.9): `did:key:z6Mk…`. */
export const didOfKey = (key: Uint8Array): string =>
  `did:key:z${encodeBase58(Uint8Array.from([...codec, ...key]))}`;

/** The key of such an identifier, or undefined where it is none of Ed25519. */
export function keyOfDid(did: string): Uint8Array<ArrayBuffer> | undefined {
  const [, text] = /^did:key:z(\w+)$/.exec(did) ?? [];
  const bytes = text === undefined ? undefined : decodeBase58(text);
  if (bytes?.length !== codec.length + keyLength) return undefined;
  return codec.every((byte, index) => bytes[index] === byte)
    ? bytes.slice(codec.length)
    : undefined;
}

/** The name of the one key that a `did:key` has, as a proof refers to it. */
export const methodOfDid = (did: string): string => `${did}#${did.slice('did:key:'.length)}`;
