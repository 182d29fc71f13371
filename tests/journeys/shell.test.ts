import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptFiles, openAt, openKeepingBrowser, waitUntilKept } from '../support/open-offline.ts';
import { type ServedBuild, serveBuild } from '../support/serve-build.ts';
import { sharedBuild } from '../support/shared-build.ts';

let server: ServedBuild;
let browser: Browser;

beforeAll(async () => {
  server = await serveBuild(await sharedBuild());
  browser = await openKeepingBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('A4: the page can be read in both languages before its script has come', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.origin, { waitUntil: 'commit' });
  const heading = page.locator('main h1');
  await heading.waitFor();
  expect(await page.title()).toBe('Harebell');
  expect(await heading.textContent()).toBe('Harebell');
  expect(await page.textContent('main')).toContain('Harebell is loading');
  expect(await page.textContent('main [lang=zh-CN]')).toContain('正在打开');
  const before = await heading.boundingBox();

  // What comes in its place has its heading where the other one was.
  release();
  await page.waitForSelector('#content h1');
  expect(await page.locator('main').count()).toBe(1);
  expect(await page.textContent('body')).not.toContain('Harebell is loading');
  const after = await page.locator('main h1').boundingBox();
  expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);
  await context.close();
});

it('can be installed, with ways into practice and to the sign-in', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await openAt(await context.newPage(), server.origin);
  const devtools = await context.newCDPSession(page);
  // It comes behind the first screen.
  await page.waitForSelector('link[rel="manifest"]', { state: 'attached' });
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as {
    icons: { src: string; sizes: string; type: string }[];
    shortcuts: { url: string }[];
  };
  for (const { url } of manifest.shortcuts) {
    await page.goto('about:blank');
    await openAt(page, server.origin + url);
    // The shell's heading may stand there for a moment longer.
    await expect.poll(() => page.textContent('#content h1')).not.toBe('Harebell');
  }
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await page.request.get(server.origin + src);
    expect(answer.headers()['content-type']).toBe(type);
    if (type !== 'image/png') continue;
    // Width and height stand in a PNG's first chunk.
    const bytes = await answer.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const known = installabilityErrors.map(({ errorId }) => errorId);
  // A context of a test is a private window.
  expect(known.filter((id) => id !== 'in-incognito')).toEqual([]);
  await context.close();
});

it('has a way out when what is kept is the trouble', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await openAt(await context.newPage(), server.origin);
  await waitUntilKept(page);
  await page.evaluate(() => localStorage.setItem('harebell-test', 'mine'));
  await page.goto(`${server.origin}/reset.html`);
  await Promise.all([page.waitForURL(`${server.origin}/`), page.click('#reset')]);
  await page.waitForSelector('#content h1');
  expect(await page.evaluate(() => localStorage.getItem('harebell-test'))).toBe('mine');
  // Nothing is there but what this visit has begun to keep.
  expect(await keptFiles(page)).not.toContain('/');
  await context.close();
});
