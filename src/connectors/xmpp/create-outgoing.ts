import type { ConnectorError } from '../../domain/connector-error.ts';
import type { ConnectorEvent } from '../../domain/connector-event.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OutgoingMessage } from '../connector.ts';
import { buildMessage, type SharedFile } from './build-stanza.ts';
import type { Seen } from './create-seen.ts';
import type { Link } from './link.ts';

/** What became of a message that was to be sent. */
export type SendResult = Result<void, ConnectorError>;

/** The agent's messages that are on their way. */
export interface Outgoing {
  /**
   * Hands a message over. Resolves when the server has it, which a later connection may tell;
   * `not-connected` at once when there is none now, and when a later one has told that it has not
   * come. Then all that was said meanwhile has been told, and who wrote it may want to look.
   * @param file the recording that goes with it, where it has been put
   */
  send(message: OutgoingMessage, file?: SharedFile): Promise<SendResult>;
  /** The server has it. */
  taken(id: string): void;
  /** Whether this one is on its way from here. */
  has(contact: string, id: string): boolean;
  /** Its customer has it; what is not known yet to be ours may be so when the archive has been read. */
  delivered(contact: string, id: string): void;
  /** All that was said meanwhile has been told. */
  cameUp(): void;
  refused(contact: string, id: string, condition: string): void;
  /** The server does not have it. */
  lost(id: string): void;
  /** A session begins anew: what is on its way now is so no more, or has got through. */
  beginAnew(): void;
  /** The archive has shown what got through before that: the rest has not. */
  giveBack(): void;
  /** There is no desk any more: what is on its way may have come or not (`timeout`). */
  giveUp(): void;
}

interface Pending {
  readonly contact: string;
  readonly result: Promise<SendResult>;
  readonly settle: (result: SendResult) => void;
}

/** What outgoing messages need. */
export interface OutgoingParts {
  readonly link: Link;
  readonly seen: Seen;
  readonly emit: (event: ConnectorEvent) => void;
  readonly clock: Clock;
  /** Whether customers are told that the agent types, and asked to tell; they are, if left out. */
  readonly showsTyping?: () => boolean;
}

/** More receipts than this in one catching up are of messages that nobody looks at any more. */
const mostEarly = 200;

/** Makes the keeper of what is on its way; ids stay the same through every try. */
export function createOutgoing(parts: OutgoingParts): Outgoing {
  const { link, seen, emit, clock } = parts;
  const pending = new Map<string, Pending>();
  /** Those that were handed over before the session began. */
  let old = new Set<string>();
  /** Receipts that came before the message was told. */
  let early: (readonly [contact: string, id: string])[] = [];

  const settle = (id: string, result: SendResult) => {
    const entry = pending.get(id);
    if (!entry) return;
    pending.delete(id);
    if (result.ok) seen.noteOwn(entry.contact, id);
    entry.settle(result);
  };

  const isOurs = (contact: string, id: string): boolean =>
    pending.get(id)?.contact === contact || seen.hasOwn(contact, id);

  /** After `send` has resolved, so that "sent" does not come after "delivered". */
  const afterTaken = (id: string, event: ConnectorEvent) => {
    if (!pending.has(id)) return emit(event);
    settle(id, ok(undefined));
    clock.after(0, () => emit(event));
  };

  const delivered = (contact: string, id: string) => {
    if (isOurs(contact, id)) {
      afterTaken(id, { type: 'message.delivered', conversationId: contact, messageId: id });
    } else if (link.state !== 'up') early = [...early, [contact, id] as const].slice(-mostEarly);
  };

  return {
    send: (message, file) => {
      const { id, conversationId, text, language } = message;
      const before = pending.get(id);
      if (before) return before.result;
      const stanza = buildMessage(
        ...([conversationId, id, text, language, file] as const),
        parts.showsTyping?.(),
      );
      if (link.state !== 'up') return Promise.resolve(err({ kind: 'not-connected' }));
      let resolve: (result: SendResult) => void = () => {};
      const result = new Promise<SendResult>((done) => {
        resolve = done;
      });
      pending.set(id, { contact: conversationId, result, settle: resolve });
      if (!link.send(stanza, id)) settle(id, err({ kind: 'not-connected' }));
      return result;
    },
    taken: (id) => settle(id, ok(undefined)),
    has: (contact, id) => pending.get(id)?.contact === contact,
    delivered,
    cameUp: () => {
      const waiting = early;
      early = [];
      for (const [contact, id] of waiting) delivered(contact, id);
    },
    refused: (contact, id, condition) => {
      if (!isOurs(contact, id)) return;
      const tooLong = condition === 'policy-violation' || condition === 'resource-constraint';
      const failure = tooLong ? 'too-long' : 'refused';
      afterTaken(id, { type: 'message.failed', conversationId: contact, messageId: id, failure });
    },
    lost: (id) => settle(id, err({ kind: 'not-connected' })),
    beginAnew: () => {
      old = new Set(pending.keys());
    },
    giveBack: () => {
      for (const id of old) settle(id, err({ kind: 'not-connected' }));
      old.clear();
    },
    giveUp: () => {
      for (const id of [...pending.keys()]) settle(id, err({ kind: 'timeout' }));
    },
  };
}
