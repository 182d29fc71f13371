import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateJsonError } from '../../src/canned-responses/locate-json-error.ts';

describe('locateJsonError', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['[1,2', 1, 5],
    ['[1 2]', 1, 4],
    ['[1,]', 1, 4],
    ['{"a":1]', 1, 7],
    ['{a:1}', 1, 2],
    ['{"a":1}}', 1, 8],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{\r\n"a":\r\n\'b\'}', 3, 1],
    ['["a\nb"]', 1, 2],
    ['["\\x"]', 1, 2],
    ['[01]', 1, 3],
    ['[NaN]', 1, 2],
    ['[tru]', 1, 2],
    ['// note\n{}', 1, 1],
    [']', 1, 1],
  ])('finds %j wrong at line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(locateJsonError(text)).toEqual({ line, column });
  });

  it('goes to the end of what is right', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(locateJsonError(text)).toEqual({ line: 1, column: text.length + 1 });
      }),
    );
  });

  it('finds a stray sign after anything that is right', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(locateJsonError(`${text} ?`)).toEqual({ line: 1, column: text.length + 2 });
      }),
    );
  });

  it('survives a megabyte of brackets and a megabyte in one string', () => {
    const size = 1_000_000;
    expect(locateJsonError('['.repeat(size)).column).toBe(size + 1);
    expect(locateJsonError(`["${'a\\n'.repeat(size / 3)}" x`).column).toBeGreaterThan(size - 10);
  });
});
