import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBuild, startChat } from '../support/open-build.ts';
import { openHearingBuild } from '../support/open-hearing-build.ts';
import { shareHeard } from '../support/share-heard.ts';
import { type SpeechBoxServer, startSpeechBox } from '../support/speech-box-server.ts';

const sentence = 'please send the new address to our office this morning';
let box: SpeechBoxServer;
let build: OpenBuild;

beforeAll(async () => {
  box = await startSpeechBox();
  build = await openHearingBuild([sentence, 'show numbers'], { before: 0.5, between: 2 });
});
afterAll(async () => {
  await build.close();
  await box.kill();
});

/** A practice chat at a desk with a speech box, whose microphone hears a sentence and a command. */
async function openChat(host: string) {
  const page = await build.open({ path: '/#/settings' });
  await page.click('#tab-engines');
  await page.fill('#speech-box-address', `ws://${host}/general`);
  await page.keyboard.press('Tab');
  await page.click('#tab-dictation');
  await page.selectOption('#setting-dictation', 'toggle');
  await page.check('#setting-voiceCommands');
  await page.click('#link-home');
  await startChat(page);
  await page.locator('.dictation').waitFor();
  await page.focus('#reply');
  return page;
}
const reply = (page: Page) => page.inputValue('#reply');
const microphone = (page: Page) => page.locator('.microphone').getAttribute('data-state');

test('A47, A49: a spoken sentence is written, a spoken command is done, and nothing is sent', async () => {
  const page = await openChat(box.host);
  await page.keyboard.press('F9');
  await expect.poll(() => microphone(page)).toBe('open');
  await expect.poll(() => page.locator('.dictation .hint').textContent()).toContain('Speech box');
  const numbers = () => page.locator('.number').count();
  await expect.poll(numbers, { timeout: 40_000 }).toBeGreaterThan(5);
  const written = await reply(page);
  expect(shareHeard(sentence, written)).toBeGreaterThanOrEqual(0.7);
  expect(written.charAt(0), 'a sentence begins with a capital').toMatch(/[A-Z]/);
  expect(written, 'a command is not written').not.toContain('number');
  expect(await page.locator('.message.agent').count(), 'nothing is sent by itself').toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F9');
  await expect.poll(() => page.locator('.microphone').count(), { timeout: 20_000 }).toBe(0);
  await page.focus('#reply');
  await page.keyboard.press('Control+z');
  expect(await reply(page), 'one step to undo').toBe('');
  await page.keyboard.press('Control+Shift+z');
  expect(await reply(page)).toBe(written);
  await page.context().close();
}, 90_000);

test('a box that goes away in the middle leaves what was there, and it is said why', async () => {
  const own = await startSpeechBox();
  const page = await openChat(own.host);
  await page.fill('#reply', 'Typed before.');
  await page.keyboard.press('F9');
  await expect.poll(() => microphone(page)).toBe('open');
  await own.kill();
  const notices = () => page.locator('.notices p').allTextContents();
  await expect.poll(notices, { timeout: 20_000 }).not.toEqual([]);
  expect((await notices()).join()).toContain('connection is gone');
  expect(await reply(page)).toContain('Typed before.');
  await expect.poll(() => page.locator('.microphone').count()).toBe(0);
  await page.context().close();
}, 90_000);
