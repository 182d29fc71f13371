import { isRecord } from '../outbox/is-record.ts';
import type { Workspace } from './workspace.ts';

type Storage = Workspace['storage'];

/** A scenario that was written on this station. */
export interface OwnScenario {
  readonly id: string;
  /** As it was typed, right or wrong (docs/scenarios.md). */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

const prefix = 'scenario ';

/** The id of the scenario that is kept under a key; undefined if it is no scenario's. */
export const scenarioIdOf = (key: string): string | undefined =>
  key.startsWith(prefix) ? key.slice(prefix.length) : undefined;

/**
 * A row of the store as a scenario of ours; undefined for anything else, as what has been on a disk
 * may be anybody's.
 */
export function asOwnScenario(key: string, value: unknown): OwnScenario | undefined {
  const id = scenarioIdOf(key);
  if (id === undefined || !isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const { text, changedAt } = value;
  const at = typeof changedAt === 'number' && Number.isFinite(changedAt) ? changedAt : 0;
  return { id, text, changedAt: at };
}

/** The scenarios of this browser, the one that was changed last first. */
export async function readOwnScenarios(storage: Storage): Promise<readonly OwnScenario[]> {
  const rows = await storage.all('training');
  return rows
    .flatMap(([key, value]) => asOwnScenario(key, value) ?? [])
    .sort((one, other) => other.changedAt - one.changedAt);
}

/** Keeps a scenario, in place of what was kept under its id. True when it is on the disk. */
export const keepOwnScenario = (
  storage: Storage,
  { id, text, changedAt }: OwnScenario,
): Promise<boolean> => storage.put('training', prefix + id, { text, changedAt });

/** Forgets a scenario. True when it is gone from the disk. */
export const removeOwnScenario = (storage: Storage, id: string): Promise<boolean> =>
  storage.remove('training', prefix + id);
