import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { Result } from '../../shared/result.ts';
import type { ClientState } from './create-client-state.ts';
import type { Gathered } from './create-gathered.ts';
import type { RequestError } from './create-questions.ts';
import type { OpenFailure, OpenStream } from './open-stream.ts';
import type { Xml } from './xml.ts';

/** Milliseconds; a slow link wants longer ones. */
export interface LinkTimes {
  /** Without progress while connecting. */
  readonly connect: number;
  /** Of silence before the server is asked for a sign of life, while an answer is waited for. */
  readonly ask: number;
  /** The same while nothing is; `ask`, if left out. */
  readonly quiet?: number;
  /** Of silence after which the socket is given up, and a round trip more; `ask` is in it. */
  readonly giveUp: number;
  /** For the answer to a question. */
  readonly answer: number;
}

/** Where the link stands. `up` means that what is sent is handed over. */
export type LinkState = 'down' | 'trying' | 'up';

/** What the link tells its owner. */
export interface LinkEvents {
  /** A message or presence. */
  onStanza(element: Element): void;
  /** The server has a message for good. */
  onTaken(messageId: string): void;
  /** The session goes on, all that came meanwhile has been told, and the server does not have it. */
  onLost(messageId: string): void;
  /**
   * A session began anew: show presence, ask for the archive, which tells what the last session got
   * through. The link is `up` when this has resolved; when the stream is lost
   * before that, the session is not resumed but begun once more.
   */
  onSession(): Promise<void>;
  /** The last session goes on; what came meanwhile follows. The link is `up` when this has resolved. */
  onResumed(): Promise<void>;
  onState(state: LinkState, error?: ConnectorError): void;
  /** The server was asked how far it is. */
  onAsked?(): void;
  /** It has answered, after `ms` milliseconds. */
  onAnswered?(ms: number): void;
}

/** Opens the socket and signs in. */
export type Open = (hooks: {
  /** Takes up the last session again, where that can be said while signing in. */
  readonly resume?: string | undefined;
  readonly onHeard: () => void;
  readonly onEnd: (error: ConnectorError | undefined) => void;
}) => Promise<Result<OpenStream, OpenFailure>>;

/** What a link is made of. */
export interface LinkParts {
  readonly open: Open;
  /** Says more about a socket that could not be opened. */
  readonly explain: () => Promise<ConnectorError>;
  readonly clock: Clock;
  readonly random: Random;
  readonly createId: () => string;
  readonly times: LinkTimes;
  readonly events: LinkEvents;
  /** Goes out with whatever is sent; our answers to how far we are go into it. */
  readonly gathered: Gathered;
  readonly clientState?: ClientState;
}

/** One lasting connection over many sockets. */
export interface Link {
  /** The first connection; later ones are made by the link itself. */
  start(): Promise<Result<void, ConnectorError>>;
  stop(): void;
  /** Hands a stanza to the stream; false, and nothing done, when there is none. */
  send(stanza: Xml, messageId?: string): boolean;
  /** Asks our account (`iq`), or `to`, and waits through a reconnection. */
  request(type: 'get' | 'set', body: Xml, to?: string): Promise<Result<Element, RequestError>>;
  readonly state: LinkState;
}
