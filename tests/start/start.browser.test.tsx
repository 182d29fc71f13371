import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { until } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const focused = () => document.activeElement as HTMLElement;
const open = async (language: 'en' | 'zh-CN' = 'en') => {
  const desk = await openDesk({ signedOut: true, settings: { language } });
  await until(() => document.querySelector('#start-practise'));
  return desk;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('the first screen', () => {
  it('A4: leaves the focus where the page begins, under the desk’s name', async () => {
    await open();
    expect(focused()).toBe(document.body);
    expect(document.title).toBe('Harebell');
    expect(document.querySelector('h1')?.textContent).toBe('Harebell');
  });

  it.each([
    ['en', 'Practise now', 'A customer made for practice.'],
    ['zh-CN', '马上练习', '练习用的模拟客户。'],
  ] as const)('A48: in %s, each way in says what it leads to', async (language, name, hint) => {
    await open(language);
    const link = page.getByRole('link', { name });
    await expect.element(link).toHaveAccessibleDescription(new RegExp(`^${hint}`));
    expect(link.element().getAttribute('href')).toBe('#/practise');
  });

  it.each([
    ['practise', 'Practise'],
    ['sign-in', 'Sign in'],
  ])('A39: %s by Enter leads to its heading, and back to the link', async (route, heading) => {
    const { workspace } = await open();
    document.getElementById(`start-${route}`)?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused().tagName).toBe('H1');
    expect(focused().textContent).toContain(heading);
    workspace.router.back('start');
    await expect.poll(() => focused().id).toBe(`start-${route}`);
    // At once, before the first screen had quite gone: it must be seen again.
    await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
    expect(document.querySelector('main')?.className).not.toMatch(/leaving|visually-hidden/);
    expect(focused().id).toBe(`start-${route}`);
  });
});

describe('the language', () => {
  it('is offered in its own words, each with its own voice', async () => {
    await open('zh-CN');
    const options = [...document.querySelectorAll<HTMLOptionElement>('#language option')];
    expect(options.map(({ lang, textContent }) => [lang, textContent])).toEqual([
      ['en', 'English'],
      ['zh-CN', '简体中文'],
    ]);
  });

  it('A39: changes in place: the link that has the focus keeps it and has new words', async () => {
    const { workspace } = await open();
    const link = document.getElementById('start-practise');
    link?.focus();
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => link?.textContent).toBe('马上练习');
    expect(focused()).toBe(link);
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('is chosen from the list, and is kept', async () => {
    const { workspace } = await open();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Language' }), 'zh-CN');
    await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
    expect(workspace.settings().language).toBe('zh-CN');
    await expect
      .poll(async () => JSON.stringify(await workspace.storage.all('settings')))
      .toContain('"language":"zh-CN"');
  });
});

describe('A60: the way round', () => {
  it('is the same on each screen, and marks the one that is open', async () => {
    await open();
    const ways = () =>
      [...document.querySelectorAll<HTMLElement>('header :is(a, button, select)')].map(
        ({ id }) => id,
      );
    const before = ways();
    expect(before).toEqual([
      'link-home',
      'link-help',
      'link-settings',
      'palette-button',
      'language',
    ]);
    for (const route of ['help', 'settings']) {
      document.getElementById(`link-${route}`)?.click();
      await expect.poll(() => location.hash).toBe(`#/${route}`);
      expect(ways()).toEqual(before);
      const current = [...document.querySelectorAll('header [aria-current=page]')];
      expect(current.map(({ id }) => id)).toEqual([`link-${route}`]);
    }
  });

  it('has a way out only in a shift, and leads home to the desk', async () => {
    const { workspace } = await openDesk();
    const home = () => document.querySelector('.brand a')?.getAttribute('href');
    expect(document.getElementById('leave-button')?.textContent).toBe('Sign out');
    expect(home()).toBe('#/desk');
    workspace.endSession();
    await expect.poll(home).toBe('#/');
    expect(document.getElementById('leave-button')).toBeNull();
  });
});
