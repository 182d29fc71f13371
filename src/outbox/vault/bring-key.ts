import type { Door } from '../door.ts';
import { isKeyOf } from './key-ring.ts';

/**
 * Opens the door with a key, if it is the right one.
 * @returns whether it is; a wrong one changes nothing
 */
export function bringKey(door: Door, key: Uint8Array<ArrayBuffer> | undefined): boolean {
  if (!key || !isKeyOf(door.check, key)) return false;
  door.key = key;
  door.dispatchEvent(new Event('change'));
  return true;
}
