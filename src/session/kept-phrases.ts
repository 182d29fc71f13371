import type { PhraseCard } from '../english/review.ts';
import { isRecord } from '../outbox/is-record.ts';
import type { Workspace } from './workspace.ts';

type Storage = Workspace['storage'];

const prefix = 'phrase ';
const numbers = ['due', 'last', 'stability', 'difficulty', 'reps', 'lapses'] as const;

/** Whether it looks like a card of ours; what has been on a disk may be anybody's. */
function isCard(value: unknown): value is PhraseCard {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  if (!numbers.every((name) => Number.isFinite(value[name]))) return false;
  const { stability, difficulty } = value;
  return Number(stability) > 0 && Number(difficulty) >= 1 && Number(difficulty) <= 10;
}

/** The cards of the phrases that were reviewed in this browser. What is not whole is left out. */
export async function readCards(storage: Storage): Promise<readonly PhraseCard[]> {
  const rows = await storage.all('training');
  return rows.flatMap(([key, value]) =>
    isCard(value) && key === prefix + value.id ? [value] : [],
  );
}

/** Keeps a card, in place of the phrase's last one. True when it is on the disk. */
export const keepCard = (storage: Storage, card: PhraseCard): Promise<boolean> =>
  storage.put('training', prefix + card.id, card);
