/** Why something is not taken as settings; in words in the locale's `storage.settingsFile`. */
export type SettingsError = { readonly kind: 'not-json' | 'wrong-kind' | 'newer-version' };
