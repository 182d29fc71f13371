export const CannedLibrary = (): null => null;
