// The steps of `npm test`, in order. Each gives { passed, failed, skipped }.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const bin = (path) => join(root, 'node_modules', path);
const tsx = bin('tsx/dist/cli.mjs');

/** A tool that either finds nothing wrong or does. */
const asOne = async (script, args) => {
  const { code } = await run(script, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** Counts in Vitest's own report; a file that does not load or an error outside tests is a failure. */
export function countReport(report, code) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** A project of vitest.config.ts, or the part of it that is asked for. */
const vitest = (project, filters) => async (more) => {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-test-'));
  const file = join(folder, 'report.json');
  const { code } = await run(bin('vitest/vitest.mjs'), [
    'run',
    ...['--project', project, '--reporter=default', '--reporter=json'],
    ...[`--outputFile.json=${file}`, ...(more.length > 0 ? more : filters)],
  ]);
  const count = existsSync(file)
    ? countReport(JSON.parse(readFileSync(file, 'utf8')), code)
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  return count;
};

const types = async (more) => {
  // The service worker has another global scope, so its own configuration.
  const projects = ['.', 'src/sw'].filter((path) => existsSync(join(root, path, 'tsconfig.json')));
  const results = [];
  for (const path of projects)
    results.push(await run(bin('typescript/bin/tsc'), ['-p', path, ...more]));
  const failed = results.filter(({ code }) => code !== 0).length;
  return { passed: failed === 0 ? 1 : 0, failed: failed === 0 ? 0 : 1, skipped: 0 };
};

const screenReader = async (more) => {
  const { code, output } = await run(tsx, ['tests/screen-reader/run.ts', ...more]);
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  const count = { passed: Number(passed ?? 0), failed: Number(failed ?? 0), skipped: 0 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
};

const house = ['tests/architecture/', 'tests/locales/'];
// Vitest's own --exclude does not reach its projects.
const others = readdirSync(join(root, 'tests'))
  .map((name) => `tests/${name}/`)
  .filter((folder) => !house.includes(folder));
const voice = ['speech-dispatcher', 'util-linux'];
const ears = ['xvfb', 'xdotool', 'openbox', 'orca', 'at-spi2-core', 'dbus-daemon', ...voice];
const live = ['ejabberd', 'erlang-p1-sqlite3', 'python3-slixmpp'];
// A voice and an ear outside the browser, for what is spoken and dictated.
const heard = ['flite', 'pocketsphinx-en-us', 'python3-pocketsphinx'];

export const steps = [
  { name: 'types', needs: [], run: types },
  {
    name: 'lint',
    needs: [],
    run: (more) => asOne(bin('@biomejs/biome/bin/biome'), ['check', ...more]),
  },
  { name: 'architecture', needs: [], run: vitest('unit', house) },
  { name: 'size', needs: [], run: (more) => asOne(tsx, ['scripts/size.ts', ...more]) },
  {
    name: 'unit',
    needs: [],
    run: vitest('unit', others),
  },
  { name: 'component', needs: ['chromium'], run: vitest('component', []) },
  {
    name: 'contract',
    needs: ['chromium', ...live, ...heard, ...voice],
    run: vitest('contract', []),
  },
  { name: 'journey', needs: ['chromium', ...live, ...heard, ...voice], run: vitest('journey', []) },
  {
    name: 'screen-reader',
    needs: ['chromium', ...ears, 'x11-xkb-utils'],
    run: screenReader,
  },
];
