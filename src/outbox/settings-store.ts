import type { Settings } from '../domain/settings.ts';
import { ok, type Result } from '../shared/result.ts';
import type { DeskStorage } from './desk-storage.ts';
import { parseSettings, pickSettings } from './parse-settings.ts';
import type { SettingsError } from './settings-error.ts';

const key = 'agent';
const earlyKey = 'harebell-early';

/** The settings that the first paint needs; the database answers too late for it. */
export type EarlySettings = Partial<Pick<Settings, 'language' | 'theme' | 'textSize'>>;

const early = ({ language, theme, textSize }: Partial<Settings>): EarlySettings => ({
  ...(language && { language }),
  ...(theme && { theme }),
  ...(textSize && { textSize }),
});

/** Reads language, theme and text size at once; empty where there is nothing or it is not allowed. */
export function readEarly(): EarlySettings {
  try {
    return early(pickSettings(JSON.parse(localStorage.getItem(earlyKey) ?? '{}')));
  } catch {
    return {};
  }
}

/** Keeps language, theme and text size for {@link readEarly}, where that is allowed. */
function writeEarly(settings: Settings): void {
  try {
    localStorage.setItem(earlyKey, JSON.stringify(early(settings)));
  } catch {
    // Forbidden or full: the first paint then has the defaults, and the database the rest.
  }
}

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
