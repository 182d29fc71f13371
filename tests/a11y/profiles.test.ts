import { expect, test } from 'vitest';
import en from '../../locales/en.json';
import { applyChanges, applyProfile, profileChanges, profileIds } from '../../src/a11y/profiles.ts';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';

test('A63: there are six, each with a name', () => {
  expect(Object.keys(en.profiles)).toEqual(expect.arrayContaining([...profileIds]));
  expect(profileIds).toHaveLength(6);
});

test('A63: each change is shown with what it was and what it becomes', () => {
  expect(profileChanges(defaultSettings, 'motor')).toEqual([
    { setting: 'largeTargets', from: false, to: true },
    { setting: 'undoSend', from: 0, to: 10 },
  ]);
  expect(profileChanges(defaultSettings, 'blind')).toContainEqual({
    setting: 'announcements.message-other',
    from: 'full',
    to: 'count',
  });
  expect(profileChanges(defaultSettings, 'lowBandwidth')).toEqual([
    { setting: 'typingStates', from: true, to: false },
  ]);
  expect(profileChanges(defaultSettings, 'cognitive')).toContainEqual({
    setting: 'batch',
    from: 1000,
    to: 30_000,
  });
});

test.each(profileIds)('A63: %s is applied once and undone in one step', (profile) => {
  const before: Settings = {
    ...defaultSettings,
    earcons: false,
    visualAlerts: false,
    announcements: { ...defaultSettings.announcements, connection: 'off', offer: 'earcon' },
  };
  const { settings, undo } = applyProfile(before, profile);
  expect(settings).not.toEqual(before);
  expect(profileChanges(settings, profile)).toEqual([]);
  expect(applyChanges(settings, undo)).toEqual(before);
});

test('A63: profiles combine, and undoing one leaves the other and later changes alone', () => {
  const first = applyProfile(defaultSettings, 'blind');
  const second = applyProfile(first.settings, 'motor');
  const later: Settings = { ...second.settings, theme: 'dark' };
  const undone = applyChanges(later, first.undo);
  expect(undone).toEqual({ ...defaultSettings, largeTargets: true, undoSend: 10, theme: 'dark' });
});

test('A63: the profile for deaf agents leaves no class that is only a sound', () => {
  const announcements = { ...defaultSettings.announcements, offer: 'earcon' } as const;
  const { settings } = applyProfile({ ...defaultSettings, announcements }, 'deaf');
  expect(Object.values(settings.announcements)).not.toContain('earcon');
  expect(settings.announcements.offer).toBe('count');
});

test('A63: a profile changes only settings that exist', () => {
  for (const profile of profileIds) {
    const { settings } = applyProfile(defaultSettings, profile);
    expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings));
    expect(Object.keys(settings.announcements)).toEqual(Object.keys(defaultSettings.announcements));
  }
});
