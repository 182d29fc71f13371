import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectFirstScreen, lazyButFirst, type Manifest } from '../../scripts/first-screen.ts';
import { builtFiles } from '../support/built-files.ts';
import { type ServedBuild, serveBuild } from '../support/serve-build.ts';
import { sharedBuild } from '../support/shared-build.ts';

let folder: string;
let server: ServedBuild;
let browser: Browser;

beforeAll(async () => {
  folder = await sharedBuild();
  server = await serveBuild(folder);
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  browser = await chromium.launch({ executablePath: command.trim(), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const countedFiles = (): readonly string[] => {
  const text = readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8');
  return collectFirstScreen(JSON.parse(text) as Manifest, lazyButFirst);
};

it('needs for a practice chat what is counted, and nothing that comes behind', async () => {
  const counted = countedFiles();
  const page = await browser.newPage({ locale: 'en-US', serviceWorkers: 'block' });
  const asked = new Set<string>();
  const held: (() => Promise<void>)[] = [];
  await page.route('**/*', async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    asked.add(file);
    if (counted.includes(file) || !/\.(js|css)$/.test(file)) await route.continue();
    else held.push(() => route.continue());
  });
  await page.goto(server.origin);
  await page.click('#start-practise');
  await page.click('#start-first-hello');
  await page.click('.offer button.primary', { timeout: 30_000 });
  await page.waitForSelector('.message.customer');
  await page.keyboard.type('Hello, I am sorry. What is your order number?');
  await page.keyboard.press('Enter');

  // Every sentence that is there by now is one of the first part of the locale.
  const words = await page.locator('.top, .offers, .list, main').allInnerTexts();
  expect(words.join(' ')).not.toMatch(/\b[a-z][A-Za-z]+\.[a-z][A-Za-z]+\b/);
  expect([...asked].filter((file) => counted.includes(file)).sort()).toEqual([...counted].sort());

  // What was written meanwhile goes out when the rest has come.
  expect(held.length).toBeGreaterThan(0);
  await Promise.all(held.map((release) => release()));
  await page.unroute('**/*');
  await page.locator('.message.agent').waitFor();
  await page.getByText('delivered').waitFor({ timeout: 15_000 });

  // What is typed for the palette does not land in the reply, however soon after its key.
  await page.waitForFunction(
    (files) =>
      files.every((file) =>
        performance.getEntriesByType('resource').some(({ name }) => name.endsWith(file)),
      ),
    [...(await builtFiles('palette')), ...(await builtFiles('numbers'))],
  );
  await page.focus('#reply');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('#palette input:focus');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#reply:focus');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('help');
  expect(await page.inputValue('#palette input')).toBe('help');
  expect(await page.inputValue('#reply')).toBe('');
});
