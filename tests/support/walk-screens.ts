import type { Page } from 'playwright-core';

const elsewhere = ['settings', 'help', 'canned-responses', 'announcements'] as const;

/** Goes to a screen by its address and waits until it stands alone. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${screen === 'start' ? '' : screen}`,
  );
  const heading = `main${screen === 'desk' ? '.conversation' : '.screen'} h1`;
  await page.waitForSelector(heading);
  await page.clock.runFor(1000);
  await page.waitForFunction(() => document.querySelectorAll('main').length === 1);
}

/**
 * Shows `check` every screen and state: start, practise, sign-in, the desk with a chat, palette,
 * the question before ending, wrap-up with its error, the other screens, and the debrief.
 */
export async function walkScreens(
  page: Page,
  startChat: (page: Page) => Promise<void>,
  check: (name: string) => Promise<void>,
): Promise<void> {
  await check('start');
  for (const screen of ['sign-in', 'practise', 'start']) {
    await goTo(page, screen);
    if (screen !== 'start') await check(screen);
  }
  await startChat(page);
  await check('desk');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('#palette input');
  await check('palette');
  await page.keyboard.press('Escape');
  for (const screen of elsewhere) {
    await goTo(page, screen);
    await check(screen);
  }
  await goTo(page, 'desk');
  await page.click('#end-button');
  await page.waitForSelector('#end-dialog');
  await check('question before ending');
  await page.click('#end-dialog .primary');
  await page.waitForSelector('.wrap-up .primary');
  await page.click('.wrap-up .primary');
  await page.waitForSelector('.error-summary h3');
  await check('wrap-up');
  await page.click('#disposition-solved');
  await page.click('.wrap-up .primary');
  await page.waitForSelector('.debrief');
  await check('debrief');
}
