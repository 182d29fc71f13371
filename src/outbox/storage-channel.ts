import type { StoreName } from './desk-storage.ts';

/** A change as it is told to the other tabs. `saved` is false for what only memory holds. */
export interface StorageChange {
  readonly store: StoreName;
  readonly key: string;
  readonly value: unknown;
  readonly saved: boolean;
}

/** The key is another one: it has to be looked for anew. */
export const keysChanged = 'keys-changed';

/** The part of BroadcastChannel that is used. */
export interface StorageChannel {
  postMessage(change: StorageChange | typeof keysChanged): void;
  onmessage: ((event: MessageEvent<StorageChange | typeof keysChanged>) => void) | null;
  close(): void;
}

/** A line to the other tabs of this desk, or undefined where the browser has or allows none. */
export function openStorageChannel(name: string): StorageChannel | undefined {
  try {
    return new BroadcastChannel(`harebell:${name}`);
  } catch {
    return undefined;
  }
}
