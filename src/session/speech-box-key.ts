import type { DeskStorage } from '../outbox/desk-storage.ts';

/** A speech box's key: kept on this computer, apart from the settings, so that no export has it. */
export interface SpeechBoxKey {
  /** Empty for none. */
  read(): Promise<string>;
  /** Keeps it; an empty one is forgotten. True when it is on the disk. */
  write(key: string): Promise<boolean>;
}

const name = 'speech-box-key';

/** @param storage where it is kept: beside the settings, under a name of its own */
export const createSpeechBoxKey = (
  storage: Pick<DeskStorage, 'get' | 'put' | 'remove'>,
): SpeechBoxKey => ({
  read: async () => {
    const kept = await storage.get('settings', name);
    return typeof kept === 'string' ? kept : '';
  },
  write: (key) => (key ? storage.put('settings', name, key) : storage.remove('settings', name)),
});
