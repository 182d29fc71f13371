import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { profileIds } from '../../src/a11y/profiles.ts';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { checkAxe } from '../support/check-axe.ts';
import { english } from '../support/samples.ts';
import { openSettings, openTab } from './open-settings.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const card = (id: string) =>
  page.elementLocator(document.getElementById(`profile-${id}`) as HTMLElement);
const listed = (id: string) =>
  [...card(id).element().querySelectorAll('li')].map((item) => item.textContent);
const start: Settings = { ...defaultSettings, earcons: false };

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('a profile', () => {
  it('A63: is shown before it is applied, with what was and what will be', async () => {
    const { workspace } = await openSettings('profiles');
    expect(listed('lowVision')).toEqual([
      'Text size: “150%” instead of “100%”.',
      'One column, however wide the window: “on” instead of “off”.',
    ]);
    await expect
      .element(button('Apply: Low vision'))
      .toHaveAccessibleDescription(/^This would change: .*Text size/);
    expect(workspace.settings()).toEqual(start);
  });

  it('A63: is applied, said, and taken back in one step', async () => {
    const { workspace, spoken } = await openSettings('profiles');
    await userEvent.click(button('Apply: Low vision'));
    expect(workspace.settings()).toEqual({ ...start, textSize: 150, oneColumn: true });
    expect(document.documentElement.style.fontSize).toBe('150%');
    await expect.poll(() => spoken.at(-1)).toBe('Applied: Low vision.');
    await expect.element(card('lowVision')).toHaveTextContent('All of it is set already.');
    await userEvent.click(button('Take back: Low vision'));
    expect(workspace.settings()).toEqual(start);
    await expect.poll(() => spoken.at(-1)).toBe('Taken back: Low vision.');
  });

  it('A39: leaves the focus on a button when it is taken back', async () => {
    await openSettings('profiles');
    await userEvent.click(button('Apply: Motor'));
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(button('Apply: Motor')).toHaveFocus();
    await expect.element(button('Take back: Motor')).not.toBeInTheDocument();
  });

  it('A63: what it would change is not read again to whoever has just taken it back', async () => {
    await openSettings('profiles');
    await userEvent.click(button('Apply: Motor'));
    await userEvent.click(button('Take back: Motor'));
    await expect.element(button('Apply: Motor')).toHaveFocus();
    await expect.element(button('Apply: Motor')).not.toHaveAccessibleDescription();
    expect(document.getElementById('changes-motor')?.textContent).toContain('This would change:');
    await userEvent.keyboard('{Tab}');
    await expect.element(button('Apply: Motor')).toHaveAccessibleDescription(/^This would change:/);
  });

  it('says so when there is nothing to change', async () => {
    const { workspace, spoken } = await openSettings('profiles');
    await userEvent.click(button('Apply: Deaf or hard of hearing'));
    await expect.poll(() => spoken.at(-1)).toBe('All of it is set already.');
    expect(workspace.settings()).toEqual(start);
    await expect.element(button('Take back: Deaf or hard of hearing')).not.toBeInTheDocument();
  });

  it('A63: leaves nothing that is only heard to deaf agents', async () => {
    const announcements = { ...defaultSettings.announcements, offer: 'earcon' as const };
    const { workspace } = await openSettings('profiles', { announcements, visualAlerts: false });
    await userEvent.click(button('Apply: Deaf or hard of hearing'));
    expect(workspace.settings().announcements.offer).toBe('count');
    expect(workspace.settings().visualAlerts).toBe(true);
  });
});

it('A1: adds no landmark for a profile', async () => {
  await openSettings('profiles');
  expect(document.querySelectorAll('main section[aria-labelledby]:not([role])')).toHaveLength(0);
});

describe('several profiles', () => {
  it('A63: add up, and each is taken back without the others', async () => {
    const { workspace } = await openSettings('profiles');
    await userEvent.click(button('Apply: Low vision'));
    await userEvent.click(button('Apply: Motor'));
    expect(workspace.settings()).toMatchObject({ textSize: 150, undoSend: 10, largeTargets: true });
    await userEvent.click(button('Take back: Low vision'));
    expect(workspace.settings()).toEqual({ ...start, undoSend: 10, largeTargets: true });
    await userEvent.click(button('Take back: Motor'));
    expect(workspace.settings()).toEqual(start);
  });

  it('A63: keep what the agent has set by hand since', async () => {
    const { workspace } = await openSettings('profiles');
    await userEvent.click(button('Apply: Low vision'));
    workspace.changeSettings({ textSize: 200 });
    await userEvent.click(button('Take back: Low vision'));
    expect(workspace.settings()).toEqual({ ...start, textSize: 200 });
  });

  it('A63: all six, applied and taken back, leave everything as it was', async () => {
    const { workspace } = await openSettings('profiles');
    const names = profileIds.map((id) => english(`profiles.${id}`));
    for (const name of names) await userEvent.click(button(`Apply: ${name}`));
    expect(workspace.settings()).not.toEqual(start);
    await checkAxe();
    for (const name of names) {
      const undo = button(`Take back: ${name}`);
      if (undo.query()) await userEvent.click(undo);
    }
    expect(workspace.settings()).toEqual(start);
  });

  it('A63: can be taken back after having been elsewhere', async () => {
    const { workspace } = await openSettings('profiles');
    await userEvent.click(button('Apply: Cognitive'));
    expect(workspace.settings()).toMatchObject({ oneTask: true, batch: 30_000, countdowns: false });
    workspace.router.go('start');
    await expect.element(page.getByRole('tablist')).not.toBeInTheDocument();
    workspace.router.go('settings');
    await openTab('profiles');
    await userEvent.click(button('Take back: Cognitive'));
    expect(workspace.settings()).toEqual(start);
  });

  it('go on over what a broken disk holds', async () => {
    const { workspace } = await openSettings('general');
    await workspace.storage.put('settings', 'applied-profiles', {
      motor: 'rubbish',
      blind: [{ setting: 'textSize', from: 100, to: 'huge' }],
      gone: [],
    });
    await openTab('profiles');
    await expect.element(button('Take back: Blind')).toBeVisible();
    await expect.element(button('Take back: Motor')).not.toBeInTheDocument();
    await userEvent.click(button('Take back: Blind'));
    expect(workspace.settings()).toEqual(start);
  });
});
