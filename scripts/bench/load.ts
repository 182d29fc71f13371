/**
 * `npm run bench:load`: how long an agent on a slow link waits for the desk, and what it takes from
 * link and computer. The production build, compressed, through a relay that is as slow as GPRS, the
 * edge of a cell and 3G, in Chromium with the processor slowed six times. `-- --runs 3`,
 * `-- --only gprs`, `-- --tls`, `-- --h2` (HTTP/2, which has TLS), `-- --waterfall`, `-- --check`,
 * `-- --build FOLDER` (one that is built already, to hold two against each other in turns), `-- --port 443 --tls` (what
 * a web server of this computer gives away, its certificate overlooked). See docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { answerFiles } from '../answer-files.mjs';
import { buildApart } from '../build-apart.ts';
import {
  type Asked,
  type Marks,
  type Memory,
  openToReply,
  openToStart,
  readAsked,
  readHeap,
  readMemory,
  waitUntilKept,
} from './load-page.ts';
import { formatTable, isMet, type Row } from './print-table.ts';
import { linkShapes, type ShapedLink, startShapedLink } from './shape-link.ts';

const slowdown = 6;
const kib = 1024;
const megabyte = 1_000_000;
/** For this long nothing has come when all has come, in milliseconds on top of four round trips. */
const quietFor = 3000;

type LinkName = keyof typeof linkShapes;

interface Visit extends Memory {
  readonly cold: Marks;
  readonly coldBytes: readonly [down: number, up: number];
  /** Until everything had come that comes by itself. */
  readonly allBytes: number;
  readonly connections: number;
  readonly asked: readonly Asked[];
  readonly heap: number;
  readonly warm: Pick<Marks, 'words' | 'start'>;
  readonly warmBytes: number;
  readonly isControlled: boolean;
}

const has = (name: string) => process.argv.includes(name);
const option = (name: string) => (has(name) ? process.argv[process.argv.indexOf(name) + 1] : '');
const isSecure = has('--tls') || has('--h2');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until nothing comes any more. */
async function settle(link: ShapedLink, rtt: number): Promise<void> {
  let before = -1;
  while (before !== link.count().down) {
    before = link.count().down;
    await wait(quietFor + 4 * rtt);
  }
}

const launch = (folder: string) =>
  chromium.launchPersistentContext(mkdtempSync(join(folder, 'profile-')), {
    executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    args: [
      ...['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
      ...(isSecure ? ['--ignore-certificate-errors'] : []),
    ],
  });

const memoryOf = (context: BrowserContext) => {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  return readMemory(browser);
};

/** What the browser takes for a page that has nothing in it: below that no desk can be. */
async function weighEmpty(target: number, folder: string): Promise<Memory> {
  const context = await launch(folder);
  try {
    for (const page of context.pages().slice(1)) await page.close();
    await (context.pages()[0] ?? (await context.newPage())).goto(`http://localhost:${target}/404`);
    return await memoryOf(context);
  } finally {
    await context.close();
  }
}

/** One agent: a first visit with an empty profile, and a second one. */
async function visit(target: number, name: LinkName, folder: string): Promise<Visit> {
  const shape = linkShapes[name];
  const link = await startShapedLink(target, shape);
  const address = `${isSecure ? 'https' : 'http'}://localhost:${link.port}/`;
  const context = await launch(folder);
  const newPage = async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return { page, devtools };
  };
  try {
    for (const page of context.pages().slice(1)) await page.close();
    const first = await newPage();
    const cold = await openToReply(first.page, address);
    const { down, up, connections } = link.count();
    const asked = await readAsked(first.page);
    // Only bytes count from here until the second visit: on GPRS, keeping all of it takes four minutes.
    link.reshape({});
    await waitUntilKept(first.page);
    await settle(link, 0);
    const heap = await readHeap(first.devtools);
    const memory = await memoryOf(context);
    const allBytes = link.count().down;
    await first.page.close();
    // A later visit finds no connection open.
    link.drop();
    link.reshape(shape);
    const second = await newPage();
    const before = link.count();
    const warm = await openToStart(second.page, address);
    const isControlled = await second.page.evaluate(() => !!navigator.serviceWorker?.controller);
    await settle(link, shape.rtt);
    const after = link.count();
    const warmBytes = after.down + after.up - before.down - before.up;
    const coldBytes = [down, up] as const;
    const measured = { cold, coldBytes, allBytes, connections, asked, heap, ...memory };
    return { ...measured, warm, warmBytes, isControlled };
  } finally {
    await context.close();
    link.close();
  }
}

function printWaterfall(name: string, asked: readonly Asked[], { cold }: Visit): void {
  console.error(`\n${name}: request, first byte, last byte in ms; bytes`);
  for (const { file, from, first, to, bytes } of asked.filter(({ from }) => from < cold.reply)) {
    const times = [from, first, to, bytes].map((value) => String(Math.round(value)).padStart(7));
    console.error(`${times.join(' ')}  ${file}`);
  }
  console.error(
    Object.entries(cold)
      .map(([mark, at]) => `${mark} ${Math.round(at)}`)
      .join(', '),
  );
}

const seconds = (ms: number) => Math.round(ms / 10) / 100;

function rowsOf(name: LinkName, visits: readonly Visit[]): Row[] {
  const row = (title: string, unit: string, of: (one: Visit) => number, goal?: number): Row => ({
    name: `${name}: ${title}`,
    unit,
    values: visits.map((one) => Math.round(of(one) * 100) / 100),
    ...(goal !== undefined && name === 'gprs' && { goal }),
  });
  return [
    row('first words (name)', 's', ({ cold }) => seconds(cold.words), 4.5),
    row('start page usable', 's', ({ cold }) => seconds(cold.start)),
    row('console usable', 's', ({ cold }) => seconds(cold.console), 10),
    row('customer can be taken', 's', ({ cold }) => seconds(cold.desk)),
    row('reply box takes a letter', 's', ({ cold }) => seconds(cold.reply)),
    row('down until then', 'KiB', ({ coldBytes }) => coldBytes[0] / kib),
    row('up until then', 'KiB', ({ coldBytes }) => coldBytes[1] / kib),
    row('connections until then', '', ({ connections }) => connections),
    row(
      'requests until then',
      '',
      ({ asked, cold }) => asked.filter(({ from }) => from < cold.reply).length,
    ),
    row('down until all is quiet', 'KiB', ({ allBytes }) => allBytes / kib),
    row('warm, first words', 's', ({ warm }) => seconds(warm.words)),
    row('warm, start page usable', 's', ({ warm }) => seconds(warm.start), 1.2),
    row('warm, both ways', 'KiB', ({ warmBytes }) => warmBytes / kib, 0),
    row('by a service worker', '', ({ isControlled }) => Number(isControlled)),
    row('heap, desk open', 'MB', ({ heap }) => heap / megabyte, 5),
    row('renderer, private footprint', 'MB', ({ footprint }) => footprint / megabyte, 60),
    row('renderer, its share (PSS)', 'MB', ({ share }) => share / megabyte),
  ];
}

/** A certificate for this computer alone. */
function certify(folder: string): { readonly key: Buffer; readonly cert: Buffer } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const rest = ['-nodes', '-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...make, ...rest], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

const temporary = mkdtempSync(join(tmpdir(), 'harebell-load-'));

/** Serves a build until `stop`; or what another web server does. */
async function serve(): Promise<{ readonly port: number; stop(): void }> {
  if (has('--port')) return { port: Number(option('--port')), stop: () => undefined };
  const { folder, remove } = has('--build')
    ? { folder: option('--build') ?? '', remove: () => undefined }
    : await buildApart();
  const answer = answerFiles(folder);
  const makeServer = (): Server => {
    if (has('--h2')) {
      // Its requests and responses are those of HTTP/1.1 as far as files need them.
      const listener = answer as unknown as Parameters<typeof createSecureServer>[1];
      return createSecureServer({ ...certify(temporary), allowHTTP1: true }, listener);
    }
    const http = has('--tls') ? createTlsServer(certify(temporary), answer) : createServer(answer);
    http.keepAliveTimeout = 65_000;
    return http;
  };
  const server = makeServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.close();
    remove();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

const { port, stop } = await serve();
try {
  const count = Number(option('--runs') || 3);
  const names = (Object.keys(linkShapes) as LinkName[]).filter(
    (name) => !has('--only') || name === option('--only'),
  );
  // The files are compressed when they are first asked for, which a host has done before.
  await visit(port, '3g', temporary);
  const rows: Row[] = [];
  for (const name of names) {
    const visits: Visit[] = [];
    while (visits.length < count) visits.push(await visit(port, name, temporary));
    const [first] = visits;
    if (has('--waterfall') && first) printWaterfall(name, first.asked, first);
    rows.push(...rowsOf(name, visits));
  }
  if (!isSecure) {
    const empty = await weighEmpty(port, temporary);
    const inMegabytes = (bytes: number) => [Math.round((bytes / megabyte) * 100) / 100];
    const name = 'renderer of an empty page';
    rows.push(
      { name: `${name}, private footprint`, unit: 'MB', values: inMegabytes(empty.footprint) },
      { name: `${name} (PSS)`, unit: 'MB', values: inMegabytes(empty.share) },
    );
  }
  console.error(formatTable(rows));
  console.log(JSON.stringify(rows));
  if (has('--check') && !rows.every(isMet)) process.exitCode = 1;
} finally {
  stop();
  rmSync(temporary, { recursive: true, force: true });
}
