/**
 * `npm run docs:accessibility`: writes into the table of docs/accessibility.md, for each number,
 * the test files whose titles name it, or "not yet".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, root } from '../tests/architecture/source-files.ts';
import { findNumbers } from '../tests/locales/accessibility-table.ts';

const path = join(root, 'docs/accessibility.md');
const named = new Map<string, string[]>();
for (const file of readSources('tests', ['.ts', '.tsx'])) {
  const isTest = /\.test\.tsx?$/.test(file.path) || file.path.includes('/journeys/');
  // The tests of the table itself speak of numbers without testing what they promise.
  if (!isTest || file.path.startsWith('tests/locales/')) continue;
  for (const number of findNumbers(file.text)) {
    named.set(number, [...(named.get(number) ?? []), `\`${file.path}\``]);
  }
}
const table = readFileSync(path, 'utf8').replace(
  /^(\|\s*(A\d+)\s*\|.*\|)[^|\n]*\|\s*$/gm,
  (_, start: string, number: string) => `${start} ${named.get(number)?.join(', ') ?? 'not yet'} |`,
);
writeFileSync(path, table);
console.log(`${named.size} of 63 numbers are named by tests.`);
