import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Build, buildApart } from '../../scripts/build-apart.ts';
import { collectFirstScreen, lazyButFirst, type Manifest } from '../../scripts/first-screen.ts';
import { type ServedBuild, serveBuild } from '../support/serve-build.ts';

let build: Build;
let server: ServedBuild;
let browser: Browser;

beforeAll(async () => {
  build = await buildApart();
  server = await serveBuild(build.folder);
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  browser = await chromium.launch({ executablePath: command.trim(), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  build?.remove();
});

it('loads before a usable practice chat exactly what the weight of the first screen counts', async () => {
  const page = await browser.newPage({ locale: 'en-US' });
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === server.origin) asked.add(pathname.slice(1) || 'index.html');
  });
  await page.goto(server.origin);
  await page.click('#start-practise');
  await page.click('#start-late-parcel');
  await page.click('.offer button.primary', { timeout: 30_000 });
  await page.waitForSelector('textarea');
  await page.waitForLoadState('networkidle');

  const text = readFileSync(join(build.folder, '.vite', 'manifest.json'), 'utf8');
  const counted = collectFirstScreen(JSON.parse(text) as Manifest, lazyButFirst);
  const loaded = [...asked].filter((file) => /\.(html|js|css|json|txt)$/.test(file));
  expect(loaded.sort()).toEqual(counted.sort());
});
