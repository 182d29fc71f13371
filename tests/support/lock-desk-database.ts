import { openStorage } from '../../src/outbox/open-storage.ts';
import { addLock } from '../../src/outbox/vault/change-locks.ts';
import { preparePassphrase } from '../../src/outbox/vault/locks.ts';
import { createId } from '../../src/shared/id.ts';

/** What opens it. */
export const phrase = 'four words by chance';

/** A database with a note and two messages that wait, behind a passphrase; made quickly. */
export async function lockedDatabase(): Promise<string> {
  const name = `test-${createId()}`;
  const storage = await openStorage({ name, onProblem: () => undefined });
  await storage.put('notes', 'lin', { text: 'prefers calls' });
  for (const id of ['a', 'b']) await storage.put('outbox', id, { text: 'unsent' });
  if (!(await addLock(storage, await preparePassphrase(phrase, 10))))
    throw new Error('The passphrase was not set.');
  storage.close();
  return name;
}
