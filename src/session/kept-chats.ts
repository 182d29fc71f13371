import { onCleanup } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { findConversation } from '../domain/desk-state.ts';
import type { Message } from '../domain/message.ts';
import { isRecord } from '../outbox/is-record.ts';
import { onPageHidden } from '../outbox/on-page-hidden.ts';
import type { Session } from './create-session.ts';
import type { Workspace } from './workspace.ts';

/** As many messages of a chat are kept, the newest. */
const most = 50;
/** Milliseconds for which what happens in a chat is gathered. */
const rest = 2000;
/** By then, in milliseconds, a desk has all its chats again; what is kept of others is of the past. */
const allThere = 60_000;

/** A customer whom the agent serves, as they were last seen at this desk. */
export interface KeptChat {
  readonly name: string;
  readonly messages: readonly Pick<Message, 'author' | 'text' | 'at' | 'language' | 'delivery'>[];
}

const keyOf = (deskId: string, conversationId: string) => `chat ${deskId} ${conversationId}`;

/** A chat of what was stored, or undefined: the disk may hold anything. */
const parse = (value: unknown): KeptChat | undefined => {
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined;
  const messages: readonly unknown[] = Array.isArray(value['messages']) ? value['messages'] : [];
  const isWhole = (message: unknown) =>
    isRecord(message) &&
    ['customer', 'agent', 'system'].includes(String(message['author'])) &&
    ['text', 'language'].every((field) => typeof message[field] === 'string') &&
    typeof message['at'] === 'number';
  return {
    name: value['name'],
    messages: messages.filter(isWhole) as KeptChat['messages'],
  };
};

/** The chats that were open when this computer's desk was last seen, the newest first. */
export async function listChats(storage: Workspace['storage']): Promise<readonly KeptChat[]> {
  const latest = ({ messages }: KeptChat) => messages.at(-1)?.at ?? 0;
  return (await storage.all('conversations'))
    .flatMap(([, value]) => parse(value) ?? [])
    .filter(({ messages }) => messages.length > 0)
    .sort((one, other) => latest(other) - latest(one));
}

const toKept = ({ customer, messages }: Conversation): KeptChat => ({
  name: customer.name,
  messages: messages.slice(-most).map(({ author, text, at, language, delivery }) => ({
    ...{ author, text, at, language },
    ...(delivery && { delivery }),
  })),
});

/**
 * Keeps the chats of a shift with real customers, sealed as all else is, so that they can be read when
 * there is no link to sign in by; what is done with a chat ends when it is closed.
 */
export function keepChats(workspace: Workspace, shift: Session): void {
  const { storage, clock } = workspace;
  const deskId = shift.connector.id;
  const changed = new Set<string>();
  let cancel: (() => void) | undefined;
  const write = () => {
    cancel?.();
    cancel = undefined;
    for (const id of changed) {
      const conversation = findConversation(shift.desk(), id);
      // After a reload whose archive is silent nothing is shown, and what was kept is all there is.
      if (!conversation?.messages.length) continue;
      void storage.put('conversations', keyOf(deskId, id), toKept(conversation));
    }
    changed.clear();
  };
  const note = (id: string) => {
    changed.add(id);
    cancel ??= clock.after(rest, write);
  };
  for (const { id } of shift.desk().conversations) note(id);
  onCleanup(
    workspace.onDeskEvent((event) => {
      if (event.type === 'conversation.opened') note(event.conversation.id);
      else if (event.type === 'message.received' || event.type === 'message.queued')
        note(event.message.conversationId);
      else if ('messageId' in event && 'conversationId' in event) note(event.conversationId);
      else if (event.type === 'conversation.closed') {
        changed.delete(event.conversationId);
        void storage.remove('conversations', keyOf(deskId, event.conversationId));
      }
    }),
  );
  const tidy = async () => {
    const prefix = keyOf(deskId, '');
    for (const [key] of await storage.all('conversations')) {
      const id = key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
      if (id && !findConversation(shift.desk(), id)) await storage.remove('conversations', key);
    }
  };
  const cancelTidy = clock.after(allThere, () => {
    if (shift.desk().connection === 'online') void tidy();
  });
  onCleanup(cancelTidy);
  onCleanup(onPageHidden(write));
  onCleanup(write);
}
