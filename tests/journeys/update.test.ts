import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Build } from '../../scripts/build-apart.ts';
import { startChat } from '../support/open-build.ts';
import {
  entryOf,
  keptFiles,
  openAt,
  openKeepingBrowser,
  waitUntilKept,
} from '../support/open-offline.ts';
import { runCommand } from '../support/run-command.ts';
import { buildNewer } from '../support/second-build.ts';
import { serveBuild } from '../support/serve-build.ts';
import { sharedBuild } from '../support/shared-build.ts';
import { goTo } from '../support/walk-screens.ts';

let folder: string;
let newer: Build;
let browser: Browser;

beforeAll(async () => {
  folder = await sharedBuild();
  newer = await buildNewer();
  browser = await openKeepingBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  newer?.remove();
});

it('A39, A43: a newer version is offered where nothing goes on, and what is open keeps its own', {
  timeout: 240_000,
}, async () => {
  const first = await serveBuild(folder, { keep: true });
  const context = await browser.newContext({ locale: 'en-US' });
  const free = await openAt(await context.newPage(), first.origin);
  await waitUntilKept(free);
  const old = await entryOf(free);
  const busy = await context.newPage();
  await busy.clock.install();
  await openAt(busy, first.origin);
  await startChat(busy);
  await busy.keyboard.insertText('Half a reply');
  await busy.clock.runFor(2000);

  // Another version is served, at the same address.
  await first.close();
  const second = await serveBuild(newer.folder, {
    keep: true,
    port: Number(new URL(first.origin).port),
  });
  await goTo(free, 'canned-responses');
  await free.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await free.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
  // What two versions share was not fetched again.
  const pieces = (list: readonly string[]) => list.filter((path) => path.startsWith('/assets/'));
  await expect
    .poll(async () => new Set(await keptFiles(free)).has('/') && pieces(second.asked).length > 0, {
      timeout: 60_000,
    })
    .toBe(true);

  // Not where something is being written, and not in the tab with the customer.
  const offer = '#use-new-version';
  await goTo(free, 'start');
  await free.waitForSelector(offer, { timeout: 60_000 });
  const total = (await keptFiles(free)).length;
  expect(new Set(pieces(second.asked)).size).toBeLessThan(total / 2);
  expect(await free.locator('.notices').textContent()).toContain(
    'A new version of Harebell is ready',
  );
  await goTo(free, 'canned-responses');
  expect(await free.locator(offer).count()).toBe(0);
  expect(await busy.locator(offer).count()).toBe(0);
  await goTo(free, 'start');

  await free.focus('#put-off-new-version');
  await free.keyboard.press('Enter');
  expect(await free.locator(offer).count()).toBe(0);
  expect(await free.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await Promise.all([free.waitForEvent('load'), runCommand(free, 'use the new version')]);
  await free.waitForSelector('#content h1');
  expect(await entryOf(free)).not.toBe(old);

  // The other tab goes on with its version: a part that it never showed is still there.
  await second.close();
  await goTo(busy, 'help');
  expect(await busy.locator('main').textContent()).toContain('Alt+');
  await goTo(busy, 'desk');
  expect(await busy.inputValue('#reply')).toBe('Half a reply');
  expect(await entryOf(busy)).toBe(old);
  expect(await keptFiles(busy)).toContain(old);

  // Once that tab is gone, so are the files that only it needed. The draft is not.
  await busy.close();
  const third = await serveBuild(newer.folder, { port: Number(new URL(first.origin).port) });
  await openAt(free, third.origin);
  await expect.poll(() => keptFiles(free), { timeout: 60_000 }).not.toContain(old);
  await free.locator('.notices button').first().click();
  await free.waitForSelector('#reply');
  expect(await free.inputValue('#reply')).toBe('Half a reply');
  await context.close();
  await third.close();
});
