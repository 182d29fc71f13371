import { whenKnown } from '../outbox/when-known.ts';
import { withoutKey } from '../outbox/without-key.ts';
import { createSender, type SenderOptions } from './create-sender.ts';
import type { Sender } from './create-session.ts';

/**
 * Makes what sends for a shift. Practices begun before what is kept was unlocked are sent from memory;
 * nobody signs in to a real shift before that.
 */
export async function openSender(options: SenderOptions): Promise<Sender> {
  const isLocked = await whenKnown(options.storage);
  const storage = isLocked ? withoutKey(options.storage) : options.storage;
  return createSender({ ...options, storage });
}
