import type { Door } from '../door.ts';
import { isRecord } from '../is-record.ts';
import { asBytes } from './as-bytes.ts';
import { bringKey } from './bring-key.ts';

/** Where tabs of one desk hand each other the key that one of them was brought. */
export interface KeyLine {
  /** Asks the others; an answer reaches the door. */
  ask(): void;
  /** Gives it to those who wait for it, unasked. */
  give(): void;
  close(): void;
}

/**
 * Opens the line; it answers for as long as the page lives, and not behind a locked screen.
 * @param name of the database
 * @returns undefined where the browser has or allows none: each tab then is asked by itself
 */
export function openKeyLine(name: string, door: Door): KeyLine | undefined {
  let line: BroadcastChannel;
  try {
    line = new BroadcastChannel(`harebell-door:${name}`);
  } catch {
    return undefined;
  }
  const give = () => {
    if (door.key && !door.isHidden) line.postMessage({ key: door.key });
  };
  line.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'ask') give();
    const key = isRecord(data) && !door.key ? asBytes(data['key']) : undefined;
    if (key) bringKey(door, key);
  };
  return { ask: () => line.postMessage('ask'), give, close: () => line.close() };
}
