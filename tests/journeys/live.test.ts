import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LiveDesk, startLiveDesk } from '../support/live-desk.ts';
import { type OpenBuild, openBuild } from '../support/open-build.ts';

let build: OpenBuild;
let live: LiveDesk;

beforeAll(async () => {
  [build, live] = await Promise.all([openBuild(), startLiveDesk()]);
});

afterAll(async () => {
  await build?.close();
  await live?.stop();
});

/** All that the announcer has written, and each breach of the policy. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const spoken: string[] = [];
    const breaches: string[] = [];
    Object.assign(globalThis, { spoken, breaches });
    addEventListener('securitypolicyviolation', (event) =>
      breaches.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    addEventListener('DOMContentLoaded', () => {
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const text = (target.textContent ?? '').replaceAll('\u00a0', ' ').trim();
          if (text) spoken.push(text);
        }
      });
      for (const id of ['polite', 'assertive']) {
        const node = document.getElementById(id);
        if (node) observer.observe(node, { childList: true, characterData: true, subtree: true });
      }
    });
  });
const list = (page: Page, name: 'spoken' | 'breaches') =>
  page.evaluate((key) => (globalThis as unknown as Record<string, string[]>)[key] ?? [], name);
const spoken = (page: Page) => list(page, 'spoken');

/** Presses Tab until something of that name has the focus. */
const tabTo = async (page: Page, name: RegExp) => {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '';
      return `${label ?? ''} ${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
    });
    if (name.test(found)) return;
  }
  throw new Error(`Tab does not reach ${name}.`);
};

it('serves a customer of another chat program by keyboard, through a lost connection', async () => {
  const agent = await live.agent();
  const service = await live.relay();
  const customer = await live.customer();
  const heard = async () =>
    (await live.heard(customer)).filter(({ type }) => type === 'message').map(({ text }) => text);

  const context = await build.browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await listen(page);
  await page.goto(build.origin);
  await page.waitForSelector('h1');

  await tabTo(page, /Sign in to a desk/);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sign-in-account');
  await tabTo(page, /^Account/);
  await page.keyboard.type(agent.address);
  await tabTo(page, /^Password/);
  await page.keyboard.type(agent.password);
  await tabTo(page, /The server is not found by itself/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Address of the server/);
  await page.keyboard.type(service);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.title(), { timeout: 15_000 }).toMatch(/^No conversation is open/);

  await live.order(customer, { do: 'send', to: agent.address, text: 'Hello, my bill is wrong.' });
  await expect
    .poll(() => spoken(page), { timeout: 15_000 })
    .toContainEqual(expect.stringMatching(/^New customer: customer.*Hello, my bill is wrong/));
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply:focus');
  await page.keyboard.type('Hello! I am looking at it.');
  await page.keyboard.press('Enter');
  await expect.poll(heard, { timeout: 15_000 }).toEqual(['Hello! I am looking at it.']);
  await page.getByText('delivered').waitFor();

  await live.wire(service, 'cut');
  await expect
    .poll(() => spoken(page), { timeout: 25_000 })
    .toContainEqual(expect.stringMatching(/^Connection lost\./));
  await page.keyboard.type('It is refunded.');
  await page.keyboard.press('Enter');
  await page.getByText('waiting for the connection').first().waitFor();
  await live.wire(service, 'open');
  await expect
    .poll(heard, { timeout: 40_000 })
    .toEqual(['Hello! I am looking at it.', 'It is refunded.']);
  await expect.poll(() => spoken(page), { timeout: 10_000 }).toContain('Connected again.');
  expect((await spoken(page)).filter((text) => /refunded/.test(text))).toEqual([]);

  await page.keyboard.press('Alt+j');
  await page.keyboard.press('e');
  await page.waitForSelector('#end-dialog');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.wrap-up');
  await tabTo(page, /^Solved/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[role=option][id^=c-]').count()).toBe(0);
  expect(await list(page, 'breaches')).toEqual([]);
  await context.close();
});

it('says in words what is wrong with a sign-in and keeps what was typed (A61)', async () => {
  const agent = await live.agent();
  const wrong = await live.wrongServers();
  const context = await build.browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${build.origin}/#/sign-in`);
  await page.waitForSelector('#sign-in-account');
  await page.fill('#sign-in-account', agent.address);
  await page.fill('#sign-in-password', 'not the password');
  await page.click('details > summary');
  const said: string[] = [];
  for (const service of [agent.service, wrong.closed, wrong.http, wrong.selfSigned]) {
    await page.fill('#sign-in-service', service);
    await page.click('#sign-in-submit');
    const summary = page.locator('.error-summary:focus');
    await summary.waitFor({ timeout: 30_000 });
    said.push((await summary.textContent()) ?? '');
    expect(await page.inputValue('#sign-in-password')).toBe('not the password');
  }
  expect(new Set(said).size, said.join('\n')).toBe(4);
  await context.close();
});
