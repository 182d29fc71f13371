import type { DeskStorage } from '../outbox/desk-storage.ts';

const name = 'offline-voice';

/** Whether this computer is to keep the built-in voice: not a setting, for those travel. */
export const wantsVoice = async (storage: Pick<DeskStorage, 'get'>): Promise<boolean> =>
  (await storage.get('settings', name)) === true;

/** Keeps the choice. True when it is on the disk. */
export const chooseVoice = (
  storage: Pick<DeskStorage, 'put' | 'remove'>,
  wanted: boolean,
): Promise<boolean> =>
  wanted ? storage.put('settings', name, true) : storage.remove('settings', name);
