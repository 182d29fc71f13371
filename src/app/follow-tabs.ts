import { createEffect, on, onCleanup } from 'solid-js';
import type { Session } from '../session/create-session.ts';
import { followDrafts } from '../session/follow-drafts.ts';
import { openTabLine } from '../session/open-tab-line.ts';
import type { Workspace } from '../session/workspace.ts';

/**
 * Follows what the same agent does at this desk in other tabs, silently: they know what they did
 * (A26). Whom they serve comes through the connector; drafts and news that are out of date are this.
 */
export function followTabs(workspace: Workspace, shift: Session): void {
  const { drafts, storage, queue } = workspace;
  const line = openTabLine(shift.connector.id);
  onCleanup(line.close);

  const { look, forget, end } = followDrafts({
    line,
    drafts,
    storage,
    box: () => {
      const element = document.querySelector<HTMLTextAreaElement>('#reply');
      const conversationId = shift.desk().selectedId;
      return element && conversationId ? { element, conversationId } : undefined;
    },
    isTypedIn: (element) => document.hasFocus() && document.activeElement === element,
  });
  onCleanup(end);
  const lookSoon = () => queueMicrotask(look);
  const onBlur = () => {
    // Where the agent goes on, it shall stand already.
    void drafts.flush();
    look();
  };
  addEventListener('input', lookSoon);
  addEventListener('focusout', lookSoon);
  addEventListener('blur', onBlur);
  onCleanup(() => {
    removeEventListener('input', lookSoon);
    removeEventListener('focusout', lookSoon);
    removeEventListener('blur', onBlur);
  });
  createEffect(on(() => shift.desk().selectedId, lookSoon));

  onCleanup(
    workspace.onDeskEvent((event, before) => {
      if (event.type === 'conversation.closed') forget(event.conversationId);
      if (event.type !== 'conversation.opened') return;
      // Taken there before it was said here that somebody waits.
      const { customer } = event.conversation;
      for (const offer of before.offers)
        if (offer.customer.id === customer.id) queue.drop(offer.id);
    }),
  );
}
