import type { Recording } from '../domain/recording.ts';
import type { Workspace } from './workspace.ts';

type Storage = Workspace['storage'];

/** Seconds that a recording of the agent's own voice may last. */
export const longestRecording = 300;

/** Milliseconds after which nobody comes back to it. */
const longestStay = 24 * 60 * 60 * 1000;

/** Beside the notes on customers: the names cannot meet, since no address begins with this. */
const keyOf = (conversationId: string) => `recording ${conversationId}`;

/**
 * Keeps a recording until it is sent or thrown away: what was spoken is not lost to a closed dialog
 * or a reload. One a conversation; it is forgotten after a day.
 * @param at epoch milliseconds
 */
export const keepRecording = (
  storage: Storage,
  conversationId: string,
  recording: Recording,
  at: number,
): Promise<boolean> => storage.put('notes', keyOf(conversationId), { ...recording, at });

/** The recording that waits in a conversation; undefined if there is none. */
export async function readRecording(
  storage: Storage,
  conversationId: string,
  now: number,
): Promise<Recording | undefined> {
  const kept = (await storage.get('notes', keyOf(conversationId))) as
    | { readonly sound?: unknown; readonly seconds?: unknown; readonly at?: unknown }
    | undefined;
  if (!kept) return undefined;
  const { sound, seconds, at } = kept;
  const isWhole = sound instanceof Blob && typeof seconds === 'number' && typeof at === 'number';
  if (isWhole && now - at < longestStay) return { sound, seconds };
  await dropRecording(storage, conversationId);
  return undefined;
}

/** Forgets those that nobody has come back to. */
export async function sweepRecordings(storage: Storage, now: number): Promise<void> {
  const prefix = keyOf('');
  for (const [key] of await storage.all('notes')) {
    // Reading one that is too old forgets it.
    if (key.startsWith(prefix)) await readRecording(storage, key.slice(prefix.length), now);
  }
}

/** Forgets it. */
export const dropRecording = (storage: Storage, conversationId: string): Promise<boolean> =>
  storage.remove('notes', keyOf(conversationId));

const asideOf = (conversationId: string) => `sent ${conversationId}`;

/**
 * It is on its way: from here on nobody finds it, unless its message is taken back (A18).
 * @param now epoch milliseconds
 */
export async function setRecordingAside(
  storage: Storage,
  conversationId: string,
  now: number,
): Promise<void> {
  const sent = await readRecording(storage, conversationId, now);
  if (sent) await keepRecording(storage, asideOf(conversationId), sent, now);
  await dropRecording(storage, conversationId);
}

/** Its message can be taken back no more. */
export const dropRecordingAside = (storage: Storage, conversationId: string): Promise<boolean> =>
  dropRecording(storage, asideOf(conversationId));

/**
 * A message was taken back: a recording that went with it is there again.
 * @param sound what the message carried; one that was not recorded is not kept
 */
export async function bringRecordingBack(
  storage: Storage,
  conversationId: string,
  sound: Blob,
  now: number,
): Promise<void> {
  const sent = await readRecording(storage, asideOf(conversationId), now);
  if (sent?.sound.size !== sound.size) return;
  await keepRecording(storage, conversationId, sent, now);
  await dropRecordingAside(storage, conversationId);
}
