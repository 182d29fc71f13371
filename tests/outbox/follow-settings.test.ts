import { describe, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { followSettings } from '../../src/outbox/follow-settings.ts';
import { saveSettings } from '../../src/outbox/settings-store.ts';
import { createDisk, type Disk } from './create-disk.ts';
import { settle } from './settle.ts';

const openTab = (disk: Disk) => {
  const storage = disk.open();
  const taken: Settings[] = [];
  const tab = {
    settings: defaultSettings,
    taken,
    change: (patch: Partial<Settings>) => {
      tab.settings = { ...tab.settings, ...patch };
      return saveSettings(storage, tab.settings);
    },
  };
  const end = followSettings({
    storage,
    current: () => tab.settings,
    take: (settings) => {
      taken.push(settings);
      tab.settings = settings;
    },
  });
  return Object.assign(tab, { end });
};

describe('settings of another tab', () => {
  test('are taken over, and not saved once more', async () => {
    const disk = createDisk();
    const [first, second] = [openTab(disk), openTab(disk)];
    await first.change({ theme: 'dark', textSize: 150 });
    await vi.waitFor(() => expect(second.settings).toEqual(first.settings));
    await settle();
    expect(disk.writes).toBe(1);
  });

  test('that were saved before this one listened are taken too', async () => {
    const disk = createDisk();
    const first = openTab(disk);
    await first.change({ batch: 30_000 });
    const second = openTab(disk);
    await vi.waitFor(() => expect(second.settings.batch).toBe(30_000));
  });

  test('do not come back to the tab that changed them, however quickly it does', async () => {
    const disk = createDisk();
    const [first, second] = [openTab(disk), openTab(disk)];
    const volumes = [0.1, 0.2, 0.3, 0.4, 0.6];
    await Promise.all(volumes.map((earconVolume) => first.change({ earconVolume })));
    await vi.waitFor(() => expect(second.settings.earconVolume).toBe(0.6));
    await settle();
    expect(first.taken).toEqual([]);
    expect(first.settings.earconVolume).toBe(0.6);
  });

  test('of two that save at once, both end with what is kept', async () => {
    const disk = createDisk();
    const [first, second] = [openTab(disk), openTab(disk)];
    await Promise.all([first.change({ theme: 'dark' }), second.change({ theme: 'contrast' })]);
    await vi.waitFor(() => expect(first.settings).toEqual(second.settings));
    expect(disk.rows.get('settings/agent')).toEqual(first.settings);
  });

  test('that change one thing keep what this one changed before', async () => {
    const disk = createDisk();
    const [first, second] = [openTab(disk), openTab(disk)];
    await first.change({ enterSends: false });
    await vi.waitFor(() => expect(second.settings.enterSends).toBe(false));
    await second.change({ capacity: 5 });
    await vi.waitFor(() =>
      expect(first.settings).toMatchObject({ enterSends: false, capacity: 5 }),
    );
  });

  test.each([[{ ...defaultSettings, version: 2 }], ['rubbish'], [undefined]])(
    'that cannot be read change nothing: %j',
    async (stored) => {
      const disk = createDisk();
      const tab = openTab(disk);
      await disk.open().put('settings', 'agent', stored);
      await settle();
      expect(tab.settings).toBe(defaultSettings);
    },
  );

  test('are no longer followed after the end', async () => {
    const disk = createDisk();
    const [first, second] = [openTab(disk), openTab(disk)];
    await settle();
    second.end();
    await first.change({ theme: 'dark' });
    await settle();
    expect(second.taken).toEqual([]);
  });
});
