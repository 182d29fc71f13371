import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A browser whose pages keep the program, as real ones do. */
export const openKeepingBrowser = (): Promise<Browser> => {
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  return chromium.launch({
    executablePath: command.trim(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-sync'],
  });
};

/** Opens an address, and waits until the app stands there. */
export async function openAt(page: Page, address: string): Promise<Page> {
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await page.waitForSelector('#content h1');
  return page;
}

/** Shows what the settings say of the program's files. */
export async function showOffline(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.click('#tab-offline');
  await page.waitForSelector('#offline-state');
}

/** Waits until the settings say that everything is here. */
export async function waitUntilKept(page: Page): Promise<void> {
  await showOffline(page);
  await page.getByText('Everything is here').waitFor({ timeout: 60_000 });
}

/** The addresses of all files that are kept. */
export const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const cache = await caches.open('harebell-files');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });

/** The address of the page's own script, which tells its version. */
export const entryOf = (page: Page): Promise<string | null> =>
  page.getAttribute('script[type=module]', 'src');
