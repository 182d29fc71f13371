import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readStored } from '../../src/canned-responses/canned-response-schema.ts';
import { starterLibrary } from '../../src/canned-responses/starter-library.ts';
import { sample } from './sample.ts';

it('reads what was stored', () => {
  expect(readStored(JSON.parse(JSON.stringify(starterLibrary)))).toEqual(starterLibrary);
});

it('leaves out what cannot be used and keeps the rest', () => {
  const stored = [
    sample('one'),
    { ...sample('two'), texts: 'no' },
    { ...sample('three'), id: '' },
    null,
    sample('one'),
    { ...sample('four'), later: 'field' },
  ];
  expect(readStored(stored)).toEqual([sample('one'), sample('four')]);
});

it('reads nothing from anything else', () => {
  for (const stored of [undefined, null, {}, 'text', 3]) expect(readStored(stored)).toEqual([]);
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), fc.array(fc.anything()), (one, many) => {
      expect(Array.isArray(readStored(one))).toBe(true);
      expect(readStored(many).every(({ shortcut }) => shortcut !== '')).toBe(true);
    }),
  );
}, 30_000);
