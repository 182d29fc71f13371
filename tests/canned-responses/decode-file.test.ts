import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../src/canned-responses/decode-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  for (const [at, character] of [...`\ufeff${text}`].entries()) {
    view.setUint16(at * 2, character.charCodeAt(0), littleEndian);
  }
  return new Uint8Array(view.buffer);
};

describe('decodeFile', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8('Café 您好'), 'Café 您好'],
    ['UTF-8 with a byte order mark', utf8('\ufeffhi'), 'hi'],
    ['UTF-16, little end first', wide('您好', true), '您好'],
    ['UTF-16, big end first', wide('您好', false), '您好'],
    ['GB 18030', Uint8Array.of(0x68, 0x69, 0x2c, 0xc4, 0xfa, 0xba, 0xc3), 'hi,您好'],
    ['nothing', new Uint8Array(), ''],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeFile(bytes)).toEqual({ ok: true, value: text });
  });

  it.each<[string, Uint8Array]>([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0)],
    ['Western text of one byte a letter', Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x6c, 0x2c, 0xe8)],
    ['half a character', Uint8Array.of(0x61, 0xe6)],
  ])('refuses %s', (_, bytes) => {
    expect(decodeFile(bytes)).toEqual({ ok: false, error: { kind: 'not-text' } });
  });

  it('reads every text in UTF-8 and never throws on anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decodeFile(utf8(text))).toEqual({ ok: true, value: text });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decodeFile(bytes).ok).toBe('boolean');
      }),
    );
  });
});
