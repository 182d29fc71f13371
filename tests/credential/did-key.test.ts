import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase58, encodeBase58 } from '../../src/credential/base58.ts';
import { didOfKey, keyOfDid, methodOfDid } from '../../src/credential/did-key.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('base58', () => {
  // From draft-msporny-base58-03, section 5.
  it.each([
    ['Hello World!', '2NEpo7TZRRrLZSi2U'],
    [
      'The quick brown fox jumps over the lazy dog.',
      'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    ],
  ])('writes “%s” as the draft does', (text, encoded) => {
    expect(encodeBase58(bytes(text))).toBe(encoded);
    expect(decodeBase58(encoded)).toEqual(bytes(text));
  });

  it('keeps zeros in front: 00 00 28 7f b4 cd is 11233QC4', () => {
    const zeros = Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd);
    expect(encodeBase58(zeros)).toBe('11233QC4');
    expect(decodeBase58('11233QC4')).toEqual(zeros);
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (some) => {
        expect([...(decodeBase58(encodeBase58(some)) ?? [])]).toEqual([...some]);
      }),
    );
  });

  it.each(['', '0', 'O', 'l', 'I', 'ab c', '1'.repeat(129)])('“%s” is none', (text) => {
    expect(decodeBase58(text)).toBeUndefined();
  });
});

describe('did:key', () => {
  // From the did:key method, section 5 (test vectors of Ed25519).
  const did = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp';

  it('of a known key is read and written', () => {
    const key = keyOfDid(did);
    expect(key).toHaveLength(32);
    expect(didOfKey(key ?? new Uint8Array())).toBe(did);
    expect(methodOfDid(did)).toBe(`${did}#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp`);
  });

  it.each([
    'did:web:example.org',
    did.slice(0, -1),
    `${did}1`,
    `${did}#z6Mk`,
    // Of another kind (P-256).
    'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169',
    'did:key:z',
    '',
  ])('“%s” is none of Ed25519', (text) => {
    expect(keyOfDid(text)).toBeUndefined();
  });
});
