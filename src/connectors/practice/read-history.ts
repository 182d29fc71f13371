import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Message } from '../../domain/message.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Engine } from '../../simulator/create-engine.ts';
import type { Scenario } from '../../simulator/scenario.ts';

interface HistoryOptions {
  readonly scenario: Scenario;
  /** Undefined while nobody is signed in. */
  readonly desk:
    | {
        readonly engine: Engine;
        readonly startedAt: number;
        /** By the conversations that were accepted. */
        readonly states: ReadonlyMap<string, unknown>;
      }
    | undefined;
  readonly conversationId: string;
  readonly isPast: boolean;
}

/** Fetches what tells a chat's past: few have one, and few agents ask for it. Rejected when it cannot be. */
export const fetchHistory = () => import('./practice-history.ts');

/** See `practiceHistory`, which is fetched here. */
export async function readHistory(
  options: HistoryOptions,
): Promise<Result<readonly Message[], ConnectorError>> {
  const { scenario, desk, conversationId, isPast } = options;
  if (!desk) return err({ kind: 'not-connected' });
  const { engine, startedAt, states } = desk;
  if (!states.has(conversationId)) return err({ kind: 'unknown-conversation' });
  try {
    const { practiceHistory } = await fetchHistory();
    return ok(practiceHistory(scenario, engine, conversationId, startedAt, isPast));
  } catch {
    return err({ kind: 'not-connected' });
  }
}
