/**
 * `npm test -- size`: builds for production and weighs it, each file by itself in brotli quality 11,
 * as a server would send it. Fails when the first screen or a piece that is loaded later is too heavy.
 * `npm test -- size --modules` also lists the first screen's heaviest modules (before minification),
 * `--training` the files of each step of the training.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { buildApart } from './build-apart.ts';
import { listEspeak } from './espeak-size.ts';
import { collectFirstScreen, collectLater, lazyButFirst, type Manifest } from './first-screen.ts';
import { trainingSteps } from './training-size.ts';

const kib = 1024;
const firstScreenGoal = 40 * kib;
const firstScreenLimit = 48 * kib;
const laterLimit = 40 * kib;
/** The training room and a whole practice, without the scenario. */
const trainingLimit = 60 * kib;

/** Length of each module by the chunk it went into. */
const modules = new Map<string, readonly { readonly id: string; readonly length: number }[]>();
const lookInside: Plugin = {
  name: 'look-inside',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const inside = Object.entries(chunk.modules);
      modules.set(
        chunk.fileName,
        inside.map(([id, { renderedLength }]) => ({ id, length: renderedLength })),
      );
    }
  },
};

const { folder, remove } = await buildApart([lookInside]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return process.exit(1);
});

const weigh = (file: string): number =>
  brotliCompressSync(readFileSync(join(folder, file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
const show = (bytes: number) => `${(bytes / kib).toFixed(2)} KiB`;
const column = (bytes: number) => show(bytes).padStart(12);

const text = readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const names = new Map(Object.values(manifest).map(({ file, name }) => [file, name]));
/** Scripts are called by their contents alone; this adds what is in them. */
const called = (file: string) => `${file}  ${names.get(file) ?? ''}`.trimEnd();

/** Prints a table, the heaviest first, and gives the rows. */
function printTable(title: string, files: readonly string[]): { file: string; bytes: number }[] {
  const rows = files
    .map((file) => ({ file, bytes: weigh(file) }))
    .sort((a, b) => b.bytes - a.bytes || (a.file < b.file ? -1 : 1));
  console.log(`${title} (brotli)`);
  for (const { file, bytes } of rows) console.log(`${column(bytes)}  ${called(file)}`);
  return rows;
}

/** Prints what the training costs, step by step, and gives the bytes of what counts. */
function printTraining(manifest: Manifest, language: 'en' | 'zh'): number {
  console.log(`\nTraining in ${language === 'en' ? 'English' : 'Chinese'} (brotli)`);
  let sum = 0;
  for (const { title, files, isTraining } of trainingSteps(manifest, language)) {
    const rows = files.map((file) => ({ file, bytes: weigh(file) }));
    const bytes = rows.reduce((all, row) => all + row.bytes, 0);
    if (isTraining) sum += bytes;
    console.log(`${column(bytes)}  ${title}${isTraining ? ' *' : ''}`);
    if (!process.argv.includes('--training')) continue;
    for (const row of rows.sort((a, b) => b.bytes - a.bytes))
      console.log(`${' '.repeat(12)}${column(row.bytes)}  ${called(row.file)}`);
  }
  console.log(`${column(sum)}  in all of *; ${show(trainingLimit)} at most`);
  return sum;
}

function printModules(files: readonly string[]): void {
  const heaviest = files
    .flatMap((file) => modules.get(file) ?? [])
    .sort((a, b) => b.length - a.length)
    .slice(0, 40);
  for (const { id, length } of heaviest) {
    console.log(`${String(length).padStart(12)}  ${relative('.', id)}`);
  }
  console.log('');
}

try {
  const files = collectFirstScreen(manifest, lazyButFirst);
  const first = printTable('First screen', files).reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${column(first)}  in all; goal ${show(firstScreenGoal)}\n`);
  if (process.argv.includes('--modules')) printModules(files);
  const later = printTable('Loaded later', collectLater(manifest, files));
  const heavy = later.filter(({ bytes }) => bytes > laterLimit);
  const tooLoud = listEspeak(folder).filter(({ title, files: parts, limit }) => {
    console.log('');
    const bytes = printTable(title, parts).reduce((sum, part) => sum + part.bytes, 0);
    console.log(`${column(bytes)}  in all, ${bytes} bytes; ${limit} at most`);
    return bytes > limit;
  });

  const trainings = [printTraining(manifest, 'en'), printTraining(manifest, 'zh')];
  const isTrainingHeavy = Math.max(...trainings) > trainingLimit;

  if (first > firstScreenGoal) console.warn(`The first screen is above its goal: ${show(first)}`);
  if (first > firstScreenLimit) {
    console.error(`The first screen may be ${show(firstScreenLimit)} at most.`);
  }
  for (const { file } of heavy) {
    console.error(`${file} is too heavy: ${show(laterLimit)} at most.`);
  }
  for (const { title } of tooLoud) console.error(`${title}: too heavy.`);
  if (isTrainingHeavy) console.error('The training is too heavy.');
  const isTooHeavy = first > firstScreenLimit || heavy.length > 0 || tooLoud.length > 0;
  process.exitCode = isTooHeavy || isTrainingHeavy ? 1 : 0;
} finally {
  remove();
}
