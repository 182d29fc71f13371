import type { DeskStorage } from '../desk-storage.ts';
import { createCipher } from './cipher.ts';
import { createKey, joinHalves, makeSessionRing } from './key-ring.ts';
import { sealAnew } from './seal-anew.ts';
import { createSessionHalf, type SessionHalf } from './session-half.ts';

/**
 * From now on the key lives no longer than the tabs of this shift: half of it is the tab's.
 * @returns false if the disk did not take it; everything is then as it was
 */
export const keepForSession = (
  storage: Pick<DeskStorage, 'changeKeys'>,
  half: SessionHalf = createSessionHalf(),
): Promise<boolean> =>
  storage.changeKeys(async (database, from) => {
    if (half.read()) return;
    const [mine, kept] = [createKey(), createKey()];
    // Before the ring: a tab without its half would wipe everything.
    half.write(mine);
    const to = createCipher(joinHalves(mine, kept));
    await sealAnew(database, from, to, makeSessionRing(mine, kept));
  });

/** Whether this shift is at a shared computer. */
export const isShared = (half: SessionHalf = createSessionHalf()): boolean =>
  half.read() !== undefined;
