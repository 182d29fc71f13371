import type { Connector } from '../connectors/connector.ts';
import type { Conversation } from '../domain/conversation.ts';
import { findConversation } from '../domain/desk-state.ts';
import type { OutboxEvent } from '../domain/outbox-event.ts';
import type { Settings } from '../domain/settings.ts';
import type { DeskStorage } from '../outbox/desk-storage.ts';
import { isRecord } from '../outbox/is-record.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createSendLoop } from '../outbox/send-loop.ts';
import { createReceiptWatch } from '../outbox/watch-receipts.ts';
import type { Clock } from '../shared/clock.ts';
import { createId } from '../shared/id.ts';
import type { Sender, Session } from './create-session.ts';

/** What {@link createSender} joins. */
export interface SenderOptions {
  readonly storage: DeskStorage;
  readonly connector: Connector;
  readonly clock: Clock;
  readonly tabId: string;
  readonly locks?: LockManager | undefined;
  settings(): Settings;
  /** The shift that this sends for; undefined before it has begun. */
  session(): Pick<Session, 'desk'> | undefined;
  emit(event: OutboxEvent): void;
}

/** How long a reply may take before the agent is told that it has not gone, in milliseconds. */
const clearWithin = 5000;

type Recalled = Extract<OutboxEvent, { readonly type: 'history.loaded' }>;

/** The newest message of the customer. */
const newestOf = ({ messages }: Conversation): string | undefined =>
  messages.findLast(({ author }) => author === 'customer')?.id;

/** A draft as it was kept, without the words that have just gone to the outbox. */
const withoutWords = (draft: unknown, text: string): unknown => {
  const isSame = isRecord(draft) && String(draft['text']).trim() === text;
  return isSame ? { ...draft, text: '', selectionStart: 0, selectionEnd: 0 } : draft;
};

/** Joins the outbox and a connector: what is kept is sent, and held back as long as the agent set (A18). */
export function createSender(options: SenderOptions): Sender {
  const { connector, clock, emit } = options;
  const outbox = createOutbox(options);
  const deskId = connector.id;
  /**
   * Shows a message that is in doubt where it was written: behind the customer's message that was the
   * newest then and what the agent had answered to it, else above all but others in doubt.
   */
  const recall = (event: Recalled) => {
    const state = options.session()?.desk();
    const shown = (state && findConversation(state, event.conversationId)?.messages) ?? [];
    const isShown = (id: string | undefined) => shown.some((message) => message.id === id);
    if (event.messages.every(({ id }) => isShown(id))) return;
    const entry = outbox.list(deskId).find(({ id }) => id === event.messages[0]?.id);
    const from =
      entry && isShown(entry.after) ? shown.findIndex(({ id }) => id === entry.after) : -1;
    const rest = shown.slice(from + 1);
    const others = rest.findIndex(({ author, failure }) =>
      from < 0 ? failure !== 'unsure' : author === 'customer',
    );
    const before = others < 0 ? shown : shown.slice(0, from + 1 + others);
    emit({ ...event, messages: [...before, ...event.messages] });
  };
  const loop = createSendLoop({
    outbox,
    storage: options.storage,
    deskId,
    tabId: options.tabId,
    clock,
    locks: options.locks,
    send: (message) => connector.send(message),
    emit: (event) => {
      if (event.type === 'history.loaded') recall(event);
      else emit(event);
    },
    hasSent: ({ conversationId, id }) => connector.hasSent?.(conversationId, id),
    awaitsReceipts: () => connector.startedAt !== undefined,
    hasNews: ({ conversationId, after }) => {
      const state = options.session()?.desk();
      const conversation = state && findConversation(state, conversationId);
      const newest = conversation && newestOf(conversation);
      // Where the history could not be read, nothing is known to be new.
      return after !== undefined && newest !== undefined && newest !== after;
    },
  });
  const receipts = createReceiptWatch({
    ...{ outbox, storage: options.storage, deskId, clock },
    startedAt: async () => connector.startedAt?.(),
  });
  const unsubscribe = connector.subscribe((event) => {
    // Told by the archive, or by another tab's connection: it is out, whatever is thought of it here.
    if (event.type === 'message.received' && event.message.author === 'agent') {
      const { id } = event.message;
      const isOurs = outbox.list(deskId).some((entry) => entry.id === id);
      if (isOurs) void outbox.finish(id, connector.startedAt !== undefined);
    }
    if (event.type === 'message.delivered' && connector.startedAt) {
      receipts.delivered(event.conversationId, event.messageId);
    }
  });
  let isOnline = false;
  const clear = async (conversationId: string): Promise<boolean> => {
    await outbox.loaded;
    await outbox.hurry(conversationId);
    return new Promise((resolve) => {
      const look = () => {
        const left = outbox
          .list(deskId)
          .filter((entry) => entry.conversationId === conversationId && entry.state !== 'failed');
        if (!left.length) end(true);
        else if (!isOnline || left.some(({ held }) => held)) end(false);
      };
      const end = (isClear: boolean) => {
        stop();
        cancel();
        resolve(isClear);
      };
      const cancel = clock.after(clearWithin, () => end(false));
      const stop = outbox.subscribe(look);
      look();
    });
  };
  return {
    clear,
    send: async (conversation, text, attachment) => {
      // Else the words could leave the draft before the outbox takes them.
      await outbox.loaded;
      const hold = options.settings().undoSend;
      const after = newestOf(conversation);
      const kept = outbox.add({
        id: createId(),
        conversationId: conversation.id,
        text,
        language: conversation.language,
        deskId,
        ...(attachment && { attachment }),
        ...(hold && { holdUntil: clock.now() + hold * 1000 }),
        ...(after !== undefined && { after }),
      });
      // In the same go: after a crash nobody shall find in the reply box what was sent.
      const { storage } = options;
      await storage.update('drafts', conversation.id, (draft) => withoutWords(draft, text));
      await kept;
    },
    takeBack: async (conversationId) => {
      const entry = outbox
        .list(deskId)
        .filter((kept) => kept.conversationId === conversationId && kept.state === 'waiting')
        .at(-1);
      return entry && (await outbox.takeBack(entry.id));
    },
    retry: (messageId) => loop.retry(messageId),
    online: (isNow) => {
      isOnline = isNow;
      loop.online(isNow);
      receipts.online(isNow);
    },
    opened: (conversationId) => loop.replay(conversationId),
    closed: (conversationId) => {
      receipts.closed(conversationId);
      void outbox.drop(conversationId);
    },
    stop: () => {
      unsubscribe();
      receipts.stop();
      loop.stop();
    },
  };
}
