import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commandIds } from '../../src/a11y/command-table.ts';
import { exportKeymap } from '../../src/a11y/keymap-file.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { checkAxe } from '../support/check-axe.ts';
import type { OpenDesk } from '../support/open-desk.tsx';
import { giveFile, openSettings, savedBy, tabStops } from './open-settings.ts';

const option = (name: string | RegExp) => page.getByRole('option', { name });
const field = () => page.getByRole('textbox', { name: 'New keys' });
const dialog = () => page.getByRole('dialog');
const press = (keys: string) => userEvent.keyboard(keys);

/** The keyboard group, with the focus in its list. */
async function openKeys(settings: Partial<Settings> = {}): Promise<OpenDesk> {
  const desk = await openSettings('keyboard', settings);
  document.querySelector<HTMLElement>('#key-list [tabindex="0"]')?.focus();
  return desk;
}

/** The dialog of one command, opened by typing its name. */
async function openCommand(typed: string, settings: Partial<Settings> = {}): Promise<OpenDesk> {
  const desk = await openKeys(settings);
  await press(`${typed}{Enter}`);
  await expect.element(field()).toHaveFocus();
  return desk;
}

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('the list of commands', () => {
  it('A34: has every command, with its keys in words', async () => {
    await openKeys();
    const options = document.querySelectorAll('#key-list [role=option]');
    expect(options).toHaveLength(commandIds.length);
    await expect
      .element(option(/^Go to the next unread chat ?: Alt\+N or Alt\+J, N$/))
      .toBeVisible();
    await expect.element(option(/^Copy the message ?: no keys$/)).toBeVisible();
  });

  it('A50: is one tab stop, and arrows, Home and End go through it', async () => {
    await openKeys();
    const stops = tabStops().filter((element) => element.closest('#key-list'));
    expect(stops).toHaveLength(1);
    await press('{ArrowDown}{ArrowDown}');
    await expect.element(option(/^Speak message 3/)).toHaveFocus();
    await press('{End}');
    await expect.element(option(/^Sign out/)).toHaveFocus();
    await press('{ArrowDown}');
    await expect.element(option(/^Sign out/)).toHaveFocus();
    await press('{Home}');
    await expect.element(option(/^Speak message 1/)).toHaveFocus();
    await press('{PageDown}{ArrowUp}');
    await expect.element(option(/^Who has waited longest/)).toHaveFocus();
  });

  it('finds a command by the letters of its name', async () => {
    await openKeys();
    await press('wrap');
    await expect.element(option(/^Wrap up/)).toHaveFocus();
  });

  it('finds a Chinese command by its pinyin initials', async () => {
    await openKeys({ language: 'zh-CN' });
    await press('mdr');
    await expect.element(option(/^免打扰/)).toHaveFocus();
  });
});

describe('changing keys', () => {
  it('A35: takes the keys that are pressed, and they work at once', async () => {
    const { workspace, spoken } = await openCommand('settings');
    await press('{Control>}{Shift>}y{/Shift}{/Control}');
    await expect.element(field()).toHaveValue('Ctrl+Shift+Y');
    await expect.poll(() => spoken.at(-1)).toBe('Ctrl+Shift+Y');
    await press('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('Settings: Ctrl+Shift+Y added.');
    await expect.element(field()).toHaveValue('');
    await expect.element(field()).toHaveFocus();
    await press('{Escape}');
    await expect.element(option(/^Settings ?: .*Ctrl\+Shift\+Y$/)).toHaveFocus();
    workspace.router.go('start');
    await press('{Control>}{Shift>}y{/Shift}{/Control}');
    await expect.poll(() => workspace.router.route()).toBe('settings');
  });

  it('A35: takes names that are typed', async () => {
    const { workspace } = await openCommand('send');
    await press('shift+f9{Enter}');
    await expect
      .poll(() => workspace.settings().bindings['send'])
      .toEqual(['Control+Enter', 'Shift+F9']);
    await expect.element(page.getByRole('button', { name: 'Remove Shift+F9' })).toBeVisible();
  });

  it('A36: takes the leader key and a letter', async () => {
    const { workspace, spoken } = await openCommand('copy');
    await press('{Alt>}j{/Alt}');
    await expect.element(field()).toHaveValue('Alt+J, ');
    await expect.poll(() => spoken.at(-1)).toMatch(/^Now one letter/);
    await press('*{Enter}');
    await expect.poll(() => workspace.settings().bindings['copy-message']).toEqual(['Leader *']);
  });

  it('A37: refuses what another command has, and says which', async () => {
    const { workspace, spoken } = await openCommand('send');
    await press('{Alt>}n{/Alt}');
    const words =
      'Alt+N is in use for “Go to the next unread chat”. Remove it there first, or choose others.';
    await expect.poll(() => spoken.at(-1)).toBe(words);
    await expect.element(dialog()).toHaveTextContent(words);
    await press('{Enter}');
    expect(workspace.settings().bindings).toEqual({});
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await press('{Tab}{Shift>}{Tab}{/Shift}');
    await expect.element(field()).toHaveAccessibleDescription(words);
  });

  it.each([
    ['{Control>}l{/Control}', 'Ctrl+L belongs to the browser. Choose other keys.'],
    ['{Meta>}k{/Meta}', 'Meta+K belongs to the operating system. Choose other keys.'],
    ['Insert+K{Enter}', /K belongs to screen readers|names no keys/],
    ['enter{Enter}', 'Enter moves about or works buttons everywhere. Choose other keys.'],
    ['nonsense{Enter}', '“nonsense” names no keys. Write them like Alt+N, Ctrl+Shift+L or F8.'],
    ['{Enter}', 'Press the new keys first, or type their names.'],
    ['Ctrl+Enter{Enter}', 'This command has Ctrl+Enter already.'],
  ])('A37: %s is refused with its reason', async (keys, reason) => {
    const { workspace, spoken } = await openCommand('send');
    await press(keys);
    await expect.poll(() => spoken.at(-1)).toMatch(reason);
    expect(workspace.settings().bindings).toEqual({});
    await expect.element(field()).toHaveFocus();
  });

  it('A35: says that a single character acts only when that is on', async () => {
    const { workspace, spoken } = await openCommand('send');
    await press('s{Enter}');
    await expect.poll(() => spoken.at(-1)).toContain('Send: S added. S is a single character');
    expect(workspace.settings().bindings['send']).toEqual(['Control+Enter', 'S']);
  });

  it('A35: switches keys off, and gives the usual ones back', async () => {
    const { workspace, spoken } = await openCommand('send');
    await userEvent.click(page.getByRole('button', { name: 'Remove Ctrl+Enter' }));
    expect(workspace.settings().bindings).toEqual({ send: [] });
    await expect.poll(() => spoken.at(-1)).toBe('Send: Ctrl+Enter removed.');
    await expect.element(dialog()).toHaveTextContent('no keys');
    await expect.element(field()).toHaveFocus();
    await userEvent.click(page.getByRole('button', { name: /^Back to the usual keys/ }));
    expect(workspace.settings().bindings).toEqual({});
    await expect.element(field()).toHaveFocus();
  });

  it('A39: editing keys and Tab stay the field’s own, and no command runs meanwhile', async () => {
    const { workspace } = await openCommand('send');
    await press('Alt+Q{Control>}a{/Control}{Backspace}');
    await expect.element(field()).toHaveValue('');
    await press('{Control>}k{/Control}');
    await expect
      .element(page.getByRole('combobox', { name: 'Find a command' }))
      .not.toBeInTheDocument();
    await press('{Tab}');
    await expect.element(page.getByRole('button', { name: 'Add these keys' })).toHaveFocus();
    expect(workspace.settings().bindings).toEqual({});
  });

  it('has nothing that axe objects to, in both languages, with an error', async () => {
    const { workspace } = await openCommand('send');
    await press('nonsense{Enter}');
    await checkAxe();
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
    await checkAxe();
  });
});

describe('all keys', () => {
  it('A35: character keys are off at first', async () => {
    const { workspace } = await openKeys();
    const checkbox = page.getByRole('checkbox', { name: 'Single characters as keys' });
    await expect.element(checkbox).not.toBeChecked();
    await userEvent.click(checkbox);
    expect(workspace.settings().characterKeys).toBe(true);
  });

  it('A35: go back to the usual at one press', async () => {
    const { workspace, spoken } = await openKeys({ bindings: { send: [], help: ['Shift+F9'] } });
    await expect.element(option(/^Send ?: no keys$/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Usual keys for all commands' }));
    expect(workspace.settings().bindings).toEqual({});
    await expect.element(option(/^Send ?: Ctrl\+Enter$/)).toBeVisible();
    await expect.poll(() => spoken.at(-1)).toBe('All commands have their usual keys again.');
  });

  it('A35: travel as a file', async () => {
    const bindings = { send: ['Shift+F9'], help: [] };
    const { workspace, spoken } = await openKeys({ bindings });
    const saved = await savedBy(async () => {
      await userEvent.click(page.getByRole('button', { name: 'Save the keys as a file' }));
    });
    expect(saved).toEqual({ name: 'harebell-keys.json', text: exportKeymap(bindings) });
    workspace.changeSettings({ bindings: {} });
    await giveFile('take-keys', 'mine.json', saved?.text ?? '');
    await expect.poll(() => workspace.settings().bindings).toEqual(bindings);
    await expect.poll(() => spoken.at(-1)).toBe('The keys in mine.json are now yours.');
  });

  it.each([
    ['{', 'This file cannot be read: it is damaged or of another kind. Nothing was changed.'],
    ['{"kind":"harebell-settings","version":1}', 'This is not a file with keys from Harebell.'],
    [exportKeymap({ send: ['Alt+N'] }), 'Alt+N stands for several commands'],
    [exportKeymap({ send: ['Control+W'] }), 'Ctrl+W belongs to the browser.'],
    [exportKeymap({}).replace('"version": 1', '"version": 2'), 'a newer version of Harebell'],
    ['x'.repeat(1_000_001), 'This file is too large to hold keys.'],
  ])('A35: a file with %.30s changes nothing and says why', async (text, words) => {
    const bindings = { send: ['Shift+F9'] };
    const { workspace, spoken } = await openKeys({ bindings });
    await giveFile('take-keys', 'theirs.json', text);
    await expect.poll(() => spoken.at(-1)).toContain(words);
    expect(workspace.settings().bindings).toEqual(bindings);
    await expect
      .element(page.getByLabelText('Take keys from a file'))
      .toHaveAccessibleDescription(expect.stringContaining(words));
  });
});
