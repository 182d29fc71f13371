import type { ConnectorError } from '../../domain/connector-error.ts';
import type { ConnectorEvent } from '../../domain/connector-event.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OutgoingMessage } from '../connector.ts';
import { buildMessage } from './build-stanza.ts';
import { longestText } from './clean-text.ts';
import type { Seen } from './create-seen.ts';
import type { Link } from './link.ts';
import type { Xml } from './xml.ts';

/** What became of a message that was to be sent. */
export type SendResult = Result<void, ConnectorError>;

/** The agent's messages that are on their way. */
export interface Outgoing {
  /**
   * Hands a message over. Resolves when the server has it, which may be on a later connection;
   * `not-connected` at once when there is none now.
   */
  send(message: OutgoingMessage): Promise<SendResult>;
  /** The server has it. */
  taken(id: string): void;
  /** Whether this one is on its way from here. */
  has(contact: string, id: string): boolean;
  delivered(contact: string, id: string): void;
  refused(contact: string, id: string, condition: string): void;
  /** On a new session, after the archive has shown what got through: the rest goes once more. */
  sendAgain(): void;
  /** There is no desk any more. */
  giveUp(): void;
}

interface Pending {
  readonly contact: string;
  readonly stanza: Xml;
  readonly result: Promise<SendResult>;
  readonly settle: (result: SendResult) => void;
}

/** What outgoing messages need. */
export interface OutgoingParts {
  readonly link: Link;
  readonly seen: Seen;
  readonly emit: (event: ConnectorEvent) => void;
  readonly clock: Clock;
}

/** Makes the keeper of what is on its way; ids stay the same through every try. */
export function createOutgoing({ link, seen, emit, clock }: OutgoingParts): Outgoing {
  const pending = new Map<string, Pending>();

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

  return {
    send: (message) => {
      const { id, conversationId, text, language } = message;
      const before = pending.get(id);
      if (before) return before.result;
      if (text.length > longestText) return Promise.resolve(err({ kind: 'too-long' }));
      const stanza = buildMessage(conversationId, id, text, language);
      if (link.state !== 'up') return Promise.resolve(err({ kind: 'not-connected' }));
      let resolve: (result: SendResult) => void = () => {};
      const result = new Promise<SendResult>((done) => {
        resolve = done;
      });
      pending.set(id, { contact: conversationId, stanza, result, settle: resolve });
      if (!link.send(stanza, id)) settle(id, err({ kind: 'not-connected' }));
      return result;
    },
    taken: (id) => settle(id, ok(undefined)),
    has: (contact, id) => pending.get(id)?.contact === contact,
    delivered: (contact, id) => {
      if (!isOurs(contact, id)) return;
      afterTaken(id, { type: 'message.delivered', conversationId: contact, messageId: id });
    },
    refused: (contact, id, condition) => {
      if (!isOurs(contact, id)) return;
      const tooLong = condition === 'policy-violation' || condition === 'resource-constraint';
      const failure = tooLong ? 'too-long' : 'refused';
      afterTaken(id, { type: 'message.failed', conversationId: contact, messageId: id, failure });
    },
    sendAgain: () => {
      for (const [id, entry] of pending) link.send(entry.stanza, id);
    },
    giveUp: () => {
      for (const id of [...pending.keys()]) settle(id, err({ kind: 'not-connected' }));
    },
  };
}
