import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../architecture/source-files.ts';
import { findNumbers, findTableFaults, readTable } from './accessibility-table.ts';

const rows = readTable(readFileSync(join(root, 'docs/accessibility.md'), 'utf8'));
const read = (path: string) =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

describe('docs/accessibility.md', () => {
  it('has each number from A1 to A63 once, in order', () => {
    const wanted = Array.from({ length: 63 }, (_, index) => `A${index + 1}`);
    expect(rows.map(({ number }) => number)).toEqual(wanted);
  });

  it('names for each number a test that names the number, or says "not yet"', () => {
    expect(findTableFaults(rows, read)).toEqual([]);
  });
});

describe('the table', () => {
  const texts: Readonly<Record<string, string>> = {
    'tests/a.test.ts': "it('A1: does it', () => {}); // A2",
  };
  const faults = (markdown: string) => findTableFaults(readTable(markdown), (path) => texts[path]);

  it('is read from rows that begin with a number', () => {
    expect(
      readTable('| A1 | a | `tests/a.test.ts`, `b` |\n| x | y | z |\n| A2 | b | not yet |'),
    ).toEqual([
      { number: 'A1', files: ['tests/a.test.ts', 'b'], isOpen: false },
      { number: 'A2', files: [], isOpen: true },
    ]);
  });

  it('would be noticed wrong', () => {
    expect(faults('| A1 | a | `tests/a.test.ts` |')).toEqual([]);
    expect(faults('| A2 | a | `tests/a.test.ts` |')).toHaveLength(1);
    expect(faults('| A1 | a | `tests/gone.test.ts` |')).toHaveLength(1);
    expect(faults('| A1 | a | soon |')).toHaveLength(1);
  });

  it('finds numbers in titles, not in comments, and takes A1 for no part of A11', () => {
    expect(findNumbers("it('A11 and A25: both', () => {}); // A3")).toEqual(['A11', 'A25']);
    expect(findNumbers("note: 'Silence (A28)'")).toEqual(['A28']);
    expect(findNumbers("const cell = 'A1,b'; const other = 'in A2';")).toEqual([]);
  });
});
