import { onCleanup } from 'solid-js';
import type { Session } from './create-session.ts';
import type { Workspace } from './workspace.ts';

/** Shows what was written before a rehearsal, as soon as its customer has been taken. */
export function continueChat(workspace: Workspace, shift: Session): void {
  onCleanup(
    workspace.onDeskEvent((event) => {
      if (event.type === 'conversation.opened') void shift.loadEarlier(event.conversation.id);
    }),
  );
}
