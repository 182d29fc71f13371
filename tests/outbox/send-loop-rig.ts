import type { ConnectorError } from '../../src/domain/connector-error.ts';
import type { OutboxEvent } from '../../src/domain/outbox-event.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { OutboxEntry, OutboxMessage } from '../../src/outbox/outbox-entry.ts';
import { createSendLoop } from '../../src/outbox/send-loop.ts';
import { ok, type Result } from '../../src/shared/result.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { createLocks } from './create-locks.ts';

/** A message to be sent, of conversation `c` unless told otherwise. */
export const message = (id: string, conversationId = 'c') => ({
  id,
  conversationId,
  text: `text of ${id}`,
  language: 'en',
  deskId: 'desk',
});

/** How a tab's connector takes a message. */
export type Send = (message: OutboxMessage) => Promise<Result<void, ConnectorError>>;

/** One desk with its disk, its locks, and tabs as the test opens them. */
export const start = (
  overrides: {
    send?: Send;
    hasNews?: (entry: OutboxEntry) => boolean;
    hasSent?: (entry: OutboxEntry) => boolean | undefined;
  } = {},
) => {
  const disk = createDisk();
  const fake = createFakeClock();
  let leap = 0;
  const clock = { ...fake, now: () => fake.now() + leap };
  const locks = createLocks();
  const sent: string[] = [];
  const taken: Send = async ({ id }) => {
    sent.push(id);
    return ok(undefined);
  };
  const openTab = (tabId: string, send: Send = overrides.send ?? taken) => {
    const storage = disk.open();
    const outbox = createOutbox({ storage, clock });
    const events: OutboxEvent[] = [];
    const loop = createSendLoop({
      outbox,
      storage,
      deskId: 'desk',
      tabId,
      clock,
      locks: locks.of(tabId),
      send,
      emit: (event) => events.push(event),
      ...(overrides.hasNews && { hasNews: overrides.hasNews }),
      ...(overrides.hasSent && { hasSent: overrides.hasSent }),
    });
    const kill = () => {
      storage.close();
      locks.kill(tabId);
    };
    return { outbox, loop, events, kill, types: () => events.map(({ type }) => type) };
  };
  /** The clock is set; timers do not care. */
  const setClock = (by: number) => {
    leap += by;
  };
  return { disk, clock, setClock, locks, sent, taken, openTab };
};
