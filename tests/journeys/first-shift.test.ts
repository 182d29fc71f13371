import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { isFocused, modelReply, tabTo } from '../support/by-keyboard.ts';
import { type OpenBuild, openBuild, passUntil } from '../support/open-build.ts';

let build: OpenBuild;
let scenario: Scenario;

beforeAll(async () => {
  const text = readFileSync('src/connectors/practice/scenarios/late-parcel.txt', 'utf8');
  const parsed = parseScenario(text).scenario;
  if (!parsed) throw new Error('The scenario cannot be read.');
  scenario = parsed;
  build = await openBuild();
});
afterAll(() => build?.close());

const lastWords = (page: Page) =>
  page.evaluate(
    () => [...document.querySelectorAll('.message.customer .text')].at(-1)?.textContent ?? '',
  );

/** Serves Lin from her first words to her thanks, by the model replies. */
const serve = async (page: Page, language: string) => {
  const answered = new Set<string>();
  await passUntil(
    page,
    async () => {
      if (await page.evaluate(() => document.querySelector('#reply') === null)) return true;
      if (await page.evaluate(() => document.querySelector('#wrap-up-button') !== null))
        return true;
      const said = await lastWords(page);
      const reply = modelReply(scenario, said, language);
      if (!reply || answered.has(said)) return false;
      answered.add(said);
      // What has just come counts as heard after a moment (A19).
      await page.clock.runFor(3000);
      await page.keyboard.insertText(reply);
      await page.keyboard.press('Enter');
      return false;
    },
    400,
  );
  return answered.size;
};

describe.each([
  ['en-US', 'en', 'Debrief'],
  ['zh-CN', 'zh', '复盘'],
] as const)('a first shift by keyboard alone in %s', (locale, language, debrief) => {
  it('A39, A50: from the start page to the debrief of a solved case, and nothing leaves the page', async () => {
    const page = await build.open({ locale, viewport: { width: 1280, height: 800 } });
    const elsewhere: string[] = [];
    const troubles: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== build.origin && protocol !== 'data:') elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (entry) => {
      if (entry.type() === 'error') troubles.push(entry.text());
    });
    await page.evaluate(() => {
      const lost: string[] = [];
      Object.assign(globalThis, { lost });
      addEventListener('securitypolicyviolation', (event) => {
        lost.push(`policy ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    expect(await page.getAttribute('html', 'lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');

    await tabTo(page, '#start-practise');
    await page.keyboard.press('Enter');
    await passUntil(page, isFocused(page, 'h1'));
    await tabTo(page, '#start-late-parcel');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.shell.desk');
    await passUntil(page, () => page.locator('.offer').isVisible());
    await page.keyboard.press('Alt+a');
    await passUntil(page, isFocused(page, '#reply'));

    // Everything that lies over the desk, on the way.
    await page.keyboard.press('Control+k');
    await page.waitForSelector('#palette input');
    await page.keyboard.press('Escape');
    expect(await isFocused(page, '#reply')()).toBe(true);
    await page.keyboard.press('Alt+p');
    await page.waitForSelector('#plain-text textarea');
    await page.keyboard.press('Escape');
    for (const keys of ['Control+Slash', 'Control+Comma']) {
      await page.keyboard.press(keys);
      await passUntil(page, isFocused(page, '.screen h1'));
      await page.evaluate(() => history.back());
      await passUntil(page, isFocused(page, '#reply'));
    }

    expect(await serve(page, language)).toBe(5);
    await passUntil(page, () => page.locator('#wrap-up-button, .wrap-up').first().isVisible());
    await page.keyboard.press('Alt+w');
    await page.waitForSelector('.wrap-up h2');
    await passUntil(page, isFocused(page, '.wrap-up [type=radio]'));
    await page.keyboard.press('Space');
    await tabTo(page, '.wrap-up .primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.debrief');
    await passUntil(page, isFocused(page, '.debrief h1'));
    expect(await page.textContent('h1')).toBe(debrief);
    const verdicts = await page.$$eval('.turn', (turns) => turns.map(({ className }) => className));
    expect(verdicts.length).toBeGreaterThanOrEqual(5);
    expect(verdicts.filter((verdict) => verdict.includes('not-met'))).toEqual([]);
    await tabTo(page, '#practise-again');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#start-late-parcel');

    const lost = await page.evaluate(() => (globalThis as unknown as { lost: string[] }).lost);
    expect([...elsewhere, ...troubles, ...lost]).toEqual([]);
    await page.context().close();
  });
});
