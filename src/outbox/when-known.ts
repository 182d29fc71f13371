import type { DeskStorage } from './desk-storage.ts';

/** Resolves when it is known whether what is kept is locked: true if so. */
export const whenKnown = ({ door, get }: Pick<DeskStorage, 'door' | 'get'>): Promise<boolean> =>
  new Promise((resolve) => {
    const look = () => {
      if (door.state !== 'locked') return;
      door.removeEventListener('change', look);
      resolve(true);
    };
    door.addEventListener('change', look);
    look();
    // Anything that is sealed is answered only when it can be opened, or never will be.
    void get('outbox', 'none').then(() => {
      door.removeEventListener('change', look);
      resolve(false);
    });
  });
