import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../src/canned-responses/file-format.ts';
import { parseCsv } from '../../src/shared/parse-csv.ts';

const cells = (text: string) => {
  const parsed = parseCsv(text);
  return parsed.ok ? parsed.value.map((row) => row.cells) : parsed.error;
};

describe('parseCsv', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['', []],
    ['a', [['a']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,b', [['a', 'b']]],
    [
      'a;b\nc,c;d',
      [
        ['a', 'b'],
        ['c,c', 'd'],
      ],
    ],
    [
      'a\tb\nc;c\td',
      [
        ['a', 'b'],
        ['c;c', 'd'],
      ],
    ],
    ['sep=;\r\na;b,b', [['a', 'b,b']]],
    ['sep=,\na,b;b;b', [['a', 'b;b;b']]],
    [
      '"a;;;",b\n1,2',
      [
        ['a;;;', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    ['a\n\n , \nb', [['a'], ['b']]],
    ['"a ""b"" c",d', [['a "b" c', 'd']]],
    ['"one\r\ntwo",b', [['one\ntwo', 'b']]],
    ['"",b', [['', 'b']]],
    ['say "hi",b', [['say "hi"', 'b']]],
    ['"a"', [['a']]],
  ])('reads %j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('knows on which line of the file each row begins', () => {
    const parsed = parseCsv('a,b\r\n"one\ntwo\nthree",x\r\n\r\ny,z');
    expect(parsed.ok && parsed.value.map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it.each([
    ['a,b\nc,"d', 2, 3],
    ['"', 1, 1],
    ['a,b\n"c" d,e', 2, 4],
    ['"one\ntwo"x', 2, 5],
    ['sep=;\na;"b', 2, 3],
  ])('finds the quotes of %j wrong at line %i, column %i', (text, line, column) => {
    expect(cells(text)).toEqual({ kind: 'bad-quotes', line, column });
  });

  it('never throws', () => {
    const piece = fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'a', ' ', '\ufeff', 'sep=;');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          expect(typeof parseCsv(text).ok).toBe('boolean');
        },
      ),
    );
  }, 30_000);
});

describe('guard against formulas', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''-",
  ])('puts an apostrophe before %j and takes it back', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
    expect(unguardCell(guardCell(cell))).toBe(cell);
  });

  it.each(['', 'Hello', "'tis", "'", '1-1', ' =1', '您好'])('leaves %j alone', (cell) => {
    expect(guardCell(cell)).toBe(cell);
    expect(unguardCell(cell)).toBe(cell);
  });

  it('is exact for every cell', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom("'", '=', 'a')).map((a) => a.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => {
        expect(unguardCell(guardCell(cell))).toBe(cell);
        expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
