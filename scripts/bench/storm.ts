/**
 * `npm run bench:storm -- --seeds 1-50`: plays seeded storms against the production build and a real
 * server, and prints each seed that lost, doubled or turned round a message. `--times 8` plays them so
 * often, `--jobs 2` two side by side, `--verbose` prints what happened, `--wire` each frame too.
 * `--bare` goes straight to the server and not through the compressing proxy, `--polling` by long polling. See docs/benchmarks.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describePlan, planStorm } from '../../tests/storm/plan-storm.ts';
import { runStorm, type StormOutcome } from '../../tests/storm/run-storm.ts';
import { startDeskServer } from '../../tests/support/desk-server.ts';
import { serveBuild } from '../../tests/support/serve-build.ts';
import { buildApart } from '../build-apart.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-50' },
    times: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
    wire: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
    polling: { type: 'boolean', default: false },
  },
});
const [first = 1, last = first] = values.seeds.split('-').map(Number);
const count = last - first + 1;
const seeds = Array.from(
  { length: count * Number(values.times) },
  (_, index) => first + (index % count),
);

const way = values.polling ? 'polling' : values.bare ? 'socket' : 'proxy';

const build = await buildApart();
const served = await serveBuild(build.folder);
const outcomes: StormOutcome[] = [];
const work = async () => {
  const server = await startDeskServer('usual');
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const plan = planStorm(seed);
    const frame = (line: string) => console.log(`${Date.now() % 100_000} ${line.slice(0, 1500)}`);
    const onFrame = values.wire ? frame : undefined;
    const outcome = await runStorm(plan, server, served.origin, onFrame, way);
    outcomes.push(outcome);
    const { problems, took, calmAfter, sentAgain, twiceOnTheWire } = outcome;
    const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
    const word = problems.length ? 'FAILED' : 'clean';
    console.log(
      `seed ${seed}: ${word}, ${seconds(took)}, all there ${seconds(calmAfter)} after the storm, ` +
        `${sentAgain.length} sent again, ${twiceOnTheWire} twice on the wire`,
    );
    if (problems.length) {
      const log = readFileSync(join(server.folder, 'ejabberd.log'), 'utf8').split('\n').slice(-20);
      console.log(`  ${[describePlan(plan), ...problems, ...log].join('\n  ')}`);
    }
    if (problems.length || values.verbose) console.log(`    ${outcome.journal.join('\n    ')}`);
  }
  await server.stop();
};
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
await served.close();
build.remove();

const failed = outcomes.filter(({ problems }) => problems.length).map(({ seed }) => seed);
console.log(`${outcomes.length} storms, ${failed.length} failed${failed.length ? ':' : ''}`);
for (const seed of failed) console.log(`  npm run bench:storm -- --seeds ${seed} --verbose`);
if (failed.length) process.exitCode = 1;
