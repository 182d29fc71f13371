import { createEffect, createRoot } from 'solid-js';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const open = async (language: 'en' | 'zh-CN' = 'en') => {
  const desk = await openDesk({ signedOut: true, settings: { language } });
  desk.workspace.router.go('practise');
  await until(() => document.querySelector('#practice-language'));
  await until(() => document.querySelectorAll('main').length === 1);
  return desk;
};
const texts = (selector: string) =>
  [...document.querySelectorAll(`main ${selector}`)].map((element) => element.textContent);

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('choosing', () => {
  it('A3: each scenario is a list item with a heading, its level and how many come', async () => {
    await open();
    expect(texts('.cards > li h2')).toEqual([
      'Parcel has not moved for three days',
      'Charged twice',
      'Three at once',
    ]);
    expect(texts('.cards p')).toEqual(['Level 1, 1 chat', 'Level 2, 1 chat', 'Level 3, 3 chats']);
  });

  it('A48: each button says which scenario it starts', async () => {
    await open();
    expect(texts('.cards button')).toEqual([
      'Start: Parcel has not moved for three days',
      'Start: Charged twice',
      'Start: Three at once',
    ]);
  });

  it.each(['en', 'zh-CN'] as const)('A48: satisfies axe in %s', async (language) => {
    await open(language);
    await checkAxe();
  });

  it.each([
    ['en', 'en'],
    ['zh-CN', 'zh'],
  ] as const)('in %s, customers write %s unless told otherwise', async (language, code) => {
    await open(language);
    expect((document.querySelector('#practice-language') as HTMLSelectElement).value).toBe(code);
  });

  it('its titles follow the interface’s language', async () => {
    const { workspace } = await open();
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => texts('.cards h2')[0]).toBe('包裹三天没动');
  });
});

describe('beginning', () => {
  it('opens the desk with the practice, and the first customer comes by itself', async () => {
    const { workspace } = await open();
    await userEvent.click(page.getByRole('button', { name: 'Start: Charged twice' }));
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(workspace.run()?.title).toBe('Charged twice');
    await expect.poll(() => workspace.session()?.desk().offers.length, { timeout: 10_000 }).toBe(1);
  }, 15_000);

  it('gives customers of the language that was chosen', async () => {
    const { workspace } = await open();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Customers write in' }), 'zh');
    document.getElementById('start-late-parcel')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => workspace.session()?.desk().offers[0]?.customer.language, { timeout: 10_000 })
      .toBe('zh');
    expect(workspace.run()?.title).toBe('Parcel has not moved for three days');
  }, 15_000);

  it('takes one press of many as one', async () => {
    const { workspace } = await open();
    const shifts = new Set<unknown>();
    createRoot((dispose) => {
      onTestFinished(dispose);
      createEffect(() => shifts.add(workspace.session()));
    });
    const button = document.getElementById('start-rush');
    for (let press = 0; press < 3; press += 1) button?.click();
    await expect.poll(() => workspace.router.route()).toBe('desk');
    shifts.delete(undefined);
    expect(shifts.size).toBe(1);
  });

  it('can be ended at once: the debrief of a practice in which nothing happened', async () => {
    const { workspace } = await open();
    document.getElementById('start-late-parcel')?.click();
    await expect.poll(() => workspace.run() !== undefined).toBe(true);
    await expect.poll(() => workspace.router.route()).toBe('desk');
    workspace.run()?.finish();
    await expect.poll(() => workspace.router.route()).toBe('debrief');
    await until(() => document.querySelector('#practise-again'));
    expect(texts('.lead')).toEqual(['Parcel has not moved for three days']);
    expect(texts('h2')).not.toContain('Turn by turn');
  });
});
