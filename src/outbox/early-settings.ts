import type { Settings } from '../domain/settings.ts';
import { pickSettings } from './parse-settings.ts';

const key = 'harebell-early';

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
    return early(pickSettings(JSON.parse(localStorage.getItem(key) ?? '{}')));
  } catch {
    return {};
  }
}

/** Keeps language, theme and text size for {@link readEarly}, where that is allowed. */
export function writeEarly(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(early(settings)));
  } catch {
    // Forbidden or full: the first paint then has the defaults, and the database the rest.
  }
}
