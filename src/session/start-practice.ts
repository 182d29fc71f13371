import { loadScenario } from '../connectors/practice/scenarios.ts';
import type { PracticeStart, Workspace } from './workspace.ts';

/** Fetches what every practice takes; rejected when it cannot be fetched. */
export const fetchPractice = () => import('./open-practice.ts');

/**
 * Begins a practice in the console, where it takes the place of what went on. Rejected when what it
 * takes cannot be fetched; nothing has changed then.
 */
export async function startPractice(workspace: Workspace, start: PracticeStart): Promise<void> {
  const { openPractice } = await fetchPractice();
  await openPractice(workspace, start);
}

/** Fetches a built-in scenario and begins it. Rejected when it cannot be fetched. */
export async function beginPractice(
  workspace: Workspace,
  id: string,
  start: Omit<PracticeStart, 'scenario'>,
): Promise<void> {
  const scenario = await loadScenario(id, start.language);
  await startPractice(workspace, { ...start, scenario });
}
