import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askBrowser } from '../support/ask-listening-page.ts';
import type { BrowserOrder } from '../support/listening-page/listening-page.ts';
import { type OpenListeningPage, openListeningPage } from '../support/open-listening-page.ts';

// Debian's Chromium has the whole API and nothing behind it: each way to fail is a real one.
let pages: OpenListeningPage;
let page: Page;

beforeAll(async () => {
  pages = await openListeningPage();
  page = await pages.open();
});
afterAll(() => pages.close());

const ask = (order: BrowserOrder, where = page) => askBrowser(where, order);

test.each(['en', 'zh-CN'])(
  '%s can be downloaded, it says, but installing fails',
  async (language) => {
    expect(await ask({ place: 'device', language })).toEqual({
      state: { kind: 'installable' },
      installed: 'install-failed',
      // An error without an end: it is settled all the same.
      listened: 'language-not-supported',
    });
  },
);

test('a language that nobody has is not there', async () => {
  const { state } = await ask({ place: 'device', language: 'tlh' });
  expect(state).toEqual({ kind: 'unavailable', reason: 'language-not-supported' });
});

test('phrases that it refuses are left out, and do not hide why it does not work', async () => {
  const order = { place: 'device', language: 'en', phrases: ['Harebell'] } as const;
  expect((await ask(order)).listened).toBe('language-not-supported');
});

test('no voice goes to the cloud without consent', async () => {
  expect(await ask({ place: 'cloud', language: 'en' })).toEqual({
    state: { kind: 'needs-consent' },
    installed: 'none',
    listened: 'no-consent',
  });
});

test('the cloud that is out of reach is a matter of the network', async () => {
  const order = { place: 'cloud', agreed: true, language: 'en', track: true } as const;
  const report = await ask(order);
  expect(report).toMatchObject({ state: { kind: 'ready' }, listened: 'network' });
});

test.each([
  ['missing', 'no-microphone'],
  ['denied', 'microphone-denied'],
] as const)('a microphone that is %s has its own error', async (microphone, kind) => {
  const other = await pages.open({ microphone });
  const order = { place: 'cloud', agreed: true, language: 'en' } as const;
  expect((await ask(order, other)).listened).toBe(kind);
  await other.context().browser()?.close();
});
