import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type LiveDesk, startLiveDesk } from '../support/live-desk.ts';
import { signIn } from '../support/open-live-build.ts';
import { searchDisk } from '../support/search-disk.ts';
import { control, goOn, sent, typed, useSharedDisk, work } from '../support/shared-disk.ts';

const disk = useSharedDisk();

/** Everything that was said, where it is on the disk. */
const find = (words: readonly string[]) =>
  words.flatMap((text) =>
    searchDisk(disk.profile.folder, text)
      // A practice customer's lines stand in the program, which is kept for when there is no link.
      .filter((file) => text === sent || text === typed || !file.includes('CacheStorage'))
      .map((file) => `${file}: ${text}`),
  );

describe('what stands on the disk', () => {
  it.each([
    ['while the desk is open', () => undefined],
    ['after the browser was closed', () => disk.profile.close()],
    ['after the browser was killed', () => disk.profile.kill()],
  ])("has nobody's words, %s; they are there at the next start", async (_when, end) => {
    const { profile, server } = disk;
    const page = await profile.open(server.origin);
    await work(page);
    const said = await page.locator('.message.customer .text').allTextContents();
    // A word or two could stand in a file by chance.
    const words = [...said.filter((text) => text.length > 20), sent, typed];
    expect(words.length).toBeGreaterThan(2);
    // Local storage and the browser's own list of tabs are written some seconds later.
    await expect
      .poll(() => searchDisk(profile.folder, control).join(), { timeout: 30_000 })
      .toMatch(/IndexedDB.*Local Storage/);
    await expect
      .poll(() => searchDisk(profile.folder, server.origin).join(), { timeout: 30_000 })
      .toMatch(/Session/);
    await end();
    expect(find(words)).toEqual([]);
    await profile.close();
    const next = await profile.open(server.origin);
    await goOn(next);
    await expect.poll(() => next.inputValue('#reply')).toBe(typed);
    expect(find(words)).toEqual([]);
  });
});

/** How many rows a store of the desk's database has, whatever they hold. */
const countRows = (store: string) =>
  new Promise<number>((resolve) => {
    const asked = indexedDB.open('harebell');
    asked.onsuccess = () => {
      const rows = asked.result.transaction(store).objectStore(store).count();
      rows.onsuccess = () => {
        asked.result.close();
        resolve(rows.result);
      };
    };
  });

describe('a chat with a real customer', () => {
  it('is sealed, and can be read when the server cannot be reached', async () => {
    const live = await startLiveDesk();
    onTestFinished(() => live.stop());
    const { profile, server } = disk;
    const agent = await live.agent();
    const customer = await live.customer();
    const words = 'The blue kettle whistles off key since Tuesday.';
    const page = await profile.open(`${server.origin}/#/sign-in`);
    await signIn(page, agent);
    await live.order(customer, { do: 'send', to: agent.address, text: words });
    await page.locator('.offer').first().waitFor();
    await page.keyboard.press('Alt+a');
    await page.waitForSelector('#reply:focus');
    await page.getByText(words).first().waitFor();
    await page.clock.runFor(3000);
    await expect.poll(() => page.evaluate(countRows, 'conversations')).toBe(1);
    await profile.close();
    expect(searchDisk(profile.folder, words)).toEqual([]);

    await live.stop();
    const next = await profile.open(`${server.origin}/#/sign-in`);
    await next.fill('#sign-in-account', agent.address);
    await next.fill('#sign-in-password', agent.password);
    await next.click('details > summary');
    await next.fill('#sign-in-service', agent.service);
    await next.keyboard.press('Enter');
    await next.waitForSelector('#kept-chats');
    await next.focus('#kept-chats summary');
    await next.keyboard.press('Enter');
    await next.locator('#kept-chats').getByText(words).waitFor();
    expect(searchDisk(profile.folder, words)).toEqual([]);
  });
});

describe('what the browser itself keeps', () => {
  let live: LiveDesk;
  beforeAll(async () => {
    live = await startLiveDesk();
  });
  afterAll(() => live?.stop());

  it.each([false, true])(
    "has no customer's name in its history, shared computer: %s",
    async (shared) => {
      const { profile, server } = disk;
      const agent = await live.agent();
      const customer = await live.customer('quillfeather');
      const page = await profile.open(`${server.origin}/#/sign-in`);
      if (shared) await page.check('#sign-in-shared');
      await signIn(page, agent);
      await live.order(customer, { do: 'send', to: agent.address, text: 'Where is my parcel?' });
      await page.locator('.offer').first().waitFor();
      await page.keyboard.press('Alt+a');
      await page.waitForSelector('#reply:focus');
      // Where the name would get into a title: with the conversation, and on coming back to it.
      await page.getByRole('heading', { name: /quillfeather/ }).waitFor();
      await page.click('#link-settings');
      await page.click('#settings-back');
      await page.getByRole('heading', { name: /quillfeather/ }).waitFor();
      const title = await page.title();
      await expect
        .poll(() => searchDisk(profile.folder, title).join(), { timeout: 30_000 })
        .toMatch(/History/);
      await profile.close();
      expect(searchDisk(profile.folder, 'quillfeather')).toEqual([]);
    },
  );
});
