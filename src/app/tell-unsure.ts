import { onCleanup } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import type { Session } from '../session/create-session.ts';
import type { Workspace } from '../session/workspace.ts';

/** What is doubted within this time, in milliseconds, is told in one go. */
const gather = 1000;

/**
 * Tells of messages that a server took and may have lost, once each and all of a customer together;
 * ends with its owner. The words must be there.
 */
export function tellUnsure(workspace: Workspace, shift: Session): void {
  const { queue, clock, t } = workspace;
  const told = new Set<string>();
  let cancel: (() => void) | undefined;

  const tellOf = ({ id, customer: { name }, messages }: Conversation) => {
    const news = messages.filter((each) => each.failure === 'unsure' && !told.has(each.id));
    if (!news.length) return;
    for (const each of news) told.add(each.id);
    const count = news.length;
    queue.announce({
      class: 'failure',
      priority: 0,
      text:
        count === 1
          ? t('unsure.one', { name, text: news[0]?.text ?? '', why: t('unsure.why') })
          : t('unsure.several', { name, count }),
      earcon: 'failure',
      source: { id, name },
    });
  };
  const tell = () => {
    cancel = undefined;
    for (const conversation of shift.desk().conversations) tellOf(conversation);
  };
  const soon = () => {
    cancel ??= clock.after(gather, tell);
  };
  onCleanup(
    workspace.onDeskEvent((event) => {
      if (event.type === 'message.failed' && event.failure === 'unsure') soon();
      // It was sent again, and may be lost again.
      if (event.type === 'message.sent') told.delete(event.messageId);
    }),
  );
  onCleanup(() => cancel?.());
  // What was doubted before this was here.
  soon();
}
