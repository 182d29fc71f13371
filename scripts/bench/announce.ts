/**
 * `npm run bench:announce`: what is heard of ten messages in two seconds over four chats, in a
 * hundred variants of their timing. `-- --check` fails when a goal is missed. See docs/benchmarks.md.
 */
import { playVariant } from './announce-variant.ts';
import { percentile } from './percentile.ts';
import { formatTable, isMet, type Row } from './print-table.ts';

const variants = 100;

const outcomes = await Promise.all(
  Array.from({ length: variants }, (_, index) => playVariant(index + 1)),
);
const counts = outcomes.map(({ utterances }) => utterances.length);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const row = (name: string, value: number, goal?: number): Row => ({
  name,
  values: [value],
  unit: '',
  ...(goal !== undefined && { goal }),
});
const rows = [
  row('Utterances, fewest', Math.min(...counts)),
  row('Utterances, middle', percentile(counts, 0.5)),
  row('Utterances, most', Math.max(...counts), 3),
  row('Messages missing from the log', sum(outcomes.map(({ lost }) => lost)), 0),
  row("Echoes of the agent's own words", sum(outcomes.map(({ echoes }) => echoes)), 0),
];
console.log(`${formatTable(rows)}\n${JSON.stringify(rows)}`);
if (process.argv.includes('--check') && !rows.every(isMet)) {
  process.exitCode = 1;
}
