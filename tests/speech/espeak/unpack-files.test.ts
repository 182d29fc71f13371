import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packFiles } from '../../../scripts/vite/cut-espeak.ts';
import { unpackFiles } from '../../../src/speech/espeak/unpack-files.ts';

const unpack = (packed: Uint8Array) => unpackFiles(new Uint8Array(packed).buffer);

it('takes apart what the build has packed, names and bytes', () => {
  const file = fc.record({ path: fc.string({ unit: 'grapheme' }), bytes: fc.uint8Array() });
  fc.assert(
    fc.property(fc.array(file), (files) => {
      expect(unpack(packFiles(files))).toEqual(files);
    }),
  );
});

it('says so when a download was cut off', () => {
  const packed = packFiles([{ path: '/usr/share/en_dict', bytes: new Uint8Array(100) }]);
  for (const length of [0, 3, 10, packed.length - 1]) {
    expect(() => unpack(packed.slice(0, length))).toThrow();
  }
});

it('says so when a login page came instead', () => {
  expect(() => unpack(new TextEncoder().encode('<!doctype html><h1>Sign in</h1>'))).toThrow();
});
