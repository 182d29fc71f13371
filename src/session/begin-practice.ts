import { loadScenario } from '../connectors/practice/scenarios.ts';
import { startPractice } from './start-practice.ts';
import type { PracticeStart, Workspace } from './workspace.ts';

/** Fetches a built-in scenario and begins it. Rejected when it cannot be fetched; nothing has changed then. */
export async function beginPractice(
  workspace: Workspace,
  id: string,
  start: Omit<PracticeStart, 'scenario'>,
): Promise<void> {
  const scenario = await loadScenario(id, start.language);
  await startPractice(workspace, { ...start, scenario });
}
