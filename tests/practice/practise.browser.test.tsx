import { createEffect, createRoot } from 'solid-js';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import en from '../../locales/en.json' with { type: 'json' };
import { scenarios } from '../../src/connectors/practice/scenarios.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { texts } from '../support/on-page.ts';
import { openDesk } from '../support/open-desk.tsx';

const open = async (language: 'en' | 'zh-CN' = 'en') => {
  const desk = await openDesk({ signedOut: true, settings: { language } });
  desk.workspace.router.go('practise');
  await until(() => document.querySelector('#practice-language'));
  await until(() => document.querySelectorAll('main').length === 1);
  return desk;
};
/** In the order of the list. */
const titles = scenarios.map(({ id }) => (en.scenarios as Record<string, string>)[id]);
const showLevel = (level: number) => userEvent.click(page.getByText(`Level ${level}`));

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('choosing', () => {
  it('A3: each scenario is a list item with a heading, beneath its level, and how many come', async () => {
    await open();
    expect(texts('.cards > li h3')).toEqual(titles);
    expect(texts('.cards p')).toHaveLength(scenarios.length);
    expect(texts('.cards p')).toContain('3 chats');
    expect(texts('summary h2')).toEqual(['Level 1', 'Level 2', 'Level 3', 'Level 4']);
  });

  it('shows one level at a time, the easiest first', async () => {
    await open();
    const visible = () =>
      [...document.querySelectorAll<HTMLElement>('.cards button')]
        .filter((button) => button.checkVisibility())
        .map(({ id }) => id);
    const ofLevel = (level: number) =>
      scenarios.filter((one) => one.level === level).map(({ id }) => `start-${id}`);
    expect(visible()).toEqual(ofLevel(1));
    await showLevel(3);
    await expect.poll(visible).toEqual(ofLevel(3));
  });

  it('A48: each button says which scenario it starts', async () => {
    await open();
    expect(texts('.cards button')).toEqual(titles.map((title) => `Start: ${title}`));
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
    await expect.poll(() => texts('.cards h3')[0]).toBe('第一次接待');
  });
});

describe('beginning', () => {
  it('opens the desk with the practice, and the first customer comes by itself', async () => {
    const { workspace } = await open();
    await showLevel(2);
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

  it.each([
    ['en', 'A parcel that has not moved for three days'],
    ['zh', '包裹三天'],
  ])(
    'shows the rules of the desk beside the customer, in %s',
    async (language, rule) => {
      const { workspace } = await open();
      await userEvent.selectOptions(
        page.getByRole('combobox', { name: 'Customers write in' }),
        language,
      );
      document.getElementById('start-late-parcel')?.click();
      await expect.poll(() => workspace.session()?.desk().offers.length).toBe(1);
      await userEvent.keyboard('{Alt>}a{/Alt}');
      await expect.element(page.getByRole('heading', { name: 'Rules of this desk' })).toBeVisible();
      const rules = document.querySelector<HTMLElement>('.policy');
      expect(rules?.lang).toBe(language);
      expect(rules?.textContent).toContain(rule);
      await checkAxe();
    },
    15_000,
  );

  it.each([
    ['zh', '', '林女士您好，我是客服小李，请问有什么可以帮您？'],
    ['en', '', 'Hello Lina Moss, this is Alex. How can I help you today?'],
    ['en', 'Ada', 'Hello Lina Moss, this is Ada. How can I help you today?'],
  ])(
    'A20: with customers who write %s and the name “%s”, a greeting has no blank',
    async (language, agentName, greeting) => {
      const { workspace } = await open();
      if (agentName) workspace.changeSettings({ agentName });
      await userEvent.selectOptions(
        page.getByRole('combobox', { name: 'Customers write in' }),
        language,
      );
      document.getElementById('start-late-parcel')?.click();
      await expect
        .poll(() => workspace.session()?.desk().offers.length, { timeout: 10_000 })
        .toBe(1);
      await userEvent.keyboard('{Alt>}a{/Alt}');
      await expect.poll(() => document.activeElement?.id).toBe('reply');
      await userEvent.keyboard('/');
      await expect.poll(() => document.activeElement?.id, { timeout: 5000 }).toBe('canned-query');
      await userEvent.keyboard('hi{Enter}');
      const reply = document.querySelector<HTMLTextAreaElement>('#reply');
      await expect.poll(() => reply?.value, { timeout: 5000 }).toBe(greeting);
    },
    15_000,
  );

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
