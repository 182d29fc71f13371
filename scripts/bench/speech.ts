/**
 * `npm run bench:speech`: what speech weighs and how fast it is. `-- --check` fails when a goal is
 * missed, `-- espeak` measures that part alone. See docs/benchmarks.md.
 */
import { measureCommands } from './command-rows.ts';
import { measureEspeak } from './espeak-rows.ts';
import { formatTable, isMet, type Row } from './print-table.ts';

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  espeak: measureEspeak,
  commands: measureCommands,
};

const chosen = Object.keys(parts).filter((name) => process.argv.includes(name));
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const found = await measure();
  console.log(`${name}\n${formatTable(found)}\n`);
  rows.push(...found);
}
console.log(JSON.stringify(rows));
if (process.argv.includes('--check') && !rows.every(isMet)) process.exitCode = 1;
