import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetSpoken, listen, spoken } from '../support/hear-page.ts';
import type { LiveDesk } from '../support/live-desk.ts';
import { type LiveBuild, openLiveBuild, signIn } from '../support/open-live-build.ts';

let build: LiveBuild;

beforeAll(async () => {
  build = await openLiveBuild();
});

afterAll(() => build?.close());

type Agent = Awaited<ReturnType<LiveDesk['agent']>>;

/** Playwright lets every page believe that it has the focus; of two tabs, one has it. */
const haveOneFront = (context: BrowserContext) =>
  context.addInitScript(() => {
    Object.assign(globalThis, { isFront: true });
    document.hasFocus = () => (globalThis as unknown as { isFront: boolean }).isFront;
  });

const toDesk = async (page: Page, agent: Agent) => {
  page.setDefaultTimeout(15_000);
  await page.goto(`${build.origin}/#/sign-in`);
  await signIn(page, agent);
};
const openTab = async (context: BrowserContext, agent: Agent) => {
  const page = await context.newPage();
  await toDesk(page, agent);
  return page;
};

/** The agent goes from one tab to the other. */
const goTo = async (page: Page, from: Page) => {
  await from.evaluate(() => {
    Object.assign(globalThis, { isFront: false });
    dispatchEvent(new Event('blur'));
  });
  await page.evaluate(() => Object.assign(globalThis, { isFront: true }) && undefined);
};

const offers = (page: Page) => page.locator('.offer').count();
const names = (page: Page) => page.locator('[role=option][id^=c-]').allTextContents();
const reply = (page: Page) => page.inputValue('#reply');
/** Who said what in the open conversation. */
const transcript = (page: Page) => page.locator('.message .text').allTextContents();

it('two tabs of one account are one desk: offers, words, drafts, settings and the end', async () => {
  const agent = await build.live.agent();
  const customer = await build.live.customer('lin');
  const say = (text: string) => build.live.order(customer, { do: 'send', to: agent.address, text });
  const heard = async () =>
    (await build.live.heard(customer))
      .filter(({ type }) => type === 'message')
      .map(({ text }) => text);

  const context = await build.browser.newContext({ locale: 'en-US' });
  await listen(context);
  await haveOneFront(context);
  const [here, there] = [await openTab(context, agent), await openTab(context, agent)];
  const inBoth = (read: (page: Page) => Promise<unknown>) =>
    expect.poll(async () => [await read(here), await read(there)], { timeout: 15_000 });

  // Offered in both, taken in one: the other has the conversation, and nothing to say about it.
  await say('Hello, my bill is wrong.');
  await inBoth(offers).toEqual([1, 1]);
  await inBoth(
    async (page) => (await spoken(page)).filter((text) => /^New customer: lin/.test(text)).length,
  ).toEqual([1, 1]);
  await goTo(here, there);
  await here.keyboard.press('Alt+a');
  await here.waitForSelector('#reply:focus');
  await inBoth(offers).toEqual([0, 0]);
  await inBoth(async (page) => (await names(page)).length).toEqual([1, 1]);
  await inBoth(transcript).toEqual([['Hello, my bill is wrong.'], ['Hello, my bill is wrong.']]);

  // A draft is the same in both, whoever types, and is not pulled from under the agent's hands.
  await here.keyboard.type('I am looking');
  await expect.poll(() => reply(there)).toBe('I am looking');
  await goTo(there, here);
  await there.focus('#reply');
  await there.keyboard.press('End');
  await there.keyboard.type(' at it.');
  await expect.poll(() => reply(here)).toBe('I am looking at it.');

  await there.keyboard.press('Enter');
  await expect.poll(heard, { timeout: 15_000 }).toEqual(['I am looking at it.']);
  await inBoth(reply).toEqual(['', '']);
  await say('Thank you!');
  const words = ['Hello, my bill is wrong.', 'I am looking at it.', 'Thank you!'];
  await inBoth(transcript).toEqual([words, words]);
  const thanks = async (page: Page) => (await spoken(page)).filter((text) => text === 'Thank you!');
  await inBoth(async (page) => (await thanks(page)).length).toEqual([1, 1]);
  const told = [...(await spoken(here)), ...(await spoken(there))];
  expect(told.filter((text) => /looking|no longer|left/.test(text))).toEqual([]);

  // Settings are the station's, not the tab's.
  await here.selectOption('#capacity', '5');
  await expect.poll(() => there.inputValue('#capacity')).toBe('5');
  await there.goto(`${build.origin}/#/settings`);
  await there.click('#tab-display');
  await there.selectOption('#setting-theme', 'dark');
  await expect.poll(() => here.locator('html').getAttribute('data-theme')).toBe('dark');
  await there.goto(`${build.origin}/#/desk`);

  // Somebody who is declined in one tab is declined.
  const other = await build.live.customer('bo');
  await build.live.order(other, { do: 'send', to: agent.address, text: 'Are you a shop?' });
  await inBoth(offers).toEqual([1, 1]);
  await there.click('.offer button:not(.primary)');
  await inBoth(offers).toEqual([0, 0]);

  // After a reload the tab has what the other one has, and the other notices nothing.
  await forgetSpoken(there);
  await here.reload();
  await toDesk(here, agent);
  await inBoth(async (page) => (await names(page)).length).toEqual([1, 1]);
  await inBoth(transcript).toEqual([words, words]);
  expect(await offers(here)).toBe(0);

  // The end in one is the end in both.
  await here.click('#end-button');
  await here.click('#end-dialog button.primary');
  await there.waitForSelector('#wrap-up-button');
  await here.click('#disposition-solved');
  await here.keyboard.press('Enter');
  await inBoth(async (page) => (await names(page)).length).toEqual([0, 0]);
  expect(await spoken(there)).toEqual([]);

  await here.reload();
  await toDesk(here, agent);
  await here.waitForTimeout(3000);
  expect([await names(here), await offers(here)]).toEqual([[], 0]);

  // Who comes back is a customer like any other, for both.
  await say('One more thing.');
  await inBoth(offers).toEqual([1, 1]);
  await there.keyboard.press('Alt+a');
  await inBoth(transcript).toEqual([['One more thing.'], ['One more thing.']]);
  expect(await heard()).toEqual(['I am looking at it.']);
  await context.close();
});
