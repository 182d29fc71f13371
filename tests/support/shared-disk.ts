import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { passUntil, startChat } from './open-build.ts';
import { createProfile, type Profile } from './open-profile.ts';
import { type ServedBuild, serveBuild } from './serve-build.ts';
import { sharedBuild } from './shared-build.ts';

/** The build, and for each test a browser whose files can be read. */
export interface SharedDisk {
  readonly server: ServedBuild;
  readonly profile: Profile;
}

/** Sets up both for the tests of a file. */
export function useSharedDisk(): SharedDisk {
  let server: ServedBuild;
  let profile: Profile;
  beforeAll(async () => {
    server = await serveBuild(await sharedBuild());
  });
  afterAll(() => server?.close());
  beforeEach(() => {
    profile = createProfile();
  });
  afterEach(() => profile.remove());
  return {
    get server() {
      return server;
    },
    get profile() {
      return profile;
    },
  };
}

/** What the agent has sent in {@link work}. */
export const sent = 'I am sorry, Mrs Moss. Your order number, please? 对不起，请问订单号是多少？';
/** What stands half typed after {@link work}. */
export const typed = 'Half a sentence for one customer 还没写完的一句话';
/** Written in the clear on purpose: a search that misses it would miss everything. */
export const control = 'The quick brown fox 敏捷的棕色狐狸';

const hasAnswered = async (page: Page) => (await page.locator('.message').count()) === 4;

/** An answer to a practice customer, who has read it. */
export async function answer(page: Page): Promise<void> {
  await startChat(page);
  await page.keyboard.insertText(sent);
  await page.keyboard.press('Enter');
  await passUntil(page, () => hasAnswered(page));
}

/** {@link answer}, and another one that is not finished; both on the disk, with {@link control}. */
export async function work(page: Page): Promise<void> {
  await answer(page);
  await page.keyboard.insertText(typed);
  await page.clock.runFor(3000);
  await page.evaluate(
    (text) =>
      new Promise((resolve) => {
        localStorage.setItem('control', text);
        const asked = indexedDB.open('control', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('a').put(text, 'b');
        asked.onsuccess = resolve;
      }),
    control,
  );
}

/** Goes on with the practice that broke off, until all of it is there. */
export async function goOn(page: Page): Promise<void> {
  const offer = page.locator('.notices:not(.door) button').first();
  await passUntil(page, () => offer.isVisible());
  await offer.click();
  await passUntil(page, () => hasAnswered(page));
}
