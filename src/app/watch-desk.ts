import { getOwner, onCleanup, runWithOwner } from 'solid-js';
import { WrapUpForm } from '../console/conversation-view.tsx';
import { followSettings } from '../outbox/follow-settings.ts';
import { continueChat } from '../session/continue-chat.ts';
import { createReadingAloud } from '../session/create-reading-aloud.ts';
import type { Session } from '../session/create-session.ts';
import { listJournals } from '../session/journal.ts';
import { keepFinished } from '../session/keep-finished.ts';
import { keepJournal } from '../session/keep-journal.ts';
import { sweepRecordings } from '../session/kept-recordings.ts';
import type { Workspace } from '../session/workspace.ts';
import { createWatches } from './create-watches.ts';
import { prepareLayers } from './layers.tsx';

/** Milliseconds until another attempt when code could not be fetched. */
const again = 3000;

/** All that goes on behind the screens, with a shift or without one; ends with its owner. */
export function watchDesk(workspace: Workspace, shift: Session | undefined): void {
  const { storage, settings, takeSettings } = workspace;
  const owner = getOwner();
  // The screens that ask who may open it want to know.
  storage.findKey();
  let isOver = false;
  onCleanup(() => {
    isOver = true;
  });
  onCleanup(
    followSettings({
      storage,
      current: settings,
      take: (next) => {
        const { capacity } = settings();
        takeSettings(next);
        if (!shift || next.capacity === capacity) return;
        shift.setAvailability({ ...shift.desk().availability, capacity: next.capacity });
      },
    }),
  );
  /** Begins what is fetched only now; tried again until it comes, since none of it may be missing. */
  const begin = <T>(load: () => Promise<T>, use: (part: T) => void): void => {
    load().then(
      (part) => {
        if (!isOver) runWithOwner(owner, () => use(part));
      },
      () => isOver || workspace.clock.after(again, () => begin(load, use)),
    );
  };
  begin(
    () => import('./keep-offline.ts'),
    ({ keepOffline }) => keepOffline(workspace, !shift),
  );
  const { router, commands } = workspace;
  onCleanup(
    commands.add([
      { id: 'traffic', run: () => router.go('traffic') },
      { id: 'check-link', run: () => router.go('link') },
    ]),
  );
  begin(
    () => import('../lock/watch-lock.ts'),
    ({ watchLock }) => watchLock(workspace),
  );
  if (!shift) {
    // Few have one, so few fetch what tells of it.
    void listJournals(storage).then(async ([first]) => {
      if (!first || isOver) return;
      const { showUnfinished } = await import('./unfinished.tsx');
      if (!isOver) runWithOwner(owner, () => showUnfinished(workspace));
    });
    return;
  }
  createWatches(workspace, shift);
  createReadingAloud(workspace);
  // Here before they are called: what is typed for them must not land in a reply, and the wrap-up
  // takes the focus from the reply box in one step.
  prepareLayers(workspace.allSentences);
  void WrapUpForm.prepare(workspace.allSentences);
  void sweepRecordings(storage, workspace.clock.now());
  begin(
    () => Promise.all([import('./waiting-replies.tsx'), workspace.allSentences()]),
    ([{ showWaitingReplies }]) => showWaitingReplies(workspace, shift),
  );
  const run = workspace.run();
  // Practices are each a desk of their own.
  if (run) {
    keepFinished(workspace, shift, run);
    keepJournal(workspace, shift, run);
    if (run.start.whole) continueChat(workspace, shift);
    return;
  }
  begin(
    () => Promise.all([import('./watch-link.ts'), workspace.allSentences()]),
    ([{ watchLink }]) => watchLink(workspace, shift),
  );
  begin(
    () => Promise.all([import('./tell-unsure.ts'), workspace.allSentences('settings')]),
    ([{ tellUnsure }]) => tellUnsure(workspace, shift),
  );
  begin(
    () => import('./watch-traffic.ts'),
    ({ watchTraffic }) => watchTraffic(workspace, shift.connector.id),
  );
  begin(
    () => import('../session/kept-chats.ts'),
    ({ keepChats }) => keepChats(workspace, shift),
  );
  begin(
    () => import('./follow-tabs.ts'),
    ({ followTabs }) => followTabs(workspace, shift),
  );
}
