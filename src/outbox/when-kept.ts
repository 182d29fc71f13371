import type { DeskStorage } from './desk-storage.ts';
import { storeNames } from './store-names.ts';

/** Resolves when all that has been asked for until now is on the disk, or cannot be. */
export const whenKept = async ({ get }: Pick<DeskStorage, 'get'>): Promise<void> => {
  // The browser answers each store in the order of asking.
  await Promise.all(storeNames.map((store) => get(store, 'none')));
};
