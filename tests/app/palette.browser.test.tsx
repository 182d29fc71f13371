import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const select = async (name: string) => {
  document.querySelector<HTMLElement>(`#c-${name.toLowerCase()}`)?.click();
  await until(() => document.activeElement?.id === 'reply');
};
const found = () =>
  [...document.querySelectorAll('#palette [role=option] span')].map((option) => option.textContent);
const openPalette = async () => {
  await userEvent.keyboard('{Control>}k{/Control}');
  await until(() => document.activeElement?.getAttribute('role') === 'combobox');
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('palette', () => {
  it('A38: is a combobox in a dialog, says which command is marked, and shows its keys', async () => {
    await openDesk();
    await openPalette();
    const box = document.activeElement as HTMLInputElement;
    expect(box.closest('[role=dialog][aria-modal=true]')).not.toBeNull();
    await userEvent.keyboard('help');
    const marked = () => document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
    expect(marked()?.getAttribute('aria-selected')).toBe('true');
    expect(marked()?.textContent).toContain('Help and keys');
    expect(marked()?.querySelector('kbd')?.textContent).toMatch(/^Ctrl\+/);
    await checkAxe(document.querySelector('#palette') as Element);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Help and keys' })).toHaveFocus();
  });

  it('A38: Escape gives the focus and the caret back, and arrows go round', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('Half a word{ArrowLeft}{ArrowLeft}');
    await openPalette();
    await userEvent.keyboard('{ArrowUp}');
    const options = document.querySelectorAll('#palette [role=option]');
    expect(options[options.length - 1]?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{ArrowDown}');
    expect(options[0]?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{Escape}');
    const box = document.activeElement as HTMLTextAreaElement;
    expect([box.id, box.value, box.selectionStart]).toEqual(['reply', 'Half a word', 9]);
  });

  it('A38: Tab stays inside', async () => {
    await openDesk();
    await openPalette();
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement?.closest('#palette')).not.toBeNull();
  });

  it.each([
    ['帮助', '帮助'],
    ['bz', '帮助'],
    ['help', '帮助'],
  ])('A38: in Chinese, %s finds %s', async (query, name) => {
    await openDesk({ settings: { language: 'zh-CN' } });
    await openPalette();
    await userEvent.fill(document.activeElement as HTMLInputElement, query);
    await expect.poll(() => found().some((label) => label?.includes(name))).toBe(true);
    expect(found().length).toBeLessThan(12);
  });

  it('A38: says when nothing fits', async () => {
    await openDesk();
    await openPalette();
    await userEvent.keyboard('qqqq');
    await expect.element(page.getByText('No command has that name.')).toBeVisible();
    expect(document.activeElement?.hasAttribute('aria-activedescendant')).toBe(false);
  });
});

describe('keys', () => {
  it('A35: a changed key works at once, and the old one no longer', async () => {
    const { connector, workspace } = await openDesk();
    workspace.changeSettings({ bindings: { 'accept-offer': ['Alt+B'] } });
    connector.offer('Lin');
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.querySelector('#c-lin')).toBeNull();
    await userEvent.keyboard('{Alt>}b{/Alt}');
    await until(() => document.querySelector('#c-lin'));
  });

  it('A35: a character key does nothing until it is allowed, and never while one writes', async () => {
    const { connector, workspace, spoken } = await openDesk({
      settings: { bindings: { 'speak-offers': ['i'] } },
    });
    connector.open('Lin');
    document.querySelector<HTMLElement>('#link-help')?.focus();
    await userEvent.keyboard('i');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(spoken).not.toContain('No new customer is waiting.');
    workspace.changeSettings({ characterKeys: true });
    await userEvent.keyboard('i');
    await expect.poll(() => spoken, { timeout: 4000 }).toContain('No new customer is waiting.');
    const before = spoken.length;
    await select('Lin');
    await userEvent.keyboard('i');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(spoken.slice(before)).not.toContain('No new customer is waiting.');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('i');
  });

  it('A36: the leader key waits without a time limit, is seen, and Escape calls it off', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('{Alt>}j{/Alt}');
    await expect.poll(() => document.querySelector('.leader')?.checkVisibility()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await userEvent.keyboard('d');
    expect(document.activeElement?.id).toBe('c-lin');
    await expect.poll(() => document.querySelector('.leader')).toBeNull();
    await userEvent.keyboard('{Alt>}j{/Alt}{Escape}');
    expect(document.querySelector('.leader')).toBeNull();
    expect(document.activeElement?.id).toBe('c-lin');
  });

  it('A36: a letter that stands for nothing says so', async () => {
    const { spoken } = await openDesk();
    await userEvent.keyboard('{Alt>}j{/Alt}_');
    await expect.poll(() => spoken.at(-1)).toBe('_ stands for nothing here.');
  });
});
