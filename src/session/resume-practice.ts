import type { Connector } from '../connectors/connector.ts';
import type { ConnectorEvent } from '../domain/connector-event.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { loadJudge } from '../simulator/load-judge.ts';
import { type Journal, type JournalError, removeJournal } from './journal.ts';
import { recordOf } from './keep-finished.ts';
import { keepRun } from './kept-runs.ts';
import { type Replayed, replay } from './replay.ts';
import { enterPractice } from './start-practice.ts';
import type { Workspace } from './workspace.ts';

/** A connector that tells who signs in what there is already, and from then on what happens. */
function recalled({ agent, desk }: Replayed, onLeave: () => void): Connector {
  const listeners = new Set<(event: ConnectorEvent) => void>();
  const tell = (event: ConnectorEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  agent.subscribe(tell);
  return {
    ...agent,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async () => {
      const result = await agent.connect();
      tell({ type: 'connection.changed', state: 'online' });
      for (const conversation of desk.conversations) {
        tell({ type: 'conversation.opened', conversation });
      }
      for (const offer of desk.offers) tell({ type: 'offer.received', offer });
      return result;
    },
    disconnect: async () => {
      await agent.disconnect();
      onLeave();
    },
  };
}

/** All that the agent wrote. */
const wordsOf = ({ entries }: Journal): string =>
  entries
    .filter(([, what]) => what === 'send')
    .map(([, , given]) => (given?.[0] as { readonly text?: unknown } | undefined)?.text)
    .join('\n');

/** Tells a practice again, up to where it broke off. Rejected when what it takes cannot be fetched. */
async function tellAgain(
  { clock, settings }: Workspace,
  journal: Journal,
): Promise<Result<Replayed, JournalError>> {
  const judge = await loadJudge(journal.start.language);
  // It is told in one go: nothing can be fetched in between.
  await judge.prepare(wordsOf(journal));
  return replay(journal, { clock, judge, timing: () => settings().timers.practice });
}

/**
 * Goes on with a practice where it broke off, or ends it there with its report. Rejected when what
 * it takes cannot be fetched; then, and after an error, nothing has changed.
 * @param giveBack lets other tabs have it: called when its desk is left
 */
export async function resumePractice(
  workspace: Workspace,
  journal: Journal,
  how: 'go-on' | 'score',
  giveBack: () => void,
): Promise<Result<void, JournalError>> {
  const { router } = workspace;
  const told = await tellAgain(workspace, journal);
  if (!told.ok) return told;
  const { desk } = told.value;
  // After a reload its address may be the desk's already: the desk has to be come to, to have the focus.
  if (router.route() === 'desk') router.go('start');
  const agent = recalled(told.value, giveBack);
  await enterPractice(workspace, { ...told.value, agent }, journal.start, desk.availability.status);
  const session = workspace.session();
  for (const { id } of desk.conversations) session?.setTyping(id, false);
  if (how === 'score') workspace.run()?.finish();
  return ok(undefined);
}

/**
 * Ends a practice where it broke off, unseen, and keeps its run in place of its journal. Rejected when what it takes cannot be
 * fetched; then, and after an error, nothing has changed.
 */
export async function scoreUnseen(
  workspace: Workspace,
  journal: Journal,
): Promise<Result<RunRecord, JournalError>> {
  const told = await tellAgain(workspace, journal);
  if (!told.ok) return told;
  const { storage } = workspace;
  const { connector, desk } = told.value;
  let { report } = desk;
  connector.subscribe((event) => {
    if (event.type === 'run.ended') report = event.report;
  });
  connector.finish();
  await connector.disconnect();
  if (!report) return err({ kind: 'broken' });
  const run = recordOf(report, journal.start.mode, journal.id);
  if (await keepRun(storage, run)) await removeJournal(storage, journal.id);
  return ok(run);
}
