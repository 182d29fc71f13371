import { execFileSync } from 'node:child_process';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serveBuild } from './serve-build.ts';
import { sharedBuild } from './shared-build.ts';

/** The production build in Debian's Chromium. */
export interface OpenBuild {
  readonly browser: Browser;
  readonly origin: string;
  /**
   * A page of a browser of its own that keeps nothing of the program (tests/journeys/offline.test.ts);
   * its clock can be moved on, and runs until then. What it asks the server for goes into `asked`, as
   * paths: with such a clock the page itself keeps no record.
   */
  open(
    options?: BrowserContextOptions & { readonly path?: string; readonly asked?: string[] },
  ): Promise<Page>;
  /** A page of the browser that `page` belongs to: another tab. */
  openBeside(page: Page): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Serves the build that all journeys share, and starts one browser for a whole file of tests.
 * @param flags more of Chromium's own
 */
export async function openBuild(flags: readonly string[] = []): Promise<OpenBuild> {
  const server = await serveBuild(await sharedBuild());
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  const browser = await chromium.launch({
    executablePath: command.trim(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-sync', ...flags],
  });
  const start = async (page: Page, path: string) => {
    page.setDefaultTimeout(15_000);
    await page.clock.install();
    await page.goto(server.origin + path);
    await page.waitForSelector('#content h1');
    return page;
  };
  return {
    browser,
    origin: server.origin,
    open: async ({ path = '/', asked, ...options } = {}) => {
      const context = await browser.newContext({
        locale: 'en-US',
        serviceWorkers: 'block',
        ...options,
      });
      context.on('request', (request) => asked?.push(new URL(request.url()).pathname.slice(1)));
      return start(await context.newPage(), path);
    },
    openBeside: async (page) => start(await page.context().newPage(), '/'),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Moves a page's clock on, second by second, until `isThere` says so. */
export async function passUntil(
  page: Page,
  isThere: () => Promise<boolean>,
  seconds = 120,
): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 1) {
    if (await isThere()) return;
    await page.clock.runFor(1000);
  }
  throw new Error(`Not so after ${seconds} seconds of the page's clock: ${isThere}`);
}

/** From the start page to a practice customer who waits to be accepted. */
export async function startPractice(page: Page, scenario = 'late-parcel'): Promise<void> {
  await page.click('#start-practise');
  const start = page.locator(`#start-${scenario}`);
  await start.waitFor({ state: 'attached' });
  // In a level that is not open.
  if (!(await start.isVisible()))
    await page.locator('details', { has: start }).locator('h2').click();
  await start.click();
  await page.waitForSelector('.shell.desk');
  await passUntil(page, () => page.locator('.offer').first().isVisible());
}

/** From the start page into a conversation with a practice customer who has written. */
export async function startChat(page: Page, scenario?: string): Promise<void> {
  await startPractice(page, scenario);
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply');
  await passUntil(page, () => page.locator('.message.customer').first().isVisible());
}
