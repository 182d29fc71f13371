import type { MessageKey } from '../shared/translate.ts';

/** Why something is not taken as settings. */
export type SettingsError = { readonly kind: 'not-json' | 'wrong-kind' | 'newer-version' };

/** What each error says to the agent who chose the file. */
export const settingsErrorKeys = {
  'not-json': 'storage.settingsFile.notJson',
  'wrong-kind': 'storage.settingsFile.wrongKind',
  'newer-version': 'storage.settingsFile.newerVersion',
} as const satisfies Record<SettingsError['kind'], MessageKey>;
