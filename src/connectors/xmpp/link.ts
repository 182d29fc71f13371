import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { Result } from '../../shared/result.ts';
import type { RequestError } from './create-questions.ts';
import type { OpenFailure, OpenStream } from './open-stream.ts';
import type { Xml } from './xml.ts';

/** Milliseconds; a slow link wants longer ones. */
export interface LinkTimes {
  /** Without progress while connecting. */
  readonly connect: number;
  /** Of silence before the server is asked for a sign of life. */
  readonly ask: number;
  /** Of silence after which the socket is given up. */
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
  /**
   * A session began anew: show presence, ask for the archive, send again what the last session may
   * or may not have got through. The link is `up` when this has resolved; when the stream is lost
   * before that, the session is not resumed but begun once more.
   */
  onSession(): Promise<void>;
  /** The last session goes on; what came meanwhile follows. */
  onResumed(): void;
  onState(state: LinkState, error?: ConnectorError): void;
}

/** Opens the socket and signs in. */
export type Open = (hooks: {
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
}

/** One lasting connection over many sockets. */
export interface Link {
  /** The first connection; later ones are made by the link itself. */
  start(): Promise<Result<void, ConnectorError>>;
  stop(): void;
  /** Hands a stanza to the stream; false, and nothing done, when there is none. */
  send(stanza: Xml, messageId?: string): boolean;
  /** Asks the server (`iq`), and waits through a reconnection. */
  request(type: 'get' | 'set', body: Xml): Promise<Result<Element, RequestError>>;
  readonly state: LinkState;
}
