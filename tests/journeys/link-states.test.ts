import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, timesSpoken } from '../support/hear-page.ts';
import { type LiveBuild, openLiveBuild, signIn } from '../support/open-live-build.ts';
import { runCommand } from '../support/run-command.ts';
import { startTcpRelay, type TcpRelay } from '../support/tcp-relay.ts';

let build: LiveBuild;
let relay: TcpRelay | undefined;

beforeAll(async () => {
  build = await openLiveBuild();
});
afterAll(async () => {
  relay?.close();
  await build?.close();
});

const bar = (page: Page) => page.locator('.status .link').textContent();

const lost = /Connection lost/;
const silent = /No answer from the server for \d+ seconds/;
const slow = /The connection is slow/;
const good = /The connection is good again/;
const soon = { timeout: 30_000 };

it('says once that the link is slow, does not answer, is lost, and is back with how much came', async () => {
  const agent = await build.live.agent();
  const customer = await build.live.customer();
  // The whole second over each piece, there and back: slow for certain.
  relay = await startTcpRelay(Number(new URL(agent.service).port), () => 1);
  const service = `ws://127.0.0.1:${relay.port}/ws`;
  const page = await (await build.browser.newContext({ locale: 'en-US' })).newPage();
  page.setDefaultTimeout(15_000);
  await listen(page);
  await page.goto(`${build.origin}/#/sign-in`);
  await signIn(page, { ...agent, service });
  const customerSays = (text: string) =>
    build.live.order(customer, { do: 'send', to: agent.address, text });
  const reply = async (text: string) => {
    await page.fill('#reply', text);
    await page.press('#reply', 'Enter');
  };
  await customerSays('Hello?');
  await page.locator('.offer').first().waitFor();
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply:focus');
  expect(await bar(page)).toBe('Connected');

  relay.set('slow');
  // One alone: pieces wait for each other, and a queue of them would be a silence.
  await reply('One.');
  await expect.poll(() => bar(page), soon).toBe('Connected, slow');
  await expect.poll(() => timesSpoken(page, slow), soon).toBe(1);
  relay.set('open');
  await expect.poll(() => timesSpoken(page, good), soon).toBe(1);
  expect(await bar(page)).toBe('Connected');

  // What goes out is swallowed, and the customer goes on writing: the link is not lost, and mute.
  relay.set('half-hole');
  await reply('Two.');
  let words = 0;
  await expect
    .poll(
      async () => {
        words += 1;
        await customerSays(`Still there? ${words}`);
        return timesSpoken(page, silent);
      },
      { ...soon, interval: 1000 },
    )
    .toBe(1);
  expect(await bar(page)).toMatch(/^No answer for \d+ s$/);
  expect(await timesSpoken(page, lost)).toBe(0);
  await page.getByText(`Still there? ${words}`).first().waitFor();

  // Nothing comes at all: a loss is told as one.
  relay.set('hole');
  await expect.poll(() => timesSpoken(page, lost), soon).toBe(1);
  const meanwhile = ['Hello?', 'Anybody?', 'I wait.'];
  for (const text of meanwhile) await customerSays(text);
  relay.set('open');
  const back = new RegExp(`Connected again\\. ${meanwhile.length} messages came meanwhile\\.`);
  await expect.poll(() => timesSpoken(page, back), soon).toBe(1);
  expect(await bar(page)).toBe('Connected');
  await page.getByText('I wait.').first().waitFor();
  const counts = await Promise.all(
    [slow, good, silent, lost].map((each) => timesSpoken(page, each)),
  );
  expect(counts).toEqual([1, 1, 1, 1]);
}, 180_000);

it('checks the link: before signing in by the web server, at the desk by the chat server', async () => {
  const page = await (await build.browser.newContext({ locale: 'en-US' })).newPage();
  page.setDefaultTimeout(15_000);
  await listen(page);
  const result = /^Chat: works well\. .*There is nothing to do\.$/;
  const check = async (asked: RegExp) => {
    await page.getByText(asked).waitFor();
    await page.click('#link-start');
    await page.waitForSelector('.link-check table');
  };
  await page.goto(`${build.origin}/#/link`);
  await check(/You are not signed in to a desk/);
  await expect.poll(() => timesSpoken(page, result)).toBe(1);

  await page.goto(`${build.origin}/#/sign-in`);
  await signIn(page, await build.live.agent());
  await runCommand(page, 'check my link');
  await check(/The chat server is asked/);
  await expect.poll(() => timesSpoken(page, result)).toBe(2);
});
