/**
 * `npm run bench:render`: the real desk in Chromium with the processor slowed six times, under a
 * flood, while keys are typed. `-- --runs 3` repeats it, `-- --check` fails when a goal is missed.
 * See docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { serveBuild } from '../../tests/support/serve-build.ts';
import { buildApart } from '../build-apart.ts';
import { percentile } from './percentile.ts';
import { formatTable, isMet, type Row } from './print-table.ts';

const path = 'scripts/bench/render.html';
const slowdown = 6;
const perSecond = 20;
const keyCount = 150;
const keyEvery = 100;
const kib = 1024;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const option = (name: string) => process.argv[process.argv.indexOf(name) + 1];

interface Run {
  readonly firstPaint: number;
  /** From the start of the navigation to the list painted, and the part of it since signing in. */
  readonly listed: number;
  readonly opened: number;
  readonly keys: readonly number[];
  readonly received: number;
  readonly heap: number;
  /** How many per cent of its time the page stood in line for a core that others used. */
  readonly inLine: number;
}

/** Nanoseconds that the page's main thread has run, and that it stood ready without a core (Linux). */
async function readSchedule(browser: Browser): Promise<readonly [ran: number, stood: number]> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const totals = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => readFileSync(`/proc/${id}/schedstat`, 'utf8').split(' ').map(Number));
  const sum = (column: number) => totals.reduce((all, row) => all + (row[column] ?? 0), 0);
  return [sum(0), sum(1)];
}

/** Polled from here: what the driver would put into the page for waiting is 0.7 MB of its heap. */
async function until(page: Page, isSo: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await page.evaluate(isSo))) {
    if (performance.now() > end) throw new Error(`Not so within a minute: ${isSo}`);
    await wait(500);
  }
}

async function run(browser: Browser, address: string): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${address}?fill`);
  await until(page, "document.title === 'Filled'");
  await page.goto('about:blank');

  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const before = await readSchedule(browser);
  await page.goto(address);
  await until(page, "'bench' in globalThis");
  await page.evaluate("document.getElementById('reply').focus()");

  await page.evaluate(`globalThis.stopFlood = bench.flood(${perSecond})`);
  await wait(2000);
  const pressed: Promise<unknown>[] = [];
  const letters = 'where is it now ';
  for (let index = 0; index < keyCount; index += 1) {
    const text = letters[index % letters.length] ?? ' ';
    const code = text === ' ' ? 'Space' : `Key${text.toUpperCase()}`;
    const windowsVirtualKeyCode = text.toUpperCase().charCodeAt(0);
    const key = { key: text, code, windowsVirtualKeyCode };
    pressed.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key }));
    pressed.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
    await wait(keyEvery);
  }
  await Promise.all(pressed);
  const { keys, received, listed, opened, firstPaint, typed } =
    (await page.evaluate(`new Promise((done) => {
    stopFlood();
    setTimeout(() => done({
      keys: bench.keys,
      received: bench.received(),
      listed: bench.listed,
      opened: bench.opened,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      typed: document.getElementById('reply').value.length,
    }), 1000);
  })`)) as Omit<Run, 'heap'> & { readonly typed: number };
  if (typed !== keyCount) throw new Error(`Of ${keyCount} keys ${typed} were typed.`);

  const after = await readSchedule(browser);
  const [ran, stood] = [after[0] - before[0], after[1] - before[1]];
  await devtools.send('HeapProfiler.collectGarbage');
  const heap = await devtools.send('Runtime.getHeapUsage');
  await context.close();
  // The browser reports only what took 16 ms or longer.
  const quick = Array.from({ length: keyCount - keys.length }, () => 16);
  return {
    firstPaint,
    listed,
    opened,
    keys: [...keys, ...quick],
    received,
    heap: heap.usedSize,
    inLine: (100 * stood) / (ran + stood),
  };
}

const input = { name: 'bench-page', config: () => ({ build: { rollupOptions: { input: path } } }) };
const { folder, remove } = await buildApart([input]);
const server = await serveBuild(folder);
const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
const browser = await chromium.launch({
  executablePath: executablePath.trim(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const count = process.argv.includes('--runs') ? Number(option('--runs')) : 1;
  const runs: Run[] = [];
  while (runs.length < count) runs.push(await run(browser, `${server.origin}/${path}`));
  const row = (name: string, unit: string, of: (run: Run) => number, goal?: number): Row => ({
    name,
    unit,
    values: runs.map((one) => Math.round(of(one) * 100) / 100),
    ...(goal !== undefined && { goal }),
  });
  const rows = [
    row('First paint, of the shell', 'ms', ({ firstPaint }) => Math.round(firstPaint), 1000),
    row('First paint, of 50 of 500 listed', 'ms', ({ listed }) => Math.round(listed), 1000),
    row('The same, from signing in', 'ms', ({ opened }) => Math.round(opened)),
    row('Key to paint, half of the keys', 'ms', ({ keys }) => percentile(keys, 0.5)),
    row('Key to paint, 98 of 100 keys', 'ms', ({ keys }) => percentile(keys, 0.98), 200),
    row('Key to paint, slowest', 'ms', ({ keys }) => percentile(keys, 1)),
    row('Heap after collecting garbage', 'MiB', ({ heap }) => heap / kib / kib, 6),
    row('Time the page waited for a core', '%', ({ inLine }) => Math.round(inLine)),
    row('Messages that came in', '', ({ received }) => received),
  ];
  console.log(`${formatTable(rows)}\n${JSON.stringify(rows)}`);
  if (process.argv.includes('--check') && !rows.every(isMet)) process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
  remove();
}
