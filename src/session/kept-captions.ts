import type { Message } from '../domain/message.ts';
import type { Workspace } from './workspace.ts';

type Storage = Workspace['storage'];
type Place = Pick<Message, 'conversationId' | 'id'>;

/** Beside the notes on customers: the names cannot meet, since no address begins with this. */
const keyOf = ({ conversationId, id }: Place) => `caption ${conversationId} ${id}`;

/**
 * Keeps what the agent wrote of a recording, so that a reload does not lose it. What a machine wrote
 * is not kept: it can be had again, and it is the customer's.
 */
export const keepCaption = (storage: Storage, message: Place, words: string): Promise<boolean> =>
  storage.put('notes', keyOf(message), { words });

/** What the agent wrote of a recording before; undefined if nothing. */
export async function readCaption(storage: Storage, message: Place): Promise<string | undefined> {
  const kept = await storage.get('notes', keyOf(message));
  const words = (kept as { words?: unknown } | undefined)?.words;
  return typeof words === 'string' && words ? words : undefined;
}
