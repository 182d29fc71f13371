import type { Settings, Theme } from '../domain/settings.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../shared/language.ts';
import { ok, type Result } from '../shared/result.ts';
import type { DeskStorage } from './desk-storage.ts';
import { isRecord } from './is-record.ts';
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

const isLanguage = (value: unknown): value is InterfaceLanguage =>
  interfaceLanguages.includes(value as InterfaceLanguage);
const isTheme = (value: unknown): value is Theme =>
  ['system', 'light', 'dark', 'contrast'].includes(value as Theme);
const isTextSize = (value: unknown): value is number =>
  [100, 125, 150, 175, 200].includes(value as number);

/** Reads language, theme and text size at once; empty where there is nothing or it is not allowed. */
export function readEarly(): EarlySettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(earlyKey) ?? '{}');
    if (!isRecord(kept)) return {};
    const { language, theme, textSize } = kept;
    return {
      ...(isLanguage(language) && { language }),
      ...(isTheme(theme) && { theme }),
      ...(isTextSize(textSize) && { textSize }),
    };
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
  if (stored === undefined) return ok(undefined);
  // A new agent has none, and the first screen does not carry what checks them.
  const { parseSettings } = await import('./parse-settings.ts');
  return parseSettings(stored);
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
    const version = isRecord(old) ? old['version'] : undefined;
    return typeof version === 'number' && version > settings.version ? old : copy;
  });
  return stands === copy;
}
