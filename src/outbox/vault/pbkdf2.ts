import { sha256 } from '../../shared/sha256.ts';

type Words = Int32Array<ArrayBuffer>;
type Bytes = Uint8Array<ArrayBuffer>;

const blockWords = 16;
const stateWords = 8;
const blockSize = 64;
/** How many steps there are between two chances for the page to do something else: some 10 ms. */
const stepsAtOnce = 4000;

/** The first 32 bits of the fractional part of a root of each of the first primes (FIPS 180-4). */
const fractions = (count: number, root: (prime: number) => number): Words => {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (!Array.from({ length: number - 2 }, (_, by) => by + 2).some((by) => number % by === 0))
      found.push(((root(number) % 1) * 2 ** 32) | 0);
  }
  return Int32Array.from(found);
};

/** SHA-256 block by block and without garbage: a million of them take a second or two. */
function createHash() {
  const keys = fractions(64, Math.cbrt);
  const words = new Int32Array(64);
  const at = (list: Words, index: number) => list[index] as number;
  return {
    begin: fractions(stateWords, Math.sqrt),
    /** Writes into `to` what becomes of the state `from` with one block. */
    step: (from: Words, block: Words, to: Words): void => {
      words.set(block);
      for (let i = blockWords; i < 64; i += 1) {
        const x = at(words, i - 15);
        const y = at(words, i - 2);
        const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        words[i] = low + high + at(words, i - 16) + at(words, i - 7);
      }
      let a = at(from, 0);
      let b = at(from, 1);
      let c = at(from, 2);
      let d = at(from, 3);
      let e = at(from, 4);
      let f = at(from, 5);
      let g = at(from, 6);
      let h = at(from, 7);
      for (let i = 0; i < 64; i += 1) {
        const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const first = (h + high + ((e & f) ^ (~e & g)) + at(keys, i) + at(words, i)) | 0;
        const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + first) | 0;
        d = c;
        c = b;
        b = a;
        a = (first + second) | 0;
      }
      to[0] = at(from, 0) + a;
      to[1] = at(from, 1) + b;
      to[2] = at(from, 2) + c;
      to[3] = at(from, 3) + d;
      to[4] = at(from, 4) + e;
      to[5] = at(from, 5) + f;
      to[6] = at(from, 6) + g;
      to[7] = at(from, 7) + h;
    },
  };
}

const wordsOf = (bytes: Uint8Array): Words => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(index * 4));
};
const bytesOf = (words: Words): Bytes => {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [index, word] of words.entries()) view.setInt32(index * 4, word);
  return new Uint8Array(view.buffer);
};
const hashed = (bytes: Uint8Array): Bytes =>
  Uint8Array.from(sha256(bytes).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * PBKDF2-HMAC-SHA-256 (RFC 8018) without WebCrypto, which is missing on plain HTTP: 32 bytes. The page
 * stays alive meanwhile.
 */
export async function pbkdf2InScript(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
): Promise<Bytes> {
  const { begin, step } = createHash();
  const key = password.length > blockSize ? hashed(password) : password;
  const padded = (by: number) =>
    Uint8Array.from({ length: blockSize }, (_, index) => (key[index] ?? 0) ^ by);
  const begun = (by: number) => {
    const state = new Int32Array(stateWords);
    step(begin, wordsOf(padded(by)), state);
    return state;
  };
  const [inner, outer] = [begun(0x36), begun(0x5c)];
  // What follows the key's own block is always 32 bytes, the end mark and the length of both.
  const block = new Int32Array(blockWords);
  block[stateWords] = 1 << 31;
  block[blockWords - 1] = (blockSize + 32) * 8;
  const first = hashed(
    Uint8Array.from([
      ...padded(0x5c),
      ...hashed(Uint8Array.from([...padded(0x36), ...salt, 0, 0, 0, 1])),
    ]),
  );
  let state: Words = wordsOf(first);
  const sum = Int32Array.from(state);
  const next = new Int32Array(stateWords);
  for (let done = 1; done < iterations; done += 1) {
    block.set(state);
    step(inner, block, next);
    block.set(next);
    step(outer, block, next);
    state = next;
    for (let index = 0; index < stateWords; index += 1)
      sum[index] = (sum[index] as number) ^ (next[index] as number);
    if (done % stepsAtOnce === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return bytesOf(sum);
}

/**
 * A key of 32 bytes that follows from a passphrase, slowly. Full-width and half-width letters, and
 * accents typed in one or two keys, count as the same (NFKC).
 * @param salt random; @param iterations stands beside it on the disk
 */
export async function deriveKey(
  passphrase: string,
  salt: Bytes,
  iterations: number,
  subtle: SubtleCrypto | undefined = globalThis.crypto.subtle,
): Promise<Bytes> {
  const password = new TextEncoder().encode(passphrase.normalize('NFKC'));
  if (!subtle) return pbkdf2InScript(password, salt, iterations);
  const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await subtle.deriveBits(how, key, 256));
}
