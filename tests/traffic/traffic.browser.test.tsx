import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when they are needed; here the server has to make them first.
import '../../src/app/training-screens.ts';
import '../../src/app/watch-traffic.ts';
import '../../src/traffic/traffic.tsx';
import { describeSize } from '../../src/session/describe-size.ts';
import { readTraffic, shiftOf } from '../../src/session/traffic.ts';
import { createId } from '../../src/shared/id.ts';
import { noteTransfer } from '../../src/shared/note-transfer.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';

const mib = 1024 * 1024;
const lead = () => document.querySelector('.traffic .lead')?.textContent ?? '';
const row = (name: string) =>
  [...document.querySelectorAll('.traffic tbody tr')]
    .find((each) => each.querySelector('th')?.textContent === name)
    ?.querySelectorAll('td');

describe('the traffic of a shift', () => {
  it('is a command away: a sentence, a chart of the hours and a table by kind', async () => {
    const { workspace } = await openDesk();
    noteTransfer('pictures', performance.now(), 3 * mib);
    noteTransfer('down', performance.now(), 5000);
    await expect
      .poll(async () => shiftOf(await readTraffic(workspace.storage)).pictures, { timeout: 9000 })
      .toBe(3 * mib);
    workspace.commands.run('traffic');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Traffic' })).toHaveFocus();
    await expect.poll(lead).toMatch(/^This shift has used \d/);
    await expect.poll(() => row('Pictures and files')?.[1]?.textContent).toBe('3 MiB');
    expect(row('Messages received')?.[0]?.textContent).toBe(describeSize(5000, 'en'));
    await expect.element(page.getByRole('img', { name: /^By the hour: / })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
    await checkAxe();
    await page.viewport(320, 640);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1280, 800);
  });

  it('costs what the agent says, which is kept; what is no price is refused in words', async () => {
    const database = `test-${createId()}`;
    const first = await openDesk({ database });
    noteTransfer('pictures', performance.now(), 2_000_000);
    await expect
      .poll(async () => shiftOf(await readTraffic(first.workspace.storage)).pictures, {
        timeout: 9000,
      })
      .toBe(2_000_000);
    first.workspace.commands.run('traffic');
    const price = page.getByRole('spinbutton', { name: 'Price per MB' });
    await userEvent.fill(price, '0.5');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => row('Pictures and files')?.[2]?.textContent).toBe('1');
    await expect.poll(() => first.spoken.at(-1)).toMatch(/That costs about \d/);
    await userEvent.fill(price, '-1');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => first.spoken.at(-1)).toBe('A price is a number from 0 to 1000.');
    await first.close();
    const again = await openDesk({ database, settings: { language: 'zh-CN' } });
    again.workspace.commands.run('traffic');
    await expect.element(page.getByRole('spinbutton', { name: '每 MB 价格' })).toHaveValue(0.5);
  });

  it('before anything was counted says so, and is reached from the settings', async () => {
    const { workspace } = await openDesk({ signedOut: true });
    workspace.router.go('settings');
    await userEvent.click(page.getByRole('tab', { name: 'Offline' }));
    await userEvent.click(page.getByRole('link', { name: 'Traffic' }));
    await expect.poll(lead).toBe('Nothing has been counted in a shift yet.');
    expect(document.querySelector('.traffic table')).toBeNull();
  });
});
