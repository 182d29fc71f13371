import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';

/** Times from the start of a navigation, in milliseconds. */
export interface Marks {
  /** The first paint with words: the name in the shell of `index.html`. */
  readonly words: number;
  /** The start page is painted and its links answer. */
  readonly start: number;
  /** The console is painted and its keys answer; the simulated customer takes another second. */
  readonly console: number;
  /** A customer waits in it and can be accepted. */
  readonly desk: number;
  /** The reply box has taken a letter. */
  readonly reply: number;
}

/** A file that was asked for: when, when its first and its last byte came, and its bytes on the wire. */
export interface Asked {
  readonly file: string;
  readonly from: number;
  readonly first: number;
  readonly to: number;
  readonly bytes: number;
}

/**
 * Runs in the page before its own scripts: notes when things are painted, and with `hurry` presses what
 * leads to the reply box in the moment it is there.
 */
function watchPage(hurry: boolean): void {
  const marks: Record<string, number> = {};
  Object.assign(globalThis, { marks });
  const steps = [
    ['start', '#start-practise'],
    ['practise', '#start-first-hello'],
    ['console', '.shell.desk #content h1'],
    ['desk', '.shell.desk .offer button.primary'],
    ['reply', '#reply'],
  ] as const;
  const pressed = new Set<string>();
  const look = () => {
    for (const [name, selector] of steps) {
      const found = document.querySelector<HTMLElement>(selector);
      if (!found || pressed.has(name)) continue;
      pressed.add(name);
      // The frame that shows it, and the one after: then it has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          marks[name] ??= performance.now();
        }),
      );
      if (name === 'reply') {
        found.addEventListener('input', () => {
          marks['typed'] ??= performance.now();
        });
      } else if (hurry && found.matches('a, button')) queueMicrotask(() => found.click());
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

// tsx keeps names by a helper of its own, which the page lacks.
const watch = (page: Page, hurry: boolean) =>
  page.addInitScript({ content: `globalThis.__name = (f) => f; (${watchPage})(${hurry});` });

/** Polled from here: what the driver would put into the page for waiting is 0.7 MB of its heap. */
async function readMark(page: Page, name: string): Promise<number> {
  const until = performance.now() + 180_000;
  for (;;) {
    const mark = await page.evaluate(
      (key) => (globalThis as unknown as { marks?: Record<string, number> }).marks?.[key],
      name,
    );
    if (mark !== undefined) return mark;
    if (performance.now() > until) throw new Error(`The page never came to: ${name}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens an address and goes as fast as the page lets one to a practice customer and a letter. */
export async function openToReply(page: Page, address: string): Promise<Marks> {
  await watch(page, true);
  await page.goto(address, { timeout: 180_000, waitUntil: 'commit' });
  await readMark(page, 'reply');
  await page.evaluate(() => document.getElementById('reply')?.focus());
  await page.keyboard.type('a');
  const reply = await readMark(page, 'typed');
  return {
    words: await readWords(page),
    start: await readMark(page, 'start'),
    console: await readMark(page, 'console'),
    desk: await readMark(page, 'desk'),
    reply,
  };
}

/** Opens an address as far as the start page. */
export async function openToStart(
  page: Page,
  address: string,
): Promise<Pick<Marks, 'words' | 'start'>> {
  await watch(page, false);
  await page.goto(address, { timeout: 180_000, waitUntil: 'commit' });
  const start = await readMark(page, 'start');
  return { words: await readWords(page), start };
}

const readWords = (page: Page): Promise<number> =>
  page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );

/** What the page has asked for, in order. */
export function readAsked(page: Page): Promise<readonly Asked[]> {
  return page.evaluate(() =>
    ['navigation', 'resource']
      .flatMap((type) => performance.getEntriesByType(type) as PerformanceResourceTiming[])
      .map((entry) => ({
        file: new URL(entry.name).pathname,
        from: entry.startTime,
        first: entry.responseStart,
        to: entry.responseEnd,
        bytes: entry.transferSize,
      }))
      .sort((a, b) => a.from - b.from),
  );
}

/** Waits until the service worker has all of the program: its list ends with the page. */
export async function waitUntilKept(page: Page): Promise<void> {
  const isKept = () =>
    caches.match('/', { cacheName: 'harebell-files', ignoreSearch: true }).then(Boolean);
  const until = performance.now() + 300_000;
  while (!(await page.evaluate(isKept))) {
    if (performance.now() > until) throw new Error('The program was not kept within five minutes.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Bytes that the page's scripts hold after a full collection. */
export async function readHeap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** What a process takes, in bytes (Linux). */
export interface Memory {
  /**
   * Its private memory footprint: what the browser's own task manager shows, memory that is no file and
   * nobody else's, with what of it was swapped out.
   */
  readonly footprint: number;
  /** Its share of all that it uses (PSS): what processes have in common, the browser's program, is divided. */
  readonly share: number;
}

/** The page's process; with more than one, the one that has worked most. */
export async function readMemory(browser: Browser): Promise<Memory> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const [page] = processInfo
    .filter(({ type }) => type === 'renderer')
    .sort((a, b) => b.cpuTime - a.cpuTime);
  if (!page) throw new Error('The browser has no page.');
  const bytes = (file: 'smaps_rollup' | 'status', name: string) => {
    const text = readFileSync(`/proc/${page.id}/${file}`, 'utf8');
    return 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN);
  };
  return {
    footprint: bytes('status', 'RssAnon') + bytes('status', 'VmSwap'),
    share: bytes('smaps_rollup', 'Pss'),
  };
}
