import type { Connector } from '../connectors/connector.ts';
import {
  createPracticeConnector,
  type PracticeConnector,
  type PracticeOptions,
} from '../connectors/practice/create-practice-connector.ts';
import type { AvailabilityStatus } from '../domain/agent.ts';
import { createId } from '../shared/id.ts';
import { linesOf } from '../simulator/texts-of.ts';
import { createTape, type Tape, taped } from './tape.ts';
import type { PracticeStart, Workspace } from './workspace.ts';

/** A practice desk, and all that moves it. */
export interface Practice {
  readonly connector: PracticeConnector;
  /** The same for the agent, whose acts are taped. */
  readonly agent: Connector;
  readonly tape: Tape;
}

/** Makes the desk of a practice. */
export function createPractice(options: PracticeOptions): Practice {
  const tape = createTape(options.clock);
  const connector = createPracticeConnector({ ...options, clock: tape.clock });
  return { connector, agent: taped(connector, tape), tape };
}

/** Begins a practice in the console, where it takes the place of what went on. */
export async function startPractice(workspace: Workspace, start: PracticeStart): Promise<void> {
  const { scenario, language } = start;
  const seed = start.seed ?? Number.parseInt(createId().slice(0, 8), 16);
  const practice = createPractice({
    // Its own desk: another tab that practises must not send what was written here.
    id: `practice-${createId()}`,
    scenario,
    language,
    seed,
    clock: workspace.clock,
    timing: () => workspace.settings().timers.practice,
  });
  await enterPractice(workspace, practice, { ...start, seed });
}

/**
 * Opens the console on a practice, whether it begins or goes on.
 * @param status what the agent had told the desk, if it goes on
 */
export async function enterPractice(
  workspace: Workspace,
  { connector, agent, tape }: Practice,
  start: PracticeStart,
  status?: AvailabilityStatus,
): Promise<void> {
  const { scenario, title, language } = start;
  const session = workspace.startSession(agent, {
    title,
    policy: linesOf(scenario.texts, 'policy', { scenario, language }),
    language,
    start,
    tape,
    finish: () => connector.finish(),
    hint: (conversationId) => connector.hint(conversationId),
  });
  // Before it signs in: customers who wait would be offered to somebody who is away.
  if (status) session.setAvailability({ ...session.desk().availability, status });
  await session.connect();
  workspace.router.go('desk');
}
