import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenBuild } from '../support/open-build.ts';
import { openHearingBuild } from '../support/open-hearing-build.ts';
import { boxKey, type SpeechBoxServer, startSpeechBox } from '../support/speech-box-server.ts';

const sentence = 'open the last conversation';
let box: SpeechBoxServer;
let build: OpenBuild;

beforeAll(async () => {
  box = await startSpeechBox();
  build = await openHearingBuild([sentence], { before: 0.4 });
});
afterAll(async () => {
  await build.close();
  await box.kill();
});

/** The settings, with a list of what the policy of the page refused. */
async function openEngines() {
  const page = await build.open({ path: '/#/settings' });
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      refused.push(violatedDirective);
    });
  });
  await page.click('#tab-engines');
  const tried = page.locator('#tried-speech-box');
  return {
    page,
    enter: async (id: string, text: string) => {
      await page.fill(`#speech-box-${id}`, text);
      await page.keyboard.press('Tab');
    },
    /** Tries it, and gives what it says in the end. */
    hear: async () => {
      await page.click('#try-speech-box');
      await expect.poll(() => tried.textContent(), { timeout: 20_000 }).toMatch(/heard|refuse/);
      return tried.textContent();
    },
    refused: () => page.evaluate(() => (window as unknown as { refused: string[] }).refused),
  };
}

test.each(['ws', 'http'])(
  'an agent enters a box over %s, tries it, and reads what they said',
  async (protocol) => {
    const { page, enter, hear, refused } = await openEngines();
    await enter('address', `${protocol}://${box.host}/grammar`);
    expect(await hear()).toBe(`It heard: ${sentence}`);
    expect(await refused(), 'under the policy of production').toEqual([]);
    await page.reload();
    await page.click('#tab-engines');
    const kept = page.locator('#speech-box-address');
    await expect.poll(() => kept.inputValue()).toBe(`${protocol}://${box.host}/grammar`);
    await page.context().close();
  },
);

test('the key that an agent enters is the one that the box is shown, and no other', async () => {
  const { page, enter, hear } = await openEngines();
  await enter('address', `http://${box.host}/keyed`);
  await enter('key', 'wrong');
  expect(await hear()).toContain('refuses the key');
  await enter('key', boxKey);
  expect(await hear()).toMatch(/^It (heard: |answered)/);
  expect((await box.log()).at(-1)?.key).toBe(`Bearer ${boxKey}`);
  await page.context().close();
});

test('the policy lets a page that did not come by https ask a box on another computer', async () => {
  const { page, refused } = await openEngines();
  // 192.0.2.1 is nobody's (RFC 5737): the network may fail, the policy may not.
  await page.evaluate(() => {
    for (const url of ['http://192.0.2.1:9/', 'ws://192.0.2.1:9/']) {
      if (url.startsWith('ws')) new WebSocket(url).close();
      else fetch(url, { signal: AbortSignal.timeout(500) }).catch(() => undefined);
    }
    return new Promise((resolve) => setTimeout(resolve, 600));
  });
  expect(await refused()).toEqual([]);
  await page.context().close();
});
