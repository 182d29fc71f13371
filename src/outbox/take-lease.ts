import type { Clock } from '../shared/clock.ts';
import type { DeskStorage } from './desk-storage.ts';
import { isRecord } from './is-record.ts';

/** How long a lease holds without being renewed: timers of a hidden tab run once a minute. */
const leaseTime = 65_000;
const renewTime = 10_000;

/** What {@link takeLease} and `takeTurn` need. */
export interface TurnOptions {
  /** What only one tab may do. */
  readonly name: string;
  /** `navigator.locks`; missing on plain HTTP, where a lease in the storage takes its place. */
  readonly locks?: LockManager | undefined;
  readonly storage: DeskStorage;
  readonly clock: Clock;
  /** An id of this tab. */
  readonly tabId: string;
  /** Called with true when it is this tab's turn, with false when that was lost. */
  readonly onTurn: (mine: boolean) => void;
}

/** A lock that others respect as long as it is renewed; freed at once when it is given back. */
export function takeLease({ name, storage, clock, tabId, onTurn }: TurnOptions): () => void {
  const key = `lease:${name}`;
  let released = false;
  let mine = false;
  let cancel = () => {};
  const isOurs = (value: unknown) => isRecord(value) && value['tabId'] === tabId;
  const renew = async () => {
    const lease = await storage.update('cursors', key, (old) => {
      const until = isRecord(old) ? Number(old['until']) : 0;
      // A lease that ends too late was made by a clock that has since been set back.
      const isFree = !(until > clock.now()) || until > clock.now() + leaseTime;
      return isFree || isOurs(old) ? { tabId, until: clock.now() + leaseTime } : old;
    });
    if (released) return void giveBack();
    cancel = clock.after(renewTime, () => void renew());
    if (mine === isOurs(lease)) return;
    mine = !mine;
    onTurn(mine);
  };
  const giveBack = () => storage.update('cursors', key, (old) => (isOurs(old) ? undefined : old));
  void renew();
  return () => {
    released = true;
    cancel();
    void giveBack();
  };
}
