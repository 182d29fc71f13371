import { Strophe } from 'strophe.js';
import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Account } from './address.ts';
import { ns } from './namespaces.ts';
import { toSignInError, toStreamError } from './to-connector-error.ts';
import { type StropheConnection, TrustedSocket } from './trusted-socket.ts';

/** A stream that is signed in but has no session yet: either resume one or bind. */
export interface OpenStream {
  /** Whether the server can manage the stream (XEP-0198). */
  readonly canManage: boolean;
  /** Starts a fresh session; gives our full address. */
  bind(): Promise<Result<string, ConnectorError>>;
  send(text: string): void;
  /** From now on every element goes to `listener`. */
  listen(listener: (element: Element) => void): void;
  /** Ends stream and session in order. */
  close(): void;
  /** Lets go of the socket alone: the server keeps the session for a while. */
  drop(): void;
}

/** `socket` needs a second look: see `explain-socket-failure.ts`. */
export type OpenFailure = ConnectorError | { readonly kind: 'socket' };

/** What it takes to open a stream. */
export interface StreamOptions {
  readonly service: URL;
  readonly account: Account;
  readonly password: string;
  readonly resource: string;
  readonly clock: Clock;
  /** Milliseconds without any progress after which to give up. */
  readonly timeout: number;
  /** Called for whatever comes. */
  readonly onHeard: () => void;
  /** Called once when the stream is over, however it came to that; not before it was open. */
  readonly onEnd: (error: ConnectorError | undefined) => void;
}

/** SCRAM only, so that neither the password nor anything as good as it leaves this computer. */
const mechanisms = [
  Strophe.SASLSHA512,
  Strophe.SASLSHA256,
  Strophe.SASLSHA1,
] as unknown as NonNullable<
  NonNullable<ConstructorParameters<typeof Strophe.Connection>[1]>['mechanisms']
>;

const { Status } = Strophe;

/** Opens the socket and signs in, up to where a session is resumed or begun. */
export function openStream(options: StreamOptions): Promise<Result<OpenStream, OpenFailure>> {
  const { account, clock } = options;
  return new Promise((resolve) => {
    let opened = false;
    let over = false;
    let failure: OpenFailure | undefined;
    let bound: ((result: Result<string, ConnectorError>) => void) | undefined;
    let cancel = () => {};

    const end = (error: OpenFailure | undefined) => {
      if (over) return;
      over = true;
      cancel();
      const known = error?.kind === 'socket' ? undefined : (error as ConnectorError | undefined);
      bound?.(err(known ?? { kind: 'unreachable' }));
      if (opened) options.onEnd(known);
      else resolve(err(error ?? { kind: 'not-a-chat-server' }));
      connection._doDisconnect();
    };
    const progress = () => {
      cancel();
      if (!over && (!opened || bound)) {
        cancel = clock.after(options.timeout, () => end({ kind: 'timeout' }));
      }
    };

    // What it would log are its own states; what matters is reported as errors here.
    Strophe.setLogLevel(Strophe.LogLevel.FATAL);
    const connection: StropheConnection = new Strophe.Connection(options.service.href, {
      mechanisms,
      explicitResourceBinding: true,
    });
    // Without SASL the library would fall back to XEP-0078, which sends the password as it is.
    connection.authenticate = (matched) => {
      if (!connection._attemptSASLAuth(matched)) end({ kind: 'no-safe-sign-in' });
    };
    const socket = new TrustedSocket(connection, {
      heard: () => {
        progress();
        options.onHeard();
      },
      streamError: (condition) => {
        failure = toStreamError(condition);
      },
      notChat: () => end({ kind: 'not-a-chat-server' }),
    });
    connection._proto = socket;

    const stream = (): OpenStream => ({
      canManage: (connection.features?.getElementsByTagNameNS(ns.management, 'sm').length ?? 0) > 0,
      bind: () =>
        new Promise((done) => {
          bound = done;
          socket.deliver = undefined;
          progress();
          connection.bind();
        }),
      send: (text) => socket.sendText(text),
      listen: (listener) => {
        // The library's own tick, ten times a second, has nothing left to do.
        clearTimeout(connection._idleTimeout ?? undefined);
        socket.deliver = listener;
      },
      close: () => {
        over = true;
        socket.sendText('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>');
        connection._doDisconnect();
      },
      drop: () => {
        over = true;
        connection._doDisconnect();
      },
    });

    progress();
    connection.connect(
      `${account.bare}/${options.resource}`,
      options.password,
      (status, condition, element) => {
        switch (status) {
          case Status.BINDREQUIRED:
            // The server has to have shown that it knows the password too (RFC 5802).
            if (!connection.scram_keys) return end({ kind: 'no-safe-sign-in' });
            opened = true;
            cancel();
            return resolve(ok(stream()));
          case Status.CONNECTED:
            cancel();
            bound?.(ok(connection.jid));
            bound = undefined;
            return;
          case Status.AUTHFAIL: {
            const reason = element?.firstElementChild?.localName ?? condition ?? undefined;
            return end(opened ? { kind: 'replaced' } : toSignInError(reason));
          }
          case Status.CONNFAIL:
            if (condition === Strophe.ErrorCondition.NO_AUTH_MECH) {
              return end({ kind: 'no-safe-sign-in' });
            }
            return end(failure ?? { kind: 'socket' });
          case Status.DISCONNECTED:
            return end(failure);
        }
      },
    );
  });
}
