import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/shared/sha256.ts';

const asNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('is SHA-256: the examples of FIPS 180-4', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('says what Node says, of any text and at every edge of a block', () => {
  for (let length = 0; length <= 130; length += 1) {
    expect(sha256('字'.repeat(length))).toBe(asNode('字'.repeat(length)));
    expect(sha256('a'.repeat(length))).toBe(asNode('a'.repeat(length)));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(sha256(text)).toBe(asNode(text));
    }),
  );
});
