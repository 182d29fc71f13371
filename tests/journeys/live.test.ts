import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, spoken } from '../support/hear-page.ts';
import { type LiveBuild, openLiveBuild } from '../support/open-live-build.ts';

let build: LiveBuild;

beforeAll(async () => {
  build = await openLiveBuild();
});

afterAll(() => build?.close());

/** Keeps each breach of the policy. */
const watchPolicy = (page: Page) =>
  page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(globalThis, { breaches });
    addEventListener('securitypolicyviolation', (event) =>
      breaches.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
const breaches = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { breaches: string[] }).breaches);

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
  const agent = await build.live.agent();
  const service = await build.live.relay();
  const customer = await build.live.customer();
  const heard = async () =>
    (await build.live.heard(customer))
      .filter(({ type }) => type === 'message')
      .map(({ text }) => text);

  const context = await build.browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await listen(page);
  await watchPolicy(page);
  await page.goto(build.origin);
  await page.waitForSelector('#content h1');

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

  await build.live.order(customer, {
    do: 'send',
    to: agent.address,
    text: 'Hello, my bill is wrong.',
  });
  await expect
    .poll(() => spoken(page), { timeout: 15_000 })
    .toContainEqual(expect.stringMatching(/^New customer: customer.*Hello, my bill is wrong/));
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply:focus');
  await page.keyboard.type('Hello! I am looking at it.');
  await page.keyboard.press('Enter');
  await expect.poll(heard, { timeout: 15_000 }).toEqual(['Hello! I am looking at it.']);
  await page.getByText('delivered').waitFor();

  await build.live.wire(service, 'cut');
  await expect
    .poll(() => spoken(page), { timeout: 25_000 })
    .toContainEqual(expect.stringMatching(/^Connection lost\./));
  await page.keyboard.type('It is refunded.');
  await page.keyboard.press('Enter');
  await page.getByText('waiting for the connection').first().waitFor();
  await build.live.wire(service, 'open');
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
  await page.waitForSelector('#disposition-solved:focus');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[role=option][id^=c-]').count()).toBe(0);

  // Who comes back finds an agent who can look up what was said, and how it ended.
  await build.live.order(customer, { do: 'send', to: agent.address, text: 'It has not come yet.' });
  await expect
    .poll(() => spoken(page), { timeout: 15_000 })
    .toContainEqual(expect.stringMatching(/^New customer: customer.*It has not come yet/));
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply:focus');
  await tabTo(page, /^ *Earlier conversations/);
  await page.keyboard.press('Enter');
  await expect.poll(() => spoken(page), { timeout: 15_000 }).toContain('1 earlier conversation.');
  await tabTo(page, /, Solved/);
  await page.keyboard.press('Enter');
  const past = page.locator('.earlier-conversations li details[open] .text');
  await expect
    .poll(() => past.allTextContents())
    .toEqual([
      `${customer.split('@')[0]}: Hello, my bill is wrong.`,
      'You: Hello! I am looking at it.',
      'You: It is refunded.',
    ]);
  expect(await breaches(page)).toEqual([]);
  await context.close();
});

it('says in words what is wrong with a sign-in and keeps what was typed (A61)', async () => {
  const agent = await build.live.agent();
  const wrong = await build.live.wrongServers();
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
