import type { Settings } from '../domain/settings.ts';
import { err, type Result } from '../shared/result.ts';
import { isRecord } from './is-record.ts';
import { parseSettings } from './parse-settings.ts';
import type { SettingsError } from './settings-error.ts';

/** Tells our settings from any other JSON. */
const kind = 'harebell-settings';

/** The settings as the text of a file that a person can read. */
export const exportSettings = (settings: Settings): string =>
  `${JSON.stringify({ kind, ...settings }, undefined, 2)}\n`;

/** The settings of such a file; an error changes nothing. */
export function importSettings(text: string): Result<Settings, SettingsError> {
  let input: unknown;
  try {
    // Editors on Windows put a byte order mark first.
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return err({ kind: 'not-json' });
  }
  return isRecord(input) && input['kind'] === kind
    ? parseSettings(input)
    : err({ kind: 'wrong-kind' });
}
