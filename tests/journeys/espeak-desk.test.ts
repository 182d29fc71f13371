import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import type { ScriptedConnector } from '../support/scripted-connector.ts';
import { type ServedBuild, serveBuild } from '../support/serve-build.ts';
import { sharedBuild } from '../support/shared-build.ts';

declare const desk: ScriptedConnector;
declare const played: { seconds: number; loudest: number }[];

const deskPage = 'tests/screen-reader/pages/desk.html';
let server: ServedBuild;
let browser: Browser;

beforeAll(async () => {
  server = await serveBuild(await sharedBuild(deskPage));
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  // Without speech-dispatcher this browser has no voice at all.
  browser = await chromium.launch({
    executablePath: command.trim(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A desk that reads every message aloud, and notes what it gives to the sound card. */
async function openDesk(): Promise<{ page: Page; requests: string[] }> {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    localStorage.setItem('desk-settings', JSON.stringify({ speech: { readAloud: 'all' } }));
    const list: typeof played = [];
    Object.assign(globalThis, { played: list });
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      const samples = this.buffer?.getChannelData(0) ?? new Float32Array();
      const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      list.push({ seconds: this.buffer?.duration ?? 0, loudest });
      start.apply(this, when);
    };
  });
  await page.goto(`${server.origin}/${deskPage}`);
  await page.waitForSelector('.shell.desk');
  return { page, requests };
}

test('where the browser has no voice, messages are read by eSpeak, in both languages', async () => {
  const { page, requests } = await openDesk();
  const fetched = (part: string) => requests.some((url) => url.includes(`/espeak-${part}-`));
  /** Seconds of sound that is not silence. */
  const heard = () =>
    page.evaluate(() =>
      played.filter(({ loudest }) => loudest > 0.05).reduce((sum, { seconds }) => sum + seconds, 0),
    );
  await page.evaluate(() => desk.open('Lina'));
  expect(fetched('worker')).toBe(false);

  await page.evaluate(() => desk.say('Lina', 'Is my parcel on its way?'));
  await eventually(async () => (await heard()) > 1 || undefined);
  expect([fetched('worker'), fetched('english'), fetched('mandarin')]).toEqual([true, true, false]);

  const before = await heard();
  await page.evaluate(() => desk.say('Lina', '您好，请问我的包裹到哪里了？'));
  await eventually(async () => (await heard()) > before + 1 || undefined);
  expect(fetched('mandarin')).toBe(true);
});
