import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenBuild, openBuild, passUntil, startChat } from '../support/open-build.ts';

let build: OpenBuild;

beforeAll(async () => {
  build = await openBuild();
});
afterAll(() => build?.close());

/** Keeps all that the announcer says. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const id of ['polite', 'assertive']) {
      const node = document.getElementById(id) as HTMLElement;
      if (node.textContent) heard.push(node.textContent);
      new MutationObserver(() => heard.push(node.textContent ?? '')).observe(node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n'));

it('A62: without a place to keep anything the desk says so once, in sight and aloud, and works', async () => {
  const context = await build.browser.newContext({ locale: 'en-US' });
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Forbidden', 'SecurityError');
      },
    });
  });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(build.origin);
  await page.waitForSelector('#content h1');
  await listen(page);
  const notice = page.locator('.notices');
  await notice.waitFor();
  expect(await notice.textContent()).toContain('does not let the desk keep anything');
  await passUntil(page, async () => (await heard(page)).includes('does not let the desk keep'));
  await notice.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await notice.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

  await startChat(page);
  await page.clock.runFor(3000);
  await page.keyboard.insertText('Hello, I am sorry. Your order number, please?');
  await page.keyboard.press('Enter');
  await passUntil(page, () => page.locator('.message.agent').isVisible());
  expect(await page.locator('.message.agent .text').textContent()).toContain('order number');
  await context.close();
});

it('the language that was chosen is there again after a reload', async () => {
  const page = await build.open();
  await page.selectOption('#language', 'zh-CN');
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await passUntil(page, () =>
    page.evaluate(() => localStorage.getItem('harebell-early')?.includes('zh-CN') === true),
  );
  await page.reload();
  await page.waitForSelector('#content h1');
  expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
  expect(await page.textContent('#start-practise')).toBe('马上练习');
  await page.context().close();
});

it('two tabs keep apart what is practised in each, and share what is kept', async () => {
  const first = await build.open();
  await startChat(first);
  await first.keyboard.insertText('A draft of the first tab');
  const second = await build.openBeside(first);
  await startChat(second);
  expect(await second.inputValue('#reply')).toBe('');
  await second.keyboard.insertText('A draft of the second');
  await second.clock.runFor(3000);
  await first.clock.runFor(3000);
  expect(await first.inputValue('#reply')).toBe('A draft of the first tab');
  expect(await second.inputValue('#reply')).toBe('A draft of the second');
  await first.clock.runFor(2000);
  await first.focus('#reply');
  await first.keyboard.press('Enter');
  await passUntil(first, () => first.locator('.message.agent').isVisible());
  expect(await second.locator('.message.agent').count()).toBe(0);
  await first.context().close();
});

it('a practice outlives the end of its page: it goes on where it was', async () => {
  const page = await build.open();
  await startChat(page);
  await page.keyboard.insertText('Hello, I am sorry. Your order number, please?');
  await page.keyboard.press('Enter');
  await passUntil(page, async () => (await page.locator('.message').count()) === 4);
  const words = () => page.locator('.message .text').allTextContents();
  const before = await words();
  await page.reload();
  await page.waitForSelector('#content h1');
  await passUntil(page, () => page.locator('.notices button').first().isVisible());
  await page.locator('.notices button').first().focus();
  await page.keyboard.press('Enter');
  await passUntil(page, async () => (await page.locator('.message').count()) === 4);
  expect(await words()).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.focus('#reply');
  await page.keyboard.insertText('I understand that you are worried. I will know more by noon.');
  await page.keyboard.press('Enter');
  await passUntil(page, async () => (await words()).join().includes('what can you do about it'));
  await page.context().close();
});
