import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Result } from '../../shared/result.ts';
import type { Contacts } from './contacts.ts';
import type { Archive } from './create-archive.ts';
import type { Outgoing } from './create-outgoing.ts';
import type { Link } from './link.ts';
import type { WireMessage } from './wire-event.ts';
import type { XmppStore } from './xmpp-store.ts';

/** What reading needs. */
export interface ReadingParts {
  /** Our bare address; keys in the store begin with it. */
  readonly account: string;
  readonly link: Link;
  readonly archive: Archive;
  readonly contacts: Contacts;
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  readonly store: XmppStore;
  readonly log: (line: string) => void;
  /** By the server's clock, epoch milliseconds; undefined when it does not tell. */
  readonly serverTime: () => Promise<number | undefined>;
}

/** Brings messages in the archive's order, each once, over sessions and reloads. */
export interface Reading {
  /** On a new session: everything that came since the last one. False when overtaken by another. */
  catchUp(): Promise<boolean>;
  /**
   * Reads on once more, in a moment. A message that comes at the instant at which presence is shown
   * may be put aside for later by the server, which then does not look there again.
   */
  lookAgain(): void;
  /**
   * After a session was resumed. A server may hand a session over while messages come, and pass
   * one that was still on its way to the old one after a later one: so we wait a moment, and sort.
   * Resolves when all is told.
   */
  settle(): Promise<void>;
  /** A message that came by itself; it waits while `catchUp` or `settle` is under way. */
  live(message: WireMessage): void;
  hasEarlier(contact: string): Promise<boolean>;
  loadEarlier(contact: string): Promise<Result<void, ConnectorError>>;
  /** Whether all that were served before are here again; until then, who is not known may be one of them. */
  readonly isRestored: boolean;
  /** Whether the archive has been read to its end since the session began, or there is none. */
  readonly isRead: boolean;
  /** Saves, a little later, how far we are. */
  save(): void;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
}
