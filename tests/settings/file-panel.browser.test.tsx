import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { exportSettings } from '../../src/outbox/settings-file.ts';
import { checkAxe } from '../support/check-axe.ts';
import { giveFile, openSettings, savedBy } from './open-settings.ts';

const field = () => page.getByLabelText('Take settings from a file');
const mine: Settings = {
  ...defaultSettings,
  earcons: false,
  agentName: '小林',
  textSize: 175,
  theme: 'dark',
  bindings: { send: ['F9'] },
};

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('settings as a file', () => {
  it('A63: go out whole, and come back at another station', async () => {
    const first = await openSettings('file', mine);
    const saved = await savedBy(async () => {
      await userEvent.click(page.getByRole('button', { name: 'Save the settings as a file' }));
    });
    expect(saved).toEqual({ name: 'harebell-settings.json', text: exportSettings(mine) });
    await expect
      .poll(() => first.spoken.at(-1))
      .toBe('harebell-settings.json is in your downloads.');
    first.workspace.changeSettings(defaultSettings);
    await giveFile('take-settings', 'ada.json', saved?.text ?? '');
    await expect.poll(() => first.workspace.settings()).toEqual(mine);
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await expect.poll(() => first.spoken.at(-1)).toBe('The settings in ada.json are now yours.');
  });

  it('A63: can be taken back in one step, and the focus stays near', async () => {
    const { workspace, spoken } = await openSettings('file');
    const before = workspace.settings();
    await giveFile('take-settings', 'ada.json', exportSettings(mine));
    await userEvent.click(
      page.getByRole('button', { name: 'Take back the settings from the file' }),
    );
    expect(workspace.settings()).toEqual(before);
    await expect.element(field()).toHaveFocus();
    await expect.poll(() => spoken.at(-1)).toBe('The settings are as they were before.');
  });

  it.each([
    ['broken', '{"kind":', /it is damaged or of another kind\. Nothing was changed\.$/],
    ['of another kind', '{"format":"harebell-keymap"}', /^This is not a settings file/],
    ['newer', '{"kind":"harebell-settings","version":2}', /^These settings come from a newer/],
    ['empty', '', /Nothing was changed/],
    ['huge', 'x'.repeat(1_000_001), /^This file is too large to hold settings/],
    ['no text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 255]), /Nothing was changed/],
  ])('A61: a file that is %s changes nothing, and says why', async (_, content, words) => {
    const { workspace, spoken } = await openSettings('file', mine);
    await giveFile('take-settings', 'theirs.json', content);
    await expect.poll(() => spoken.at(-1)).toMatch(words);
    expect(workspace.settings()).toEqual(mine);
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field()).toHaveAccessibleDescription(words);
    await checkAxe();
  });

  it('A61: a file that was mended is taken, and the error goes', async () => {
    const { workspace } = await openSettings('file');
    await giveFile('take-settings', 'ada.json', '{');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await giveFile('take-settings', 'ada.json', exportSettings(mine));
    await expect.poll(() => workspace.settings()).toEqual(mine);
    await expect.element(field()).not.toHaveAttribute('aria-invalid');
  });
});
