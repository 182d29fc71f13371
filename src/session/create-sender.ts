import type { Connector } from '../connectors/connector.ts';
import type { OutboxEvent } from '../domain/outbox-event.ts';
import type { Settings } from '../domain/settings.ts';
import type { DeskStorage } from '../outbox/desk-storage.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createSendLoop } from '../outbox/send-loop.ts';
import type { Clock } from '../shared/clock.ts';
import { createId } from '../shared/id.ts';
import type { Sender } from './create-session.ts';

/** What {@link createSender} joins. */
export interface SenderOptions {
  readonly storage: DeskStorage;
  readonly connector: Connector;
  readonly clock: Clock;
  readonly tabId: string;
  readonly locks?: LockManager | undefined;
  settings(): Settings;
  emit(event: OutboxEvent): void;
}

/** Joins the outbox and a connector: what is kept is sent, and held back as long as the agent set (A18). */
export function createSender(options: SenderOptions): Sender {
  const { connector, clock, emit } = options;
  const outbox = createOutbox(options);
  const deskId = connector.id;
  const loop = createSendLoop({
    outbox,
    storage: options.storage,
    deskId,
    tabId: options.tabId,
    clock,
    locks: options.locks,
    send: (message) => connector.send(message),
    emit,
  });
  return {
    send: (conversation, text) => {
      const hold = options.settings().undoSend;
      return outbox.add({
        id: createId(),
        conversationId: conversation.id,
        text,
        language: conversation.language,
        deskId,
        ...(hold && { holdUntil: clock.now() + hold * 1000 }),
      });
    },
    takeBack: async (conversationId) => {
      const entry = outbox
        .list(deskId)
        .filter((kept) => kept.conversationId === conversationId && kept.state === 'waiting')
        .at(-1);
      return entry && (await outbox.takeBack(entry.id));
    },
    retry: (messageId) => loop.retry(messageId),
    online: (isOnline) => loop.online(isOnline),
    opened: (conversationId) => loop.replay(conversationId),
    closed: (conversationId) => void outbox.drop(conversationId),
    stop: () => loop.stop(),
  };
}
