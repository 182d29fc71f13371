import type { Settings } from '../domain/settings.ts';
import type { DeskStorage } from './desk-storage.ts';
import { loadSettings } from './settings-store.ts';

const isSame = (left: Settings, right: Settings): boolean =>
  (Object.keys(left) as (keyof Settings)[]).every(
    (name) => JSON.stringify(left[name]) === JSON.stringify(right[name]),
  );

/**
 * Calls `take` with the settings that another tab has saved, or that it saved before this began.
 * What is stored is read anew each time: of two tabs that save at once, both end with the last one.
 * @param options.current what this tab has now; another object after each change
 * @returns ends it
 */
export function followSettings(options: {
  readonly storage: DeskStorage;
  current(): Settings;
  take(settings: Settings): void;
}): () => void {
  const { storage, current, take } = options;
  let isOver = false;
  const read = async (): Promise<void> => {
    const before = current();
    const stored = await loadSettings(storage);
    if (isOver || !stored.ok || !stored.value) return;
    // The agent has changed something here while it was being read.
    if (current() !== before) return read();
    if (!isSame(stored.value, before)) take(stored.value);
  };
  const unsubscribe = storage.subscribe('settings', () => void read());
  void read();
  return () => {
    isOver = true;
    unsubscribe();
  };
}
