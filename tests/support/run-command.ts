import type { Page } from 'playwright-core';

/** Runs a command by its words, as an agent does who looks before going on. */
export async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('#palette input:focus');
  await page.keyboard.type(words);
  await page.waitForSelector('#palette [role=option]');
  await page.keyboard.press('Enter');
}
