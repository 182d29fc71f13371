import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Door, DoorState, KeyLock } from '../outbox/door.ts';

/** The door as it stands now, to be watched; ends with its owner. */
export function useDoor(door: Door): {
  readonly state: Accessor<DoorState | undefined>;
  /** Whether it has a lock of this kind. */
  has(kind: KeyLock['kind']): boolean;
} {
  const [seen, setSeen] = createSignal(0);
  const look = () => setSeen((times) => times + 1);
  door.addEventListener('change', look);
  onCleanup(() => door.removeEventListener('change', look));
  return {
    state: () => {
      seen();
      return door.state;
    },
    has: (kind) => {
      seen();
      return door.locks?.some((lock) => lock.kind === kind) ?? false;
    },
  };
}
