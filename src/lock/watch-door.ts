import { createEffect, createMemo, onCleanup } from 'solid-js';
import { whenKept } from '../outbox/when-kept.ts';
import { useDoor } from '../session/use-door.ts';
import type { Workspace } from '../session/workspace.ts';

/** Milliseconds until another attempt when code could not be fetched. */
const again = 3000;

/**
 * Asks for what opens what is kept, or offers to start anew, for as long as it is shut; ends with its
 * owner. Few have set a passphrase, so few fetch what asks.
 */
export function watchDoor(workspace: Workspace): void {
  const { storage, clock, session, notices } = workspace;
  const { state } = useDoor(storage.door);
  const isBroken = () => {
    notices();
    return storage.door.problem === 'broken' && !storage.door.database;
  };
  // Of what the door tells, only another state takes the section away.
  const shutBy = createMemo(() => state() ?? (isBroken() ? 'broken' : undefined));
  createEffect(() => {
    const shut = shutBy();
    if (!shut) return;
    let isOver = false;
    let hide: (() => void) | undefined;
    let cancel: (() => void) | undefined;
    const show = (): void => {
      import('./door-section.tsx').then(
        ({ showDoorSection }) => {
          if (!isOver) hide = showDoorSection(workspace, shut);
        },
        () => {
          if (!isOver) cancel = clock.after(again, show);
        },
      );
    };
    show();
    // What is written in a practice waits for the key and then for the disk: until it is there, the
    // browser asks before it goes.
    const stay = (event: BeforeUnloadEvent) => {
      if (session() && shut === 'locked') event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    onCleanup(() => {
      isOver = true;
      cancel?.();
      const end = () => {
        hide?.();
        removeEventListener('beforeunload', stay);
      };
      if (storage.door.state) end();
      else void whenKept(storage).then(end);
    });
  });
}
