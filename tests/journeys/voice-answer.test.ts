import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearByGrammar } from '../support/hear-by-grammar.ts';
import { type LiveDesk, startLiveDesk } from '../support/live-desk.ts';
import { type OpenBuild, startChat } from '../support/open-build.ts';
import { openHearingBuild } from '../support/open-hearing-build.ts';
import { signIn } from '../support/open-live-build.ts';
import { runCommand } from '../support/run-command.ts';

/** What can be said: small enough to be told apart for certain. */
const grammar = `#JSGF V1.0; grammar answer;
    public <sentence> = (your | our) (parcel | order | invoice) (is | was) (sent | lost | paid)
      (today | yesterday | on monday) | please (call | write to) (us | me) (again | tomorrow);`;
const written = 'your parcel was sent on monday';
const spoken = 'please write to us tomorrow';

let build: OpenBuild;
let live: LiveDesk;

beforeAll(async () => {
  [build, live] = await Promise.all([openHearingBuild([spoken], { before: 1 }), startLiveDesk()]);
});
afterAll(async () => {
  await build?.close();
  await live?.stop();
});

/** A page that keeps each recording it plays, and its troubles. */
async function openPage(locale = 'en-US') {
  const page = await build.open({ locale, viewport: { width: 1280, height: 800 } });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (entry) => {
    if (entry.type() === 'error') troubles.push(entry.text());
  });
  await page.evaluate(() => {
    const sounds: Blob[] = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (object: Blob | MediaSource) => {
      if (object instanceof Blob && object.type === 'audio/ogg') sounds.push(object);
      return make.call(URL, object);
    };
    Object.assign(globalThis, { sounds });
  });
  return { page, troubles };
}

/** A practice chat. */
async function openChat(locale?: string) {
  const { page, troubles } = await openPage(locale);
  await startChat(page);
  await page.locator('.dictation').waitFor();
  await page.focus('#reply');
  return { page, troubles };
}

/** A sound file, decoded by the page. */
const decode = (page: Page, file: string) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const head = new TextDecoder('latin1').decode(bytes.slice(0, 40));
    const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes.buffer);
    return { head, seconds: sound.duration, samples: [...sound.getChannelData(0)] };
  }, file);
/** The newest recording that the page played. */
const newestSound = async (page: Page) => {
  const file = await page.evaluate(async () => {
    const { sounds } = globalThis as unknown as { readonly sounds: readonly Blob[] };
    const bytes = new Uint8Array(await (sounds.at(-1) as Blob).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return { file, ...(await decode(page, file)) };
};
const quiet = Array.from({ length: 8000 }, () => 0);
const hear = (samples: readonly number[]) =>
  hearByGrammar([...quiet, ...samples, ...quiet], grammar);
/** Does something after which a recording is heard, however short it is: its button becomes another. */
const hearAfter = async (
  page: Page,
  act: () => Promise<void>,
  { within = '#voice-answer', pause = 'Pause' } = {},
) => {
  const isHeard = page.waitForFunction(
    ([place, label]) =>
      document.querySelector(`${place} .voice-player button`)?.textContent === label,
    [within, pause],
  );
  await act();
  await isHeard;
};
const own = (page: Page) => page.locator('article.agent', { has: page.locator('.voice') });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('typed words become a voice, are heard back, and go out as Opus with the words beside it', async () => {
  const { page, troubles } = await openChat();
  await page.keyboard.type(written);
  await runCommand(page, 'voice message');
  await expect.poll(() => focused(page)).toBe('voice-words');
  expect(await page.inputValue('#voice-words')).toBe(written);

  await hearAfter(page, () => page.keyboard.press('Control+Enter'));
  expect(await page.locator('article.agent').count(), 'heard before it is sent').toBe(0);
  const { head, file, seconds, samples } = await newestSound(page);
  expect(head).toMatch(/^OggS.*OpusHead/s);
  expect((file.length * 0.75) / seconds, 'bytes a second').toBeLessThan(4500);
  expect(hear(samples)).toBe(written);

  await page.keyboard.press('Control+Enter');
  await expect.poll(() => focused(page)).toBe('reply');
  expect(await page.inputValue('#reply')).toBe('');
  await own(page).waitFor();
  expect(await own(page).locator('.text').textContent()).toBe(written);
  await expect
    .poll(() => own(page).getAttribute('aria-label'))
    .toMatch(/^You: your parcel was sent on monday \(voice message\)/);
  const playAgain = own(page).getByRole('button', { name: 'Play', exact: true });
  await hearAfter(page, () => playAgain.click(), { within: 'article.agent' });
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('one’s own voice is recorded, heard back and sent; it can be without words', async () => {
  const { page, troubles } = await openChat('zh-CN');
  await page.getByRole('button', { name: '语音回复' }).click();
  await page.getByLabel('我自己说').check();
  await page.getByRole('button', { name: '录音', exact: true }).click();
  await page.locator('#voice-answer .microphone').waitFor();
  await expect
    .poll(() => page.locator('#voice-answer .microphone').textContent(), { timeout: 15_000 })
    .toBe('正在录音，0:05');
  await page.getByRole('button', { name: '录音', exact: true }).click();
  await page.locator('#voice-answer .voice-player input[type=range]').waitFor();
  const { samples } = await newestSound(page);
  expect(hear(samples)).toBe(spoken);

  // Closed without sending, it is still there.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '语音回复' }).click();
  const play = page.locator('#voice-answer .voice-player button');
  await expect.poll(() => play.textContent(), { timeout: 10_000 }).toBe('播放');
  await page.getByRole('button', { name: '发送语音消息' }).click();
  expect(await page.locator('#voice-answer .error').textContent()).toContain('先播放一遍');
  await hearAfter(page, () => play.click(), { pause: '暂停' });
  await page.getByRole('button', { name: '发送语音消息' }).click();
  await own(page).waitFor();
  await expect.poll(() => page.locator('#voice-answer').count()).toBe(0);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('over a real server the customer gets the words and an address, and hears there what was written', async () => {
  const [agent, customer] = await Promise.all([live.agent(), live.customer()]);
  const { page, troubles } = await openPage();
  await page.getByRole('link', { name: 'Sign in to a desk' }).click();
  await signIn(page, agent);
  await live.order(customer, { do: 'send', to: agent.address, text: 'Where is my parcel?' });
  await page.locator('.offer').waitFor();
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply:focus');
  await page.keyboard.type(written);
  await page.getByRole('button', { name: 'Voice answer' }).click();
  await page.waitForSelector('#voice-words:focus');
  await hearAfter(page, () => page.keyboard.press('Control+Enter'));
  await page.keyboard.press('Control+Enter');

  const heard = async () => (await live.heard(customer)).find((event) => event.file);
  await expect.poll(heard, { timeout: 15_000 }).toBeDefined();
  const event = await heard();
  expect(event?.text).toBe(`${written}\n${event?.file}`);
  await live.order(customer, { do: 'fetch', file: event?.file ?? '' });
  const fetched = async () =>
    (await live.heard(customer)).find(({ type }) => type === 'fetched')?.data;
  await expect.poll(fetched, { timeout: 15_000 }).toBeDefined();
  const { head, samples } = await decode(page, (await fetched()) ?? '');
  expect(head).toMatch(/^OggS.*OpusHead/s);
  expect(hear(samples)).toBe(written);
  await expect.poll(() => own(page).locator('.delivery').textContent()).toBe('delivered');

  // After a reload it comes from the archive, and from the server.
  await page.goto(build.origin);
  await page.reload();
  await page.getByRole('link', { name: 'Sign in to a desk' }).click();
  await signIn(page, agent);
  await page.locator('.option').first().click();
  await own(page).getByRole('button', { name: 'Load the voice message' }).click();
  await own(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await own(page).locator('.text').textContent()).toBe(written);
  expect(troubles).toEqual([]);
  await page.context().close();
}, 60_000);
