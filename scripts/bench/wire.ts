/**
 * `npm run bench:wire`: what the live desk takes from the link, in bytes of the WebSocket's TCP stream,
 * with a real server, the app in Chromium and customers with programs of their own; plain, and behind
 * the deflating proxy. `-- --only login,received,shift,first`, `-- --kind deflated`,
 * `-- --stanzas` lists a sign-in,
 * `-- --check` fails when a goal is missed. See docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { startDeflateProxy } from '../../desk/deflate-proxy.ts';
import { type LiveDesk, startLiveDesk } from '../../tests/support/live-desk.ts';
import { answerFiles } from '../answer-files.mjs';
import { buildApart } from '../build-apart.ts';
import { formatTable, isMet, type Row } from './print-table.ts';
import { type LinkShape, linkShapes, startShapedLink } from './shape-link.ts';
import { mix, readCorpus, readLongChinese } from './wire-corpus.ts';
import {
  bytesOf,
  openAgent,
  quiet,
  sendWords,
  takeCustomer,
  until,
  type WiredAgent,
  wait,
} from './wire-desk.ts';
import { playShift } from './wire-shift.ts';

const kib = 1024;
const has = (name: string) => process.argv.includes(name);
const chosen = has('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : ['login', 'received', 'shift', 'first'];

const kinds = has('--kind')
  ? [process.argv[process.argv.indexOf('--kind') + 1]]
  : ['plain', 'deflated'];

/** The chat server as it is, or behind the proxy. */
type Kind = 'plain' | 'deflated';

interface Stand {
  readonly kind: Kind;
  readonly live: LiveDesk;
  readonly browser: Browser;
  /** Port of the chat server or its proxy, and of the page. */
  readonly chatPort: number;
  readonly pagePort: number;
}

/** What is done with an agent who has a browser and a link of their own. */
async function withAgent<T>(
  { browser, live, chatPort, pagePort }: Stand,
  work: (agent: WiredAgent) => Promise<T>,
  how: { readonly ownClock?: boolean } = {},
): Promise<T> {
  const link = await startShapedLink(chatPort);
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    return await work(await openAgent(context, `http://localhost:${pagePort}`, live, link, how));
  } finally {
    await context.close();
    link.close();
  }
}

/** Longer than the archive's second look (2.5 s), shorter than the first question for life (4 s). */
const settled = 3200;

const measureLogin = (stand: Stand) =>
  withAgent(stand, async (agent) => {
    const { frames, link } = agent;
    await agent.signIn();
    await wait(settled);
    const login = bytesOf(link);
    if (has('--stanzas')) {
      console.error(`\nA sign-in, ${stand.kind}`);
      const begun = frames[0]?.at ?? 0;
      for (const { at, way, text } of frames) {
        console.error(`${String(Math.round(at - begun)).padStart(6)} ${way.padEnd(4)} ${text}`);
      }
    }
    const known = frames.length;
    link.drop();
    await until(() => frames.slice(known).some(({ text }) => /^<resumed/.test(text)));
    await quiet(link, 1000);
    return { login, resume: bytesOf(link) - login };
  });

/** Bytes for each of the messages, with what goes back for them. */
const measureReceived = (stand: Stand, corpora: readonly (readonly string[])[]) =>
  withAgent(stand, async (agent) => {
    await agent.signIn();
    const customer = await takeCustomer(stand.live, agent, 'Hello, I have a question.');
    await sendWords(stand.live, customer, agent.address, 'Is anybody there?');
    const each: number[] = [];
    for (const corpus of corpora) {
      const before = bytesOf(agent.link);
      for (const text of corpus) {
        await sendWords(stand.live, customer, agent.address, text);
      }
      each.push((bytesOf(agent.link) - before) / corpus.length);
    }
    await stand.live.dismiss(customer);
    return each;
  });

const measureShift = (stand: Stand, corpus: readonly string[]) =>
  withAgent(
    stand,
    async (agent) => {
      await agent.signIn();
      await playShift(stand.live, agent, corpus);
      return bytesOf(agent.link);
    },
    { ownClock: true },
  );

/** Seconds from the press of "Sign in" until the words of who waits are on the screen. */
async function measureFirst(stand: Stand, shape: LinkShape): Promise<readonly number[]> {
  const { browser, live } = stand;
  const link = await startShapedLink(stand.chatPort, shape);
  const pages = await startShapedLink(stand.pagePort, shape);
  const context = await browser.newContext({ locale: 'en-US' });
  const took: number[] = [];
  try {
    // First with nothing kept of the live desk's own code, then with all of it.
    for (const words of ['Where is my parcel?', 'My bill is wrong.']) {
      const agent = await openAgent(context, `http://localhost:${pages.port}`, live, link);
      const customer = await live.customer();
      await live.order(customer, { do: 'send', to: agent.address, text: words });
      await quiet(pages, 3000);
      const begun = agent.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            document
              .getElementById('sign-in-submit')
              ?.addEventListener('click', () => resolve(performance.now()), { capture: true });
          }),
      );
      const signedIn = agent.signIn();
      await agent.page.getByText(words).first().waitFor();
      const now = await agent.page.evaluate(() => performance.now());
      await signedIn;
      took.push((now - (await begun)) / 1000);
      await live.dismiss(customer);
      await agent.page.close();
    }
    return took;
  } finally {
    await context.close();
    link.close();
    pages.close();
  }
}

async function measure(stand: Stand): Promise<Row[]> {
  const rows: Row[] = [];
  const isHeld = stand.kind === 'deflated';
  const add = (name: string, value: number, unit: string, goal?: number) => {
    const values = [Math.round(value * 100) / 100];
    const row = { name: `${stand.kind}: ${name}`, values, unit };
    rows.push({ ...row, ...(goal !== undefined && isHeld && { goal }) });
    console.error(formatTable(rows.slice(-1)));
  };
  const [en, zh] = [readCorpus('en'), readCorpus('zh')];
  if (chosen.includes('login')) {
    const { login, resume } = await measureLogin(stand);
    add('sign-in', login, 'B');
    add('taken up again', resume, 'B');
  }
  if (chosen.includes('received')) {
    const [both, english, chinese, long] = await measureReceived(stand, [
      mix([en, zh]).slice(0, 520),
      en.slice(260),
      zh.slice(260),
      readLongChinese(),
    ]);
    add('received, 75 bytes', both ?? Number.NaN, 'B', 250);
    add('the same, English', english ?? Number.NaN, 'B');
    add('the same, Chinese', chinese ?? Number.NaN, 'B');
    add('received, 75 Chinese characters', long ?? Number.NaN, 'B');
  }
  if (chosen.includes('first')) {
    for (const [name, shape] of [
      ['500 ms', { rtt: 500 }],
      ['GPRS', linkShapes.gprs],
    ] as const) {
      const [cold, kept] = await measureFirst(stand, shape);
      add(`first message, ${name}, first time`, cold ?? Number.NaN, 's');
      add(`first message, ${name}, code kept`, kept ?? Number.NaN, 's', 7);
    }
  }
  if (chosen.includes('shift')) {
    add("an hour's shift", (await measureShift(stand, mix([en, zh]))) / kib, 'KiB', 150);
  }
  return rows;
}

const [{ folder, remove }, live] = await Promise.all([buildApart(), startLiveDesk()]);
const server = createServer(answerFiles(folder));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { service } = await live.agent();
const proxy = await startDeflateProxy({ target: service });
const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
const browser = await chromium.launch({
  executablePath: executablePath.trim(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const pagePort = (server.address() as AddressInfo).port;
  const shared = { live, browser, pagePort };
  const portOf = (address: string) => Number(new URL(address).port);
  const rows: Row[] = [];
  for (const [kind, address] of [
    ['plain', service],
    ['deflated', proxy.service],
  ] as const) {
    if (kinds.includes(kind)) {
      rows.push(...(await measure({ ...shared, kind, chatPort: portOf(address) })));
    }
  }
  console.log(JSON.stringify(rows));
  if (has('--check') && !rows.every(isMet)) process.exitCode = 1;
} finally {
  await browser.close();
  await proxy.close();
  await live.stop();
  server.close();
  server.closeAllConnections();
  remove();
}
