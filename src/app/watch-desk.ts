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
  void import('./keep-offline.ts').then(({ keepOffline }) => {
    if (!isOver) runWithOwner(owner, () => keepOffline(workspace, !shift));
  });
  const { router, commands } = workspace;
  onCleanup(
    commands.add([
      { id: 'traffic', run: () => router.go('traffic') },
      { id: 'check-link', run: () => router.go('link') },
    ]),
  );
  void import('../lock/watch-lock.ts').then(({ watchLock }) => {
    if (!isOver) runWithOwner(owner, () => watchLock(workspace));
  });
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
  const showWaiting = (): void => {
    Promise.all([import('./waiting-replies.tsx'), workspace.allSentences()]).then(
      ([{ showWaitingReplies }]) => {
        if (!isOver) runWithOwner(owner, () => showWaitingReplies(workspace, shift));
      },
      // Without it nobody could let go what is held.
      () => !isOver && workspace.clock.after(again, showWaiting),
    );
  };
  showWaiting();
  const run = workspace.run();
  // Practices are each a desk of their own.
  if (run) {
    keepFinished(workspace, shift, run);
    keepJournal(workspace, shift, run);
    if (run.start.whole) continueChat(workspace, shift);
    return;
  }
  const showLink = (): void => {
    Promise.all([import('./watch-link.ts'), workspace.allSentences()]).then(
      ([{ watchLink }]) => {
        if (!isOver) runWithOwner(owner, () => watchLink(workspace, shift));
      },
      () => !isOver && workspace.clock.after(again, showLink),
    );
  };
  showLink();
  const showUnsure = (): void => {
    Promise.all([import('./tell-unsure.ts'), workspace.allSentences('settings')]).then(
      ([{ tellUnsure }]) => {
        if (!isOver) runWithOwner(owner, () => tellUnsure(workspace, shift));
      },
      () => !isOver && workspace.clock.after(again, showUnsure),
    );
  };
  showUnsure();
  void import('./watch-traffic.ts').then(({ watchTraffic }) => {
    if (!isOver) runWithOwner(owner, () => watchTraffic(workspace, shift.connector.id));
  });
  void import('../session/kept-chats.ts').then(({ keepChats }) => {
    if (!isOver) runWithOwner(owner, () => keepChats(workspace, shift));
  });
  void import('./follow-tabs.ts').then(({ followTabs }) => {
    if (!isOver) runWithOwner(owner, () => followTabs(workspace, shift));
  });
}
