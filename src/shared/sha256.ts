/** The first 32 bits of the fractional part of a root of each of the first primes (FIPS 180-4). */
function fractions(count: number, root: (prime: number) => number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    let isPrime = true;
    for (let by = 2; by * by <= number; by += 1) if (number % by === 0) isPrime = false;
    if (isPrime) found.push(((root(number) % 1) * 2 ** 32) | 0);
  }
  return found;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its one bit, zeros and length in bits, in blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(view.byteLength - 4, bytes.length << 3);
  return view;
}

/**
 * SHA-256 (FIPS 180-4) of bytes, or of a text in UTF-8, as 64 hexadecimal digits.
 * Not `crypto.subtle`: that one is missing where a station serves the desk over plain HTTP.
 */
export function sha256(data: string | Uint8Array): string {
  const keys = fractions(64, Math.cbrt);
  const state = fractions(8, Math.sqrt);
  const view = padded(typeof data === 'string' ? new TextEncoder().encode(data) : data);
  const words = new Int32Array(64);
  const word = (index: number) => words[index] ?? 0;
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let index = 0; index < 64; index += 1) {
      if (index < 16) words[index] = view.getInt32(block + index * 4);
      else {
        const [early, late] = [word(index - 15), word(index - 2)];
        const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
        const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
        words[index] = one + two + word(index - 16) + word(index - 7);
      }
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let index = 0; index < 64; index += 1) {
      const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const first = h + high + ((e & f) ^ (~e & g)) + (keys[index] ?? 0) + word(index);
      const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const second = low + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) {
      state[index] = ((state[index] ?? 0) + value) | 0;
    }
  }
  return state.map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
