import type { Conversation } from '../domain/conversation.ts';
import { practiceModes } from '../domain/run-record.ts';
import { isRecord } from '../outbox/is-record.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { TapeEntry } from './tape.ts';
import type { PracticeStart, Workspace } from './workspace.ts';

type Storage = Workspace['storage'];

/** Counts up when a tape of old would not tell the same run any more. */
export const journalVersion = 1;

/** A practice that goes on, as it is kept: enough to tell it again if the page dies. */
export interface Journal {
  readonly version: typeof journalVersion;
  /** The desk's id: drafts and what waits to be sent go by it. */
  readonly id: string;
  readonly start: PracticeStart & { readonly seed: number };
  readonly entries: readonly TapeEntry[];
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** What the customers had said by then, as a number: see {@link fingerprint}. */
  readonly print: number;
}

/** Why a practice cannot be gone on with. */
export type JournalError =
  /** Not what this desk has written. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'other-version' }
  /** The same acts lead elsewhere: the scenario, or what plays it, is another one by now. */
  | { readonly kind: 'changed' };

/** What a tape has to hold to be told again, besides its timers; the rest only asked or listened. */
const acts: readonly string[] = [
  'connect',
  'setAvailability',
  'acceptOffer',
  'declineOffer',
  'send',
  'setTyping',
  'loadEarlier',
  'endConversation',
  'wrapUp',
  'timing',
];

/** Whether an entry is needed to tell the run again. */
export const isTold = ([, what]: TapeEntry): boolean =>
  typeof what === 'number' || acts.includes(what);

/** Whether anybody was served: before that there is nothing to lose. */
export const hasBegun = (entries: readonly TapeEntry[]): boolean =>
  entries.some(([, what]) => what === 'acceptOffer');

/** A number that is another one when the customers of a desk have said anything else (FNV-1a). */
export function fingerprint(conversations: readonly Conversation[]): number {
  const words = conversations.flatMap(({ id, state, messages }) => [
    id,
    state,
    // Not the caption of a voice message: the agent may have put that right.
    ...messages.flatMap(({ author, text, attachment }) =>
      author === 'customer' ? (attachment?.script ?? text) : [],
    ),
  ]);
  let print = 0x811c9dc5;
  for (const letter of words.join('\n')) {
    print = Math.imul(print ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return print;
}

const isEntry = (value: unknown): value is TapeEntry =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  (typeof value[1] === 'number' || (typeof value[1] === 'string' && Array.isArray(value[2]))) &&
  // Its parts are checked above; a tuple cannot be told from an array by the compiler.
  isTold(value as unknown as TapeEntry);

const isStart = (value: unknown): boolean =>
  isRecord(value) &&
  isRecord(value['scenario']) &&
  Array.isArray(value['scenario']['chats']) &&
  [value['title'], value['language']].every((each) => typeof each === 'string') &&
  typeof value['seed'] === 'number' &&
  practiceModes.some((mode) => mode === value['mode']);

/** Makes a journal of what was on the disk, which may be anybody's. */
export function parseJournal(value: unknown): Result<Journal, JournalError> {
  if (!isRecord(value) || typeof value['version'] !== 'number') return err({ kind: 'broken' });
  if (value['version'] !== journalVersion) return err({ kind: 'other-version' });
  const { id, start, entries, savedAt, print } = value;
  const isWhole =
    typeof id === 'string' &&
    isStart(start) &&
    Array.isArray(entries) &&
    entries.every(isEntry) &&
    entries.some(([, what]) => what === 'connect') &&
    typeof savedAt === 'number' &&
    typeof print === 'number';
  // Each member is checked above, the scenario's own texts when they are played.
  return isWhole ? ok(value as unknown as Journal) : err({ kind: 'broken' });
}

const keyOf = (id: string) => `journal ${id}`;
/** The ids of all, apart: who starts the app should not wait for every run that was ever kept. */
const list = 'journals';
const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

/** Keeps a journal in place of what was kept of that run. */
export async function writeJournal(storage: Storage, journal: Journal): Promise<void> {
  // The disk does them in this order; asked for in one turn, since the page may go before an answer.
  await Promise.all([
    storage.put('training', keyOf(journal.id), journal),
    storage.update('training', list, (old) => {
      const ids = idsOf(old);
      return ids.includes(journal.id) ? old : [...ids, journal.id];
    }),
  ]);
}

/** Forgets a run's journal, if there is one. */
export async function removeJournal(storage: Storage, id: string): Promise<void> {
  await storage.remove('training', keyOf(id));
  await storage.update('training', list, (old) => {
    const ids = idsOf(old).filter((each) => each !== id);
    return ids.length ? ids : undefined;
  });
}

/** The ids of the practices that have not come to their end, the oldest first. */
export const listJournals = async (storage: Storage): Promise<readonly string[]> =>
  idsOf(await storage.get('training', list));

/** Reads a journal; what is on the disk under its id may be anything. */
export const readJournal = async (
  storage: Storage,
  id: string,
): Promise<Result<Journal, JournalError>> => parseJournal(await storage.get('training', keyOf(id)));
