export const SettingsScreen = (): null => null;
