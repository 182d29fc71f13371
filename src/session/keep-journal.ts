import { createEffect, on, onCleanup } from 'solid-js';
import { onPageHidden } from '../outbox/on-page-hidden.ts';
import { takeTurn } from '../outbox/take-turn.ts';
import { createId } from '../shared/id.ts';
import type { Session } from './create-session.ts';
import {
  fingerprint,
  hasBegun,
  isTold,
  journalVersion,
  removeJournal,
  writeJournal,
} from './journal.ts';
import type { PracticeRun, Workspace } from './workspace.ts';

/** Milliseconds for which what only the customers did may wait; what the agent did waits for nothing. */
const rest = 2000;

/** The name of the lock of whoever plays a run, or offers to go on with it. */
export const lockOf = (id: string): string => `harebell-run:${id}`;

/** Writes down what moves a practice, so that it can be gone on with after a crash or a reload. */
export function keepJournal(workspace: Workspace, shift: Session, run: PracticeRun): void {
  const { storage, clock, settings } = workspace;
  const { tape, start } = run;
  const { id } = shift.connector;
  const { seed } = start;
  if (!tape || seed === undefined || shift.desk().report) return;
  let isOver = false;
  let isDue = false;
  let cancel = () => {};
  const save = () => {
    cancel();
    isDue = false;
    if (isOver || !hasBegun(tape.entries)) return;
    void writeJournal(storage, {
      version: journalVersion,
      id,
      start: { ...start, seed },
      entries: tape.entries.filter(isTold),
      savedAt: clock.now(),
      print: fingerprint(shift.desk().conversations),
    });
  };
  tape.changed = () => {
    const [, what] = tape.entries.at(-1) ?? [];
    cancel();
    if (typeof what === 'number') cancel = clock.after(rest, save);
    else if (!isDue) {
      isDue = true;
      // When what it brings about has been done as well.
      queueMicrotask(save);
    }
  };
  createEffect(
    on(
      () => settings().timers.practice,
      (factor) => tape.note(clock.now(), 'timing', [factor]),
    ),
  );
  onCleanup(onPageHidden(save));
  onCleanup(
    workspace.onDeskEvent((event) => {
      if (event.type === 'run.ended') isOver = true;
    }),
  );
  onCleanup(
    takeTurn({
      name: lockOf(id),
      locks: navigator.locks,
      storage,
      clock,
      tabId: createId(),
      onTurn: () => undefined,
    }),
  );
  onCleanup(() => {
    cancel();
    tape.changed = () => {};
    if (!hasBegun(tape.entries)) void removeJournal(storage, id);
  });
}
