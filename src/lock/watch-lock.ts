import { onCleanup } from 'solid-js';
import { isShared } from '../outbox/vault/shared-computer.ts';
import type { Workspace } from '../session/workspace.ts';
import { shareLock } from './share-lock.ts';
import { watchDoor } from './watch-door.ts';
import { watchIdle } from './watch-idle.ts';

const minute = 60_000;
/** On a shared computer, where the agent has chosen nothing. */
const sharedLock = 10;
const sharedWipe = 30;

/**
 * The command that locks, and the lock after a time in which nobody does anything in any tab; ends with
 * its owner.
 */
export function watchLock(workspace: Workspace): void {
  const { t, settings, storage, commands, lock, clock, allSentences } = workspace;
  watchDoor(workspace);
  // Of the page, since a shift may end behind it.
  lock.shared ??= shareLock(workspace);
  const { shared } = lock;
  onCleanup(commands.add([{ id: 'lock', run: shared.lock }]));
  const watch = watchIdle({
    now: () => performance.now(),
    after: clock.after,
    lockAfter: () => (settings().lockAfter || (isShared() ? sharedLock : 0)) * minute,
    wipeAfter: () =>
      isShared() ? Math.max(sharedWipe, 2 * (settings().lockAfter ?? 0)) * minute : 0,
    isLocked: lock.isLocked,
    onWarn: () => void allSentences().then(() => workspace.notify(t('lock.soon'))),
    onLock: shared.lock,
    onWipe: () => {
      workspace.endSession();
      storage.leave('wiped-idle');
    },
  });
  const events = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'input'];
  const active = () => {
    watch.active();
    shared.active();
  };
  shared.onActive = watch.active;
  for (const type of events) addEventListener(type, active, { passive: true });
  onCleanup(() => {
    watch.stop();
    for (const type of events) removeEventListener(type, active);
  });
}
