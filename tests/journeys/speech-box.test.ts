import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hearByBox } from '../support/ask-listening-page.ts';
import { eventually } from '../support/eventually.ts';
import {
  type MicrophonePage,
  type OpenListeningPage,
  openListeningPage,
} from '../support/open-listening-page.ts';
import { shareHeard } from '../support/share-heard.ts';
import { speakWav } from '../support/speak-wav.ts';
import { boxKey, type SpeechBoxServer, startSpeechBox } from '../support/speech-box-server.ts';

const sentence = 'please send the new address to our office this morning';
const known = 'please change the new address next monday';
const protocols = ['http', 'ws'] as const;
const folder = mkdtempSync(join(tmpdir(), 'harebell-wav-'));
const wav = {
  sentence: join(folder, 'sentence.wav'),
  known: join(folder, 'known.wav'),
  apart: join(folder, 'apart.wav'),
};
let box: SpeechBoxServer;
let pages: OpenListeningPage;

beforeAll(async () => {
  speakWav([sentence], wav.sentence);
  speakWav([known], wav.known);
  speakWav([known, sentence], wav.apart, { between: 10 });
  [box, pages] = await Promise.all([startSpeechBox(), openListeningPage()]);
});
afterAll(async () => {
  await pages.close();
  await box.kill();
  rmSync(folder, { recursive: true });
});

const withMicrophone = async (options: MicrophonePage, use: (page: Page) => Promise<void>) => {
  const page = await pages.open(options);
  await use(page);
  await page.context().browser()?.close();
};
const textOf = ({ heard }: { readonly heard: readonly { readonly text: string }[] }) =>
  heard.map(({ text }) => text).join(' ');

describe.each(protocols)('a sentence spoken into the microphone, over %s', (protocol) => {
  test('arrives as text', () =>
    withMicrophone({ wav: wav.sentence }, async (page) => {
      const address = `${protocol}://${box.host}/general`;
      const report = await hearByBox(page, { address, seconds: 5.5 });
      expect(report).toMatchObject({ outcome: 'ok', violations: [], isOpen: false });
      expect(shareHeard(sentence, textOf(report))).toBeGreaterThanOrEqual(0.7);
      const words = report.heard.flatMap((each) => each.words);
      expect(words.length).toBeGreaterThan(5);
      expect(words.every(({ confidence = -1 }) => confidence >= 0 && confidence <= 1)).toBe(true);
      if (protocol === 'ws') expect(new Set(report.partials).size).toBeGreaterThan(4);
    }));

  test('arrives exactly where a grammar is known', () =>
    withMicrophone({ wav: wav.known }, async (page) => {
      const address = `${protocol}://${box.host}/grammar`;
      const report = await hearByBox(page, { address, seconds: 5.5 });
      expect(report.outcome).toBe('ok');
      expect(textOf(report)).toBe(known);
    }));
});

test('a closed set of phrases becomes the grammar of a live box; likely phrases do not', () =>
  withMicrophone({ wav: wav.known }, async (page) => {
    const address = `ws://${box.host}/general`;
    const phrases = ['please open the last conversation', known];
    const report = await hearByBox(page, { address, seconds: 5.5, phrases, only: true });
    expect(textOf(report)).toBe(known);
    await hearByBox(page, { address, seconds: 0.5, phrases });
    const configs = (await box.log()).flatMap(({ texts }) => texts?.[0] ?? []).slice(-2);
    expect(configs.map((text) => JSON.parse(text))).toEqual([
      { config: { sample_rate: 16_000, words: 1, phrase_list: phrases } },
      { config: { sample_rate: 16_000, words: 1 } },
    ]);
  }));

test('likely phrases are a recordings box’s prompt, and its model is one that it lists', () =>
  withMicrophone({}, async (page) => {
    const order = { seconds: 1.2, phrases: ['Harebell', 'late parcel'] };
    await hearByBox(page, { ...order, address: `http://${box.host}/script` });
    await hearByBox(page, { ...order, address: `http://${box.host}/script#my-model` });
    const asked = (await box.log()).slice(-2);
    expect(asked).toMatchObject([
      { prompt: 'Harebell, late parcel', language: 'en', model: 'test-whisper', key: null },
      { model: 'my-model' },
    ]);
  }));

test('the end is told in the words that vosk-server knows, and no sound follows it', async () => {
  const streams = (await box.log()).filter(({ texts }) => texts);
  expect(streams.length).toBeGreaterThan(3);
  for (const { texts, frames = 0, afterEof } of streams) {
    expect(texts?.at(-1)).toBe('{"eof" : 1}');
    expect(afterEof).toBe(0);
    expect(frames, 'to the last sample, not to the last full block').toBeGreaterThan(0);
  }
});

describe('a box that is wrong', () => {
  const cases = {
    http: [
      ['html', 'bad-answer'],
      ['half', 'bad-answer'],
      ['array', 'bad-answer'],
      ['chinese', 'wrong-language'],
      ['refused', 'key-refused'],
      ['forbidden', 'key-refused'],
      ['keyed', 'key-refused'],
      ['slow', 'slow-server'],
      ['cut', 'network'],
      ['small', 'too-large'],
      ['broken', 'failed'],
    ],
    ws: [
      ['html', 'bad-answer'],
      ['half', 'bad-answer'],
      ['array', 'bad-answer'],
      ['chinese', 'wrong-language'],
      ['refused', 'key-refused'],
      ['key', 'key-refused'],
      ['silent', 'engine-silent'],
      ['unanswered', 'slow-server'],
      ['cut', 'network'],
    ],
  } as const;
  let page: Page;
  beforeAll(async () => {
    page = await pages.open();
  });

  describe.each(protocols)('over %s', (protocol) => {
    test.each<readonly [string, string]>(cases[protocol])(
      '"%s" is told as %s',
      async (way, kind) => {
        const isLate = ['slow', 'silent', 'unanswered'].includes(way);
        const address = `${protocol}://${box.host}/${way}`;
        const order = {
          address,
          seconds: protocol === 'ws' ? 12 : 1.2,
          ...(isLate && { hurry: 4 }),
        };
        const report = await hearByBox(page, order);
        expect(report).toMatchObject({ outcome: kind, violations: [], isOpen: false });
        expect(report.heard).toEqual([]);
      },
    );

    test('nobody at the address is a matter of the network', async () => {
      const report = await hearByBox(page, { address: `${protocol}://127.0.0.1:9`, seconds: 1.2 });
      expect(report).toMatchObject({ outcome: 'network', isOpen: false });
    });

    test('a script in the words is words', async () => {
      const address = `${protocol}://${box.host}/script`;
      const { outcome, heard } = await hearByBox(page, { address, seconds: 1.2 });
      expect(outcome).toBe('ok');
      expect(heard[0]?.text).toBe("<script>alert('boo')</script> <b>hello</b>");
    });
  });

  test('with the key that it wants, it answers', async () => {
    const address = `http://${box.host}/keyed`;
    const report = await hearByBox(page, { address, key: boxKey, seconds: 1.2 });
    expect(report.outcome).toBe('ok');
  });

  test('without `verbose_json` it is asked for text alone', async () => {
    const report = await hearByBox(page, { address: `http://${box.host}/plain`, seconds: 1.2 });
    expect(report.outcome).toBe('ok');
    expect((await box.log()).at(-1)?.response_format).toBe('json');
  });
});

describe('a box that is killed in the middle', () => {
  test('over ws leaves what was recognised, its last guess included', () =>
    withMicrophone({ wav: wav.known }, async (page) => {
      const own = await startSpeechBox();
      const hearing = hearByBox(page, { address: `ws://${own.host}/grammar`, seconds: 60 });
      await eventually(
        async () =>
          (await own.log()).some(({ frames = 0 }) => frames > 2.5 * 16_000) ? true : undefined,
        40_000,
      );
      await own.kill();
      const report = await hearing;
      expect(report).toMatchObject({ outcome: 'network', isOpen: false });
      expect(textOf(report)).toMatch(/^please/);
    }));

  test('over http leaves the stretches that were recognised', () =>
    withMicrophone({ wav: wav.apart }, async (page) => {
      const own = await startSpeechBox();
      const hearing = hearByBox(page, { address: `http://${own.host}/grammar`, seconds: 20 });
      await eventually(
        async () => ((await own.log()).some(({ answered }) => answered) ? true : undefined),
        30_000,
      );
      await own.kill();
      const report = await hearing;
      expect(report.outcome).toBe('network');
      expect(textOf(report)).toBe(known);
    }));
});

describe('the microphone', () => {
  test.each([
    ['missing', 'no-microphone'],
    ['denied', 'microphone-denied'],
  ] as const)('that is %s has its own error', (microphone, kind) =>
    withMicrophone({ microphone }, async (page) => {
      const report = await hearByBox(page, { address: `ws://${box.host}/general`, seconds: 1 });
      expect(report.outcome).toBe(kind);
    }),
  );
});
