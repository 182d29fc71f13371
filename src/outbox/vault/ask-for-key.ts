import type { Clock } from '../../shared/clock.ts';
import type { Door, DoorState } from '../door.ts';
import { keysChanged, openStorageChannel } from '../storage-channel.ts';
import { openKeyLine } from './key-line.ts';
import { isKeyOf, type KeyRing } from './key-ring.ts';

/** How long another tab may take to hand over the key before the agent is asked, in milliseconds. */
const patience = 300;

/** Tells the screens what stands between the agent and what is kept. */
export function showDoor(door: Door, state: DoorState | undefined): void {
  door.state = state;
  door.dispatchEvent(new Event('change'));
}

/**
 * Waits until somebody has brought the key of a ring with locks, be it another tab that has it, or the
 * ring has become another one; not at all if the key is there.
 * @returns the key, if it is the right one
 */
export async function askForKey(
  database: IDBDatabase,
  ring: Extract<KeyRing, { way: 'locks' }>,
  door: Door,
  clock: Clock,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { check, locks } = ring;
  Object.assign(door, { check, locks });
  door.line ??= openKeyLine(database.name, door);
  const known = () => (door.key && isKeyOf(check, door.key) ? door.key : undefined);
  const key = known();
  if (key) return key;
  door.key = undefined;
  return new Promise((resolve) => {
    const line = openStorageChannel(database.name);
    const cancel = clock.after(patience, () => showDoor(door, 'locked'));
    const done = () => {
      cancel();
      line?.close();
      door.removeEventListener('change', look);
      door.line?.give();
      resolve(known());
    };
    const look = () => {
      if (door.key) done();
    };
    if (line) {
      line.onmessage = ({ data }) => {
        if (data === keysChanged) done();
      };
    }
    door.addEventListener('change', look);
    door.line?.ask();
  });
}
