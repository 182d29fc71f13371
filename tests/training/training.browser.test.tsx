import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const enter = async (id: string) => {
  await until(() => document.getElementById(id));
  document.getElementById(id)?.focus();
  await userEvent.keyboard('{Enter}');
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

it.each([
  ['en', 'Training room'],
  ['zh-CN', '培训室'],
] as const)(
  'in %s, the training room is one key from the list of practices, each way with its hint',
  async (language, title) => {
    await openDesk({ signedOut: true, settings: { language } });
    await enter('start-practise');
    await enter('to-training');
    // The link that leads here has the same words.
    await until(() => document.querySelector('h1')?.textContent === title);
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
    const ways = [...document.querySelectorAll('.way')];
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways)
      await expect.element(page.elementLocator(way)).toHaveAccessibleDescription(/\S/);
    await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
    await checkAxe();
    await enter('training-practise');
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
  },
);

it.each([
  [
    'en',
    'Help while you practise',
    'Hints when I ask for them',
    'Hints after the customer’s words',
  ],
  ['zh-CN', '练习时的帮助', '需要时再提示', '客户说完就给提示'],
] as const)(
  'in %s, the help while practising is chosen by keyboard, and the next practice has it',
  async (language, name, request, spoken) => {
    const { workspace } = await openDesk({ signedOut: true, settings: { language } });
    await enter('start-practise');
    await enter('to-training');
    const field = page.getByRole('combobox', { name });
    await expect.element(field).toHaveAccessibleDescription(/\S/);
    const select = field.element() as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text).slice(1)).toEqual([request, spoken]);
    expect(select.value).toBe('off');
    const startWith = async (presses: string) => {
      select.focus();
      await userEvent.keyboard(presses);
      await enter('training-practise');
      await enter('start-late-parcel');
      await expect.poll(() => workspace.run()).toBeDefined();
      const { mode, spokenHints } = workspace.run()?.start ?? {};
      return [mode, spokenHints];
    };
    expect(await startWith('{ArrowDown}{ArrowDown}')).toEqual(['coach', true]);
    expect(workspace.settings().coach).toBe('spoken');
  },
);

it('without help it is a practice, and with hints on request nothing is said by itself', async () => {
  const { workspace } = await openDesk({ signedOut: true });
  for (const [coach, mode] of [
    ['off', 'practice'],
    ['request', 'coach'],
  ] as const) {
    workspace.changeSettings({ coach });
    workspace.router.go('practise');
    await enter('start-late-parcel');
    await expect.poll(() => workspace.run()?.start.mode).toBe(mode);
    expect(workspace.run()?.start.spokenHints).toBe(false);
    workspace.router.go('start');
    workspace.endSession();
    await until(() => document.querySelector('#start-practise'));
  }
});
