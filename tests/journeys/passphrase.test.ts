import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { searchDisk } from '../support/search-disk.ts';
import { answer, control, goOn, sent, typed, useSharedDisk, work } from '../support/shared-disk.ts';

const disk = useSharedDisk();
const phrase = 'heron ladder 毛笔 seventeen';

const setPassphrase = async (page: Page) => {
  await page.click('#link-settings');
  await page.click('#tab-safe');
  await page.fill('#safe-new', phrase);
  await page.fill('#safe-again', phrase);
  await page.press('#safe-again', 'Enter');
  await page.waitForSelector('#safe-present');
  await page.click('#settings-back');
};

it('a passphrase is set, the browser is closed, and nothing opens before it was typed', async () => {
  const { profile, server } = disk;
  const page = await profile.open(server.origin);
  await setPassphrase(page);
  await work(page);
  await expect
    .poll(() => searchDisk(profile.folder, control).join(), { timeout: 30_000 })
    .toMatch(/Local Storage/);
  await profile.close();
  for (const secret of [sent, typed, phrase])
    expect(searchDisk(profile.folder, secret)).toEqual([]);

  const next = await profile.open(server.origin);
  await next.waitForSelector('#door-passphrase');
  // The practice that broke off is sealed as well.
  expect(await next.locator('.notices:not(.door)').count()).toBe(0);
  await next.fill('#door-passphrase', 'heron ladder');
  await next.press('#door-passphrase', 'Enter');
  await next.waitForSelector('#door-passphrase-error');
  expect(await next.evaluate(() => document.activeElement?.id)).toBe('door-passphrase');
  await next.keyboard.type(phrase);
  await next.keyboard.press('Enter');
  await next.waitForSelector('.door', { state: 'detached' });
  await goOn(next);
  await expect.poll(() => next.inputValue('#reply')).toBe(typed);
  for (const secret of [sent, typed, phrase])
    expect(searchDisk(profile.folder, secret)).toEqual([]);
});

it('a practice goes on before the passphrase, and is kept when it was typed', async () => {
  const { profile, server } = disk;
  const page = await profile.open(server.origin);
  await setPassphrase(page);
  await profile.close();
  const next = await profile.open(server.origin);
  await next.waitForSelector('#door-passphrase');
  await answer(next);
  // Folded away, so that the conversation has the room.
  await next.click('.door summary');
  await next.fill('#door-passphrase', phrase);
  await next.press('#door-passphrase', 'Enter');
  await next.waitForSelector('.door', { state: 'detached' });
  // At once: what says that it is unlocked says that what was written before is kept.
  await profile.close();
  const last = await profile.open(server.origin);
  await last.fill('#door-passphrase', phrase);
  await last.press('#door-passphrase', 'Enter');
  await goOn(last);
});

it('a tab beside an unlocked one is not asked; a lock and what opens it count for all of them', async () => {
  const { profile, server } = disk;
  const first = await profile.open(server.origin);
  await setPassphrase(first);
  const beside = await profile.open(server.origin);
  await beside.click('#link-settings');
  await beside.click('#tab-safe');
  // Where the passphrase can be changed, it is unlocked.
  await beside.waitForSelector('#safe-present');
  expect(await beside.locator('.door').count()).toBe(0);

  await runCommand(beside, 'lock the desk');
  const later = await profile.open(server.origin);
  const tabs = [first, beside, later];
  for (const tab of tabs) await tab.waitForSelector('main.lock');
  await later.fill('#lock-password', 'heron ladder');
  await later.press('#lock-password', 'Enter');
  await later.waitForSelector('.lock .error');
  for (const tab of tabs) expect(await tab.locator('main.lock').count()).toBe(1);
  await later.fill('#lock-password', phrase);
  await later.press('#lock-password', 'Enter');
  for (const tab of tabs) await tab.waitForSelector('main.lock', { state: 'detached' });
  expect(await later.locator('.door').count()).toBe(0);

  // Nobody is left who has the key.
  await profile.close();
  await (await profile.open(server.origin)).waitForSelector('#door-passphrase');
});

it('what is given up beside a locked tab opens nothing of it: the tab begins anew', async () => {
  const { profile, server } = disk;
  const page = await profile.open(server.origin);
  await setPassphrase(page);
  await answer(page);
  await runCommand(page, 'lock the desk');
  await page.waitForSelector('main.lock');
  // What starting anew does, from a page of this origin that no lock covers.
  const beside = await page.context().newPage();
  await beside.goto(`${server.origin}/reset.html`);
  await beside.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const asked = indexedDB.open('harebell');
        asked.onsuccess = () => {
          const given = asked.result.transaction('keys', 'readwrite');
          given.objectStore('keys').clear();
          given.oncomplete = () => {
            new BroadcastChannel('harebell:harebell').postMessage('keys-changed');
            resolve();
          };
        };
      }),
  );
  await page.waitForSelector('main.lock', { state: 'detached' });
  await page.waitForSelector('#start-practise');
  expect(await page.locator('.message').count()).toBe(0);
});
