import type { Clock } from '../../shared/clock.ts';
import { isRecord } from '../is-record.ts';
import { asBytes } from './as-bytes.ts';
import type { SessionHalf, WipeReason } from './session-half.ts';
import { wipeReasons } from './session-half.ts';

/** How long another tab may take to answer, in milliseconds: one that is hidden is slow. */
const patience = 1500;

/** What tabs of one shift at a shared computer tell each other about its key. */
export interface SessionLine {
  /** The half that another tab has; undefined if none answers. */
  ask(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The shift is over, for all tabs. */
  end(reason: WipeReason): void;
}

/**
 * Opens the line; it answers others for as long as the page lives.
 * @param onEnd is called when another tab has ended the shift
 */
export function openSessionLine(options: {
  readonly name: string;
  readonly half: SessionHalf;
  readonly clock: Clock;
  readonly onEnd: (reason: WipeReason) => void;
}): SessionLine {
  const { name, half, clock, onEnd } = options;
  let line: BroadcastChannel | undefined;
  try {
    line = new BroadcastChannel(`harebell-keys:${name}`);
  } catch {
    // Forbidden: each tab then is a shift of its own.
  }
  let onHalf = (_half: Uint8Array<ArrayBuffer>) => {};
  if (line) {
    line.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'ask') {
        const mine = half.read();
        if (mine) line?.postMessage({ half: mine });
      }
      if (!isRecord(data)) return;
      const theirs = asBytes(data['half']);
      const reason = wipeReasons.find((each) => each === data['end']);
      if (theirs?.length === 32) onHalf(theirs);
      if (reason) onEnd(reason);
    };
  }
  return {
    ask: () =>
      new Promise((resolve) => {
        if (!line) return resolve(undefined);
        const cancel = clock.after(patience, () => resolve(undefined));
        onHalf = (found) => {
          cancel();
          resolve(found);
        };
        line.postMessage('ask');
      }),
    end: (reason) => line?.postMessage({ end: reason }),
  };
}
