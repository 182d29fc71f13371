import { isRecord } from '../outbox/is-record.ts';
import type { Workspace } from '../session/workspace.ts';

type Storage = Workspace['storage'];

/** Which scenario is open, and what is selected in it. */
export interface WritingPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const key = 'editor place';

const asPosition = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

/** Where the writing went on; undefined if no scenario was open. */
export async function readPlace(storage: Storage): Promise<WritingPlace | undefined> {
  const value = await storage.get('training', key);
  if (!isRecord(value) || typeof value['id'] !== 'string') return undefined;
  const { id, start, end } = value;
  return { id, start: asPosition(start), end: asPosition(end) };
}

/** Keeps the place, or that no scenario is open. The request is made before this returns. */
export function writePlace(storage: Storage, place: WritingPlace | undefined): void {
  void (place ? storage.put('training', key, place) : storage.remove('training', key));
}
