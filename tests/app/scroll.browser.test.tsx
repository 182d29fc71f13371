import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';

const root = document.documentElement;
const heading = () => document.activeElement?.textContent;

beforeEach(async () => {
  await page.viewport(400, 500);
});

it('a screen begins at its top, however far down the one before was read', async () => {
  const { workspace } = await openDesk({ signedOut: true });
  workspace.router.go('settings');
  await expect.poll(heading, { timeout: 10_000 }).toBe('Settings');
  root.scrollTop = 10_000;
  expect(root.scrollTop).toBeGreaterThan(100);
  workspace.router.go('help');
  await expect.poll(heading, { timeout: 10_000 }).toBe('Help and keys');
  // The heading that has the focus may be brought into view, but nothing of the old place is left.
  const [top] = [...document.querySelectorAll('h1')].map((h1) => h1.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(500);
});

const openStart = async () => {
  const { workspace } = await openDesk({ signedOut: true });
  document.querySelector<HTMLElement>('main a')?.focus();
  return { workspace, old: document.querySelector('main p') };
};

it('A39: what was selected in a screen is so no more before that screen goes away', async () => {
  const { workspace, old } = await openStart();
  // As a screen reader does when it reads on.
  getSelection()?.collapse(old?.firstChild ?? null, 0);
  workspace.router.go('help');
  await expect.poll(heading, { timeout: 10_000 }).toBe('Help and keys');
  expect([old?.isConnected, getSelection()?.rangeCount]).toEqual([true, 0]);
  await expect.poll(() => old?.isConnected, { timeout: 5000 }).toBe(false);
  expect(getSelection()?.rangeCount).toBe(0);
});

it('A39: what is selected in the next screen by then stays so', async () => {
  const { workspace, old } = await openStart();
  workspace.router.go('help');
  await expect.poll(heading, { timeout: 10_000 }).toBe('Help and keys');
  const next = document.activeElement?.firstChild ?? null;
  getSelection()?.collapse(next, 2);
  await expect.poll(() => old?.isConnected, { timeout: 5000 }).toBe(false);
  expect(getSelection()?.anchorNode).toBe(next);
});

it('what comes into a screen later does not move it', async () => {
  const { connector, workspace } = await openDesk();
  for (let index = 0; index < 30; index += 1) connector.open(`Customer-${index}`);
  await expect.poll(() => document.querySelectorAll('[role=option]').length).toBe(30);
  root.scrollTop = 600;
  const place = root.scrollTop;
  expect(place).toBeGreaterThan(100);
  connector.open('Late');
  workspace.say('Anything');
  await expect.poll(() => document.querySelectorAll('[role=option]').length).toBe(31);
  expect(root.scrollTop).toBe(place);
});
