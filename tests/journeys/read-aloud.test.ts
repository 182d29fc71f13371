import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/settings.ts';
import { eventually } from '../support/eventually.ts';
import {
  heardOn,
  openVoiceBuild,
  type VoiceBrowser,
  type VoiceBuild,
} from '../support/open-voice-desk.ts';
import type { ScriptedConnector } from '../support/scripted-connector.ts';
import type { SpeechNotebook, Spoken } from '../support/speech-notebook.ts';

declare const desk: ScriptedConnector;

let build: VoiceBuild;
let notebook: SpeechNotebook;
let openDesk: VoiceBrowser['openDesk'];

beforeAll(async () => {
  build = await openVoiceBuild();
  ({ notebook, openDesk } = await build.openBrowser());
});
afterAll(() => build?.close());
beforeEach(() => notebook.clear());

const said = (more: (spoken: readonly Spoken[]) => boolean) =>
  eventually(() => {
    const spoken = notebook.said();
    return more(spoken) ? spoken : undefined;
  });
const heard = async (page: Page, words: string) =>
  eventually(async () => ((await heardOn(page)).join().includes(words) ? true : undefined));
const words = (spoken: readonly Spoken[]) => spoken.map(({ language, text }) => [language, text]);

it('A57: reads each run of a mixed message with the voice of its language, Mandarin and no variant', async () => {
  const page = await openDesk({ readAloud: 'open' });
  await page.evaluate(() =>
    desk.say('Lina', 'The parcel says 请送到北京路。 What does that mean? It is number 12.'),
  );
  const spoken = await said(({ length }) => length === 4);
  expect(words(spoken)).toEqual([
    ['en', 'The parcel says'],
    ['cmn', '请送到北京路。'],
    ['en', 'What does that mean?'],
    ['en', 'It is number 1 2.'],
  ]);
  expect(new Set(spoken.map(({ voice }) => voice))).toEqual(
    new Set(['English', 'Chinese (Mandarin)']),
  );
  await page.context().close();
});

it('A33: what the voice reads is not in the live region, and the other way round', async () => {
  const page = await openDesk({ readAloud: 'open' });
  await page.evaluate(() => {
    desk.say('Lina', 'Is it on its way?');
    desk.say('Wei', '你好，我的包裹呢？');
  });
  await said((spoken) => spoken.at(-1)?.isDone === true);
  await heard(page, '包裹');
  expect(words(notebook.said())).toEqual([['en', 'Is it on its way?']]);
  expect((await heardOn(page)).filter((text) => /on its way|包裹/.test(text))).toEqual([
    'Wei: 你好，我的包裹呢？',
  ]);
  await page.context().close();
});

it('A33: reads every chat in its language, the name first, and leaves the rest to the live region', async () => {
  const page = await openDesk({ readAloud: 'all' });
  await page.evaluate(() => {
    desk.emit({
      type: 'message.received',
      message: {
        id: 'm1',
        conversationId: 'wei',
        author: 'customer',
        text: '你好，订单号是 20417。',
        at: Date.now(),
        language: 'zh-CN',
      },
    });
    desk.offer('Tom');
  });
  await said((spoken) => spoken.at(-1)?.isDone === true);
  await heard(page, 'Tom');
  const spoken = notebook.said();
  expect(spoken.map(({ language, voice }) => [language, voice])).toEqual([
    ['cmn', 'Chinese (Mandarin)'],
  ]);
  expect(spoken[0]?.text).toBe('Wei: 你好,订单号是 二零四,幺七。');
  expect((await heardOn(page)).join()).not.toContain('你好');
  await page.context().close();
});

it('A33: with the rest only, reads what is announced by a sound alone', async () => {
  const page = await openDesk(
    { readAloud: 'rest' },
    { announcements: { ...defaultSettings.announcements, 'message-other': 'earcon' } },
  );
  await page.evaluate(() => {
    desk.say('Lina', 'Said by the screen reader.');
    desk.say('Wei', 'Said by the voice.');
  });
  await said((spoken) => spoken.at(-1)?.isDone === true);
  await heard(page, 'reader');
  expect(words(notebook.said()).map(([, text]) => text)).toEqual(['Wei: Said by the voice.']);
  expect((await heardOn(page)).join()).not.toContain('by the voice');
  await page.context().close();
});

it('A34: reads on request, stops, begins again, slows down, spells, and reads a reply before it goes', async () => {
  const page = await openDesk({ readAloud: 'request' });
  await page.evaluate(() =>
    desk.say(
      'Lina',
      'The first sentence is rather long. The second one names the street: Elmroad.',
    ),
  );
  await heard(page, 'Elmroad');
  expect(notebook.said()).toEqual([]);

  await page.keyboard.press('Alt+y');
  await said(({ length }) => length === 1);
  await page.keyboard.press('F2');
  await page.waitForTimeout(1500);
  expect(notebook.said().map(({ text, isDone }) => [text, isDone])).toEqual([
    ['The first sentence is rather long.', false],
  ]);

  notebook.clear();
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('\\');
  await said((spoken) => spoken[1]?.isDone === true);
  expect(notebook.said().map(({ isDone }) => isDone)).toEqual([true, true]);

  notebook.clear();
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('`');
  expect((await said((spoken) => spoken[0]?.isDone === true))[0]?.text).toBe('E, L, M, R, O, A, D');

  notebook.clear();
  await page.fill('#reply', 'It arrives today.');
  await page.keyboard.press('Shift+F2');
  const [usual] = await said((spoken) => spoken[0]?.isDone === true);
  expect(usual?.text).toBe('It arrives today.');
  expect(await page.inputValue('#reply')).toBe('It arrives today.');

  notebook.clear();
  await page.keyboard.press('Alt+j');
  await page.keyboard.press(']');
  await page.keyboard.press('Shift+F2');
  const [faster] = await said((spoken) => spoken[0]?.isDone === true);
  expect(faster?.rate).toBeGreaterThan(usual?.rate ?? 0);
  await page.context().close();
});

it('a speech service that dies in the middle of a word is stood in for, which is said once', async () => {
  const other = await build.openBrowser();
  const page = await other.openDesk({ readAloud: 'open' });
  await page.fill('#reply', 'A draft');
  await page.evaluate(() => desk.say('Lina', 'Is it late?'));
  await eventually(() => (other.notebook.said().length ? true : undefined));
  await other.notebook.close();
  const standIn = 'From now on another one reads: Built-in voice (eSpeak NG).';
  await eventually(
    async () => ((await heardOn(page)).join().includes(standIn) ? true : undefined),
    40_000,
  );
  await page.evaluate(() => desk.say('Lina', 'And now?'));
  await page.waitForTimeout(4000);
  const live = await heardOn(page);
  expect(live.filter((text) => text.includes(standIn))).toHaveLength(1);
  expect(live.filter((text) => /late|now\?/.test(text))).toEqual([]);
  expect(await page.inputValue('#reply')).toBe('A draft');
  await page.context().close();
});
