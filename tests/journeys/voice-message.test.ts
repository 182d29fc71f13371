import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBuild, openBuild, passUntil, startChat } from '../support/open-build.ts';

let build: OpenBuild;

beforeAll(async () => {
  build = await openBuild(['--autoplay-policy=user-gesture-required']);
});
afterAll(() => build?.close());

test.each([
  [
    'en-US',
    'Mr Voss, I am very sorry, that must be really frustrating.',
    'Play',
    'Pause',
    /money back/,
  ],
  [
    'zh-CN',
    '王先生，非常抱歉，扣了两次又没人联系您，换作是我也会很生气。',
    '播放',
    '暂停',
    /退给我/,
  ],
])(
  'A45: a customer’s voice message in practice (%s): read, then spoken by eSpeak, and nothing leaves the page',
  async (locale, reply, play, pause, words) => {
    const page = await build.open({ locale, viewport: { width: 1280, height: 800 } });
    const requests: string[] = [];
    const troubles: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (entry) => {
      if (entry.type() === 'error') troubles.push(entry.text());
    });
    await startChat(page, 'double-charge');
    // Whoever is angry writes twice; the answer is to both.
    await page.clock.runFor(15_000);
    await page.fill('#reply', reply);
    await page.press('#reply', 'Enter');
    await passUntil(page, () => page.locator('.voice .caption').isVisible());

    // The words are there before any sound, in the transcript, its tree and the list.
    expect(await page.textContent('.voice .caption')).toMatch(words);
    const message = page.locator('article', { has: page.locator('.voice') });
    expect(await message.getAttribute('aria-label')).toMatch(words);
    expect(await page.textContent('.option .preview')).toMatch(words);
    expect(requests.filter((url) => url.includes('espeak'))).toEqual([]);

    // From the message to its player, by keys.
    await message.focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe(play);
    await page.keyboard.press('Enter');
    await page.waitForFunction((name) => document.activeElement?.textContent === name, pause);
    const length = Number(await page.getAttribute('.voice input[type=range]', 'max'));
    expect(length).toBeGreaterThan(1);
    expect(length).toBeLessThan(15);
    await page.selectOption('.voice select', '3');
    // Three times as fast it comes to its end, and can be played again.
    await page.waitForFunction(
      (name) => document.querySelector('.voice-player button')?.textContent === name,
      play,
    );

    expect(requests.filter((url) => /espeak-(english|mandarin)/.test(url)).length).toBeGreaterThan(
      0,
    );
    const elsewhere = requests.filter(
      (url) => !url.startsWith(build.origin) && !/^(data|blob):/.test(url),
    );
    expect([...elsewhere, ...troubles]).toEqual([]);
    await page.context().close();
  },
);
