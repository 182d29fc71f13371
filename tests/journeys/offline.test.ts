import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { listen, timesSpoken } from '../support/hear-page.ts';
import { passUntil, startChat } from '../support/open-build.ts';
import {
  keptFiles,
  openAt,
  openKeepingBrowser,
  showOffline,
  waitUntilKept,
} from '../support/open-offline.ts';
import { serveBuild } from '../support/serve-build.ts';
import { sharedBuild } from '../support/shared-build.ts';
import { goTo } from '../support/walk-screens.ts';

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await sharedBuild();
  browser = await openKeepingBrowser();
}, 180_000);
afterAll(() => browser?.close());

/** A browser of its own, with all that it complains about. */
const openContext = async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  onTestFinished(() => context.close());
  const troubles: string[] = [];
  const open = async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`policy ${violatedDirective} ${blockedURI}`);
      }),
    );
    page.on('console', (entry) => {
      if (entry.text().startsWith('policy')) troubles.push(entry.text());
    });
    return page;
  };
  return { open, troubles };
};
const portOf = (origin: string) => Number(new URL(origin).port);

it('opens and works without any link, once everything is kept', { timeout: 180_000 }, async () => {
  const server = await serveBuild(folder, { keep: true });
  const { open, troubles } = await openContext();
  const page = await openAt(await open(), server.origin);
  await waitUntilKept(page);

  // A warm start asks nobody for anything; the browser itself looks for a newer version when it likes.
  const before = server.asked.length;
  await page.goto(server.origin);
  await page.waitForSelector('#content h1');
  await page.waitForLoadState('networkidle');
  expect(server.asked.slice(before).filter((path) => path !== '/sw.js')).toEqual([]);

  await server.close();
  await page.clock.install();
  await openAt(page, server.origin);
  for (const screen of [
    'settings',
    'help',
    'canned-responses',
    'editor',
    'certificates',
    'phrases',
  ])
    await goTo(page, screen);
  // Two screens overlap for a moment.
  await page.waitForSelector('main.leaving', { state: 'detached' });
  expect(await page.locator('main').textContent()).not.toContain('could not be loaded');
  await page.selectOption('#language', 'zh-CN');
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await goTo(page, 'help');
  await page.selectOption('#language', 'en');
  await page.waitForFunction(() => document.documentElement.lang === 'en');

  await goTo(page, 'start');
  await startChat(page);
  await page.clock.runFor(3000);
  await page.keyboard.insertText('Hello, I am sorry. Your order number, please?');
  await page.keyboard.press('Enter');
  await passUntil(page, () => page.locator('.message.agent').isVisible());
  await page.keyboard.press('Alt+c');
  await page.waitForSelector('#canned-options .option');
  await page.keyboard.press('Escape');
  await page.click('#leave-button');
  await page.locator('#stop-dialog .primary').click();
  await passUntil(page, () => page.locator('.debrief .turn').first().isVisible());
  expect(await page.locator('.debrief .turn').count()).toBe(1);
  expect(troubles).toEqual([]);
});

it('an install that breaks off goes on where it was', { timeout: 180_000 }, async () => {
  let left = 60;
  const isBroken = (path: string) => {
    if (!path.startsWith('/assets/')) return false;
    left -= 1;
    return left < 0;
  };
  const server = await serveBuild(folder, { breaks: isBroken });
  onTestFinished(server.close);
  const { open } = await openContext();
  const page = await openAt(await open(), server.origin);
  await showOffline(page);
  await page.getByText('The next file did not come').waitFor({ timeout: 60_000 });
  const kept = (await keptFiles(page)).filter((path) => path.startsWith('/assets/'));
  expect(kept.length).toBeGreaterThan(10);
  expect(kept).not.toContain('/');
  expect(await page.textContent('#offline-state')).toMatch(/^\d+ of \d+ files are kept/);

  // Another visit, with a link again: no file that is here is fetched a second time.
  left = Number.POSITIVE_INFINITY;
  const before = server.asked.length;
  await page.reload();
  await page.waitForSelector('#content h1');
  await page.waitForLoadState('networkidle');
  const forThePage = server.asked.slice(before);
  await waitUntilKept(page);
  const again = server.asked.slice(before).filter((path) => kept.includes(path));
  expect(again.filter((path) => !forThePage.includes(path))).toEqual([]);
});

it('a reset keeps drafts, and is refused where it would leave nothing', {
  timeout: 180_000,
}, async () => {
  const server = await serveBuild(folder, { keep: true });
  const { open } = await openContext();
  const page = await open();
  await page.clock.install();
  await listen(page);
  await openAt(page, server.origin);
  await waitUntilKept(page);
  await goTo(page, 'start');
  await startChat(page);
  await page.keyboard.insertText('Half a reply');
  await page.clock.runFor(2000);

  await openAt(page, server.origin);
  await showOffline(page);
  const ask = async () => {
    await page.click('#offline-reset');
    await page.locator('#reset-dialog .primary').click();
  };
  await server.close();
  await ask();
  await passUntil(page, async () => (await timesSpoken(page, /nothing was removed/)) > 0);
  expect((await keptFiles(page)).length).toBeGreaterThan(100);

  const again = await serveBuild(folder, { keep: true, port: portOf(server.origin) });
  onTestFinished(again.close);
  await Promise.all([page.waitForEvent('load'), ask()]);
  await page.waitForSelector('#content h1');
  expect(again.asked.filter((path) => path === '/')).toHaveLength(1);
  // Once to see whether the program can be had, and then again: the worker is a new one.
  const workers = () => again.asked.filter((path) => path === '/sw.js').length;
  await expect.poll(workers).toBeGreaterThan(1);
  await passUntil(page, () => page.locator('.notices button').first().isVisible());
  await page.locator('.notices button').first().click();
  await passUntil(page, () => page.locator('#reply').isVisible());
  expect(await page.inputValue('#reply')).toBe('Half a reply');
});
