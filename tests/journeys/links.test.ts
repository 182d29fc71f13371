import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenBuild, openBuild } from '../support/open-build.ts';

let build: OpenBuild;

beforeAll(async () => {
  build = await openBuild();
});
afterAll(() => build?.close());

/** What is pressed, and where the tab that it opens is; the page itself must stay where it is. */
const opens = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const before = page.url();
  const [tab] = await Promise.all([page.context().waitForEvent('page'), press()]);
  await tab.waitForURL(/#/);
  const { hash } = new URL(tab.url());
  await tab.waitForSelector('main h1');
  await tab.close();
  expect(page.url()).toBe(before);
  return hash;
};

it.each([
  ['#start-practise', '#/practise'],
  ['#start-sign-in', '#/sign-in'],
  ['#link-help', '#/help'],
  ['#link-settings', '#/settings'],
])(
  'Control and a click, or the middle button, opens %s in a tab of its own',
  async (link, hash) => {
    const page = await build.open();
    expect(await opens(page, () => page.click(link, { modifiers: ['Control'] }))).toBe(hash);
    expect(await opens(page, () => page.click(link, { button: 'middle' }))).toBe(hash);
    await page.focus(link);
    expect(await opens(page, () => page.keyboard.press('Control+Enter'))).toBe(hash);
    // A plain click goes there in place.
    await page.click(link);
    await page.waitForURL((url) => url.hash === hash);
    expect(page.context().pages()).toHaveLength(1);
    await page.context().close();
  },
);

it('the way back out of the settings is such a link too', async () => {
  const page = await build.open({ path: '/#/settings' });
  await page.waitForSelector('#settings-back');
  const back = () => page.click('#settings-back', { modifiers: ['Control'] });
  expect(await opens(page, back)).toBe('#/');
  await page.context().close();
});
