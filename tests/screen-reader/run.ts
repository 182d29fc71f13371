/**
 * `npm run test:screen-reader -- [NAME…] [--repeat N] [--write] [--dist FOLDER]`
 * Builds for production, serves the build, walks the journeys with Orca, and prints what it said.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Plugin } from 'vite';
import { type Build, buildApart } from '../../scripts/build-apart.ts';
import { type ServedBuild, serveBuild } from '../support/serve-build.ts';
import { formatTranscript } from './format-transcript.ts';
import type { Journey } from './journey.ts';
import { type Rig, startRig } from './rig.ts';
import { RigFailure } from './rig-failure.ts';
import { runJourney, withoutClock } from './run-journey.ts';

interface Verdict {
  readonly transcript: string;
  readonly failed: boolean;
}

interface Outcome extends Verdict {
  /** As far as it must be the same each time: what the clock decides may differ. */
  readonly fixed: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repeat: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    dist: { type: 'string' },
  },
});

/** The page for journeys that play the customers themselves; never part of the product's build. */
const deskPage = 'tests/screen-reader/pages/desk.html';
const rigs = new Set<Rig>();
const builds: Build[] = [];

async function leave(code: number): Promise<never> {
  await Promise.all([...rigs].map((rig) => rig.close()));
  for (const build of builds) build.remove();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void leave(143));
}

async function walk(journey: Journey): Promise<Outcome> {
  const isDesk = journey.url === 'desk';
  const url = isDesk ? `${desk?.origin}/${deskPage}` : `${product?.origin}${journey.url}`;
  const rig = await startRig({ ...journey, url });
  rigs.add(rig);
  try {
    const results = await runJourney(rig, journey);
    return {
      transcript: formatTranscript(journey.title, results),
      fixed: formatTranscript(journey.title, results.map(withoutClock)),
      failed: results.some(({ faults }) => faults.length > 0),
    };
  } finally {
    await rig.close();
    rigs.delete(rig);
  }
}

/** A rig that broke gets one more try; an expectation that failed never does. */
async function walkOrRetry(journey: Journey): Promise<Outcome> {
  try {
    return await walk(journey);
  } catch (error) {
    if (!(error instanceof RigFailure)) throw error;
    console.error(`${journey.title}: ${error.message}; trying once more`);
    return walk(journey);
  }
}

async function load(name: string): Promise<Journey> {
  const module = (await import(join(here, 'journeys', `${name}.ts`))) as { journey?: Journey };
  if (!module.journey) throw new Error(`journeys/${name}.ts exports no "journey"`);
  return module.journey;
}

async function judge(journey: Journey): Promise<Verdict> {
  const outcomes: Outcome[] = [];
  for (let turn = 0; turn < Number(options.repeat); turn += 1) {
    outcomes.push(await walkOrRetry(journey));
  }
  const transcripts = [
    ...new Map(outcomes.map(({ fixed, transcript }) => [fixed, transcript])).values(),
  ];
  const same = transcripts.length === 1;
  const note = outcomes.length === 1 || same ? '' : `! ${transcripts.length} different transcripts`;
  return {
    transcript: [...transcripts, note].join('\n'),
    failed: !same || outcomes.some(({ failed }) => failed),
  };
}

const existing = readdirSync(join(here, 'journeys'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'))
  .sort();
const names = positionals.length > 0 ? positionals : existing;
const unknown = names.filter((name) => !existing.includes(name));
if (unknown.length > 0) {
  console.error(`No such journey: ${unknown.join(', ')}. There are: ${existing.join(', ')}`);
  await leave(1);
}
async function serve(plugins: Plugin[] = []): Promise<ServedBuild> {
  const build = await buildApart(plugins);
  builds.push(build);
  return serveBuild(build.folder);
}
const input = { build: { rollupOptions: { input: deskPage } } };
const giveUp = (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return leave(1);
};
const journeys = await Promise.all(
  names.map(async (name) => ({ name, journey: await load(name) })),
).catch(giveUp);
// A build takes a minute of a busy machine: only those that some journey walks on.
const isWalked = (isDesk: boolean) =>
  journeys.some(({ journey }) => (journey.url === 'desk') === isDesk);
const [product, desk] = await Promise.all([
  isWalked(false) ? (options.dist ? serveBuild(options.dist) : serve()) : undefined,
  isWalked(true) ? serve([{ name: 'desk-page', config: () => input }]) : undefined,
]).catch(giveUp);
if (options.write) mkdirSync(join(here, 'out'), { recursive: true });

const waiting = [...journeys];
let failures = 0;
async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { name, journey } = next;
    const outcome = await judge(journey).catch((error: unknown): Verdict => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { transcript: `${name}\n! ${reason}\n`, failed: true };
    });
    if (outcome.failed) failures += 1;
    console.log(`${outcome.transcript}${outcome.failed ? 'FAILED' : 'passed'}: ${name}\n`);
    if (options.write) writeFileSync(join(here, 'out', `${name}.txt`), outcome.transcript);
  }
}
// Two share two cores well; a third makes each slower than a step's patience.
await Promise.all([work(), work()]);
await Promise.all([product?.close(), desk?.close()]);
console.log(`${names.length - failures} passed, ${failures} failed`);
await leave(failures > 0 ? 1 : 0);
