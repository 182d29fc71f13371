import { type Accessor, createSignal } from 'solid-js';

/** Whether customers' words are hidden, and what may show them again. */
export interface DeskLock {
  readonly isLocked: Accessor<boolean>;
  setLocked(on: boolean): void;
  /** Tells whether what was typed unlocks; undefined where nobody has signed in with a password. */
  check: ((typed: string) => boolean) | undefined;
  /** Shared with the other tabs (`lock/share-lock.ts`). */
  shared?: SharedLock;
}

/** The lock of all tabs of one desk. */
export interface SharedLock {
  lock(): void;
  /** The agent did something here. */
  active(): void;
  /** Is told when the agent does something in another tab. */
  onActive: () => void;
  /** The desk is gone from the page. */
  close(): void;
}

/** An open desk. */
export function createDeskLock(): DeskLock {
  const [isLocked, setLocked] = createSignal(false);
  return { isLocked, setLocked, check: undefined };
}
