import type { Settings } from '../domain/settings.ts';
import { ok, type Result } from '../shared/result.ts';
import type { DeskStorage } from './desk-storage.ts';
import { writeEarly } from './early-settings.ts';
import { parseSettings } from './parse-settings.ts';
import type { SettingsError } from './settings-error.ts';

const key = 'agent';

/** What is stored; undefined when nothing is. An error leaves it as it stands. */
export async function loadSettings(
  storage: DeskStorage,
): Promise<Result<Settings | undefined, SettingsError>> {
  const stored = await storage.get('settings', key);
  return stored === undefined ? ok(undefined) : parseSettings(stored);
}

/**
 * Keeps the settings, also where the next first paint finds them.
 * Those of a newer version are not overwritten: false then, and the changes last for this tab only.
 */
export async function saveSettings(storage: DeskStorage, settings: Settings): Promise<boolean> {
  writeEarly(settings);
  // A copy without the caller's proxies: a store of the interface cannot be cloned.
  const copy: unknown = JSON.parse(JSON.stringify(settings));
  const stands = await storage.update('settings', key, (old) => {
    const before = parseSettings(old);
    return !before.ok && before.error.kind === 'newer-version' ? old : copy;
  });
  return stands === copy;
}

/** Calls `listener` when settings were saved, also in another tab; the returned function ends it. */
export const subscribeSettings = (
  storage: DeskStorage,
  listener: (settings: Settings) => void,
): (() => void) =>
  storage.subscribe('settings', (changed, value) => {
    const settings = parseSettings(value);
    if (changed === key && settings.ok) listener(settings.value);
  });
