import { Strophe } from 'strophe.js';
import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Account } from './address.ts';
import { ns } from './namespaces.ts';
import type { EarlySocket } from './open-early.ts';
import { type Mechanism, resumesInline, sasl2Mechanisms, signInSasl2 } from './sign-in-sasl2.ts';
import { toSignInError, toStreamError } from './to-connector-error.ts';
import { type SocketEvents, type StropheConnection, TrustedSocket } from './trusted-socket.ts';
import { xml } from './xml.ts';

/** What a server offers, which it is taken to do again: then nothing need wait for it to say so. */
export interface Offered {
  /** How it was signed in, */
  readonly mechanism: string;
  /** and whether by the Extensible SASL Profile (XEP-0388), */
  readonly isSasl2: boolean;
  /** in which it also takes up a session again. */
  readonly resumesInline: boolean;
  /** Whether the server can manage the stream (XEP-0198). */
  readonly canManage: boolean;
  /** Whether it wants to know when nobody looks (XEP-0352). */
  readonly hasClientState: boolean;
  /** Whether it insists on the `session` of RFC 3921, which RFC 6121 dropped. */
  readonly wantsSession: boolean;
}

/** A stream that is signed in but has no session yet: either resume one or bind. */
export interface OpenStream {
  /** Whether the server can manage the stream (XEP-0198). */
  readonly canManage: boolean;
  /** Whether it wants to know when nobody looks (XEP-0352); left out, it does not. */
  readonly hasClientState?: boolean;
  /** What the server said to a `resume` that went with the sign-in. */
  readonly resumed?: Element | undefined;
  /** Starts a fresh session; gives our full address. What is sent after it need not wait for that. */
  bind(): Promise<Result<string, ConnectorError>>;
  send(text: string): void;
  /** From now on every element goes to `listener`. */
  listen(listener: (element: Element) => void): void;
  /** Ends stream and session in order. */
  close(): void;
  /** Lets go of the socket alone: the server keeps the session for a while. */
  drop(): void;
  /** Milliseconds of silence that mean nothing yet, where the way there decides that. */
  readonly quiet?: number | undefined;
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
  /** Of the last stream: nothing waits for the server to offer it again. */
  readonly known?: Offered | undefined;
  /** Takes up a session again (XEP-0198), if that can be said while signing in. */
  readonly resume?: string | undefined;
  /** What to use in place of a new WebSocket to `service`, if it is still there. */
  readonly early?: Pick<EarlySocket, 'take'> | undefined;
  /** Milliseconds in which nothing need come although the link lives, where the way there decides that. */
  readonly quiet?: number;
  /** Told of what the server offers, for the next stream. */
  readonly onOffered?: (offered: Offered) => void;
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

/** The id of the question that begins a session; the only one before there is one. */
const bindId = 'bind';

/** Opens the socket and signs in, up to where a session is resumed or begun. */
export function openStream(options: StreamOptions): Promise<Result<OpenStream, OpenFailure>> {
  const { account, clock, known } = options;
  return new Promise((resolve) => {
    let opened = false;
    let over = false;
    let failure: OpenFailure | undefined;
    let bound: ((result: Result<string, ConnectorError>) => void) | undefined;
    let isSigningIn = false;
    let isBegun = false;
    let hasHeard = false;
    let isProven = false;
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
        // Over a socket that opened and stays silent something between may let nothing through.
        const kind = isBegun && !hasHeard ? 'socket' : 'timeout';
        cancel = clock.after(options.timeout, () => end({ kind }));
      }
    };

    // What it would log are its own states; what matters is reported as errors here.
    Strophe.setLogLevel(Strophe.LogLevel.FATAL);
    const connection: StropheConnection = new Strophe.Connection(
      options.service.href.replace(/^http/, 'ws'),
      {
        mechanisms,
        explicitResourceBinding: true,
      },
    );
    // Without SASL the library would fall back to XEP-0078, which sends the password as it is.
    connection.authenticate = (matched) => {
      if (isSigningIn) return;
      isSigningIn = true;
      const names = sasl2Mechanisms(socket.features);
      const extensible = matched.filter(
        (each) => (known?.isSasl2 || names.includes(each.mechname)) && each.test(connection),
      );
      const [best] = connection.sortMechanismsByPriority(extensible);
      // Over long polling a stream that does not begin anew leaves no question with the server.
      const isPolled = options.quiet !== undefined;
      if (best && !isPolled && (known?.isSasl2 ?? true)) extend(best);
      else if (!connection._attemptSASLAuth(matched)) end({ kind: 'no-safe-sign-in' });
    };
    const extend = (mechanism: Mechanism) => {
      const resume = known?.resumesInline ? options.resume : undefined;
      socket.deliver = signInSasl2({
        ...{ connection, mechanism, resume },
        send: (text) => socket.sendText(text),
        onSuccess: (resumed) => {
          isProven = true;
          // What it offers comes right behind, and is known already.
          if (known && resumed) ready(known, resumed);
        },
        onFeatures: (features) =>
          ready({
            ...readOffered(features, mechanism.mechname),
            ...{ isSasl2: true, resumesInline: resumesInline(socket.features) },
          }),
        onFailure: (condition) => refused(condition),
      });
    };
    const refused = (condition: string | undefined) => {
      // What it offered the last time it does no more: the next try asks first.
      if (known && condition !== 'not-authorized') return end({ kind: 'unreachable' });
      end(toSignInError(condition));
    };
    const events: SocketEvents = {
      heard: () => {
        hasHeard = true;
        progress();
        options.onHeard();
      },
      streamError: (condition) => {
        failure = toStreamError(condition);
      },
      notChat: () => end({ kind: 'not-a-chat-server' }),
      begun: () => {
        isBegun = true;
        progress();
        const mechanism = known && connection.mechanisms[known.mechanism];
        if (mechanism) connection.authenticate([mechanism]);
      },
      restarted: () => {
        if (known) ready(known);
      },
    };
    const socket = new TrustedSocket(connection, events, options.early);
    connection._proto = socket;

    const readOffered = (features: Element | null, mechanism: string): Offered => {
      const session = features?.getElementsByTagNameNS(ns.session, 'session')[0];
      return {
        ...{ mechanism, isSasl2: false, resumesInline: false },
        canManage: !!features?.getElementsByTagNameNS(ns.management, 'sm').length,
        hasClientState: !!features?.getElementsByTagNameNS(ns.clientState, 'csi').length,
        wantsSession: !!session && session.getElementsByTagName('optional').length === 0,
      };
    };

    const isBound = (element: Element): boolean => {
      if (!bound || element.localName !== 'iq' || element.id !== bindId) return false;
      const jid = element.getElementsByTagNameNS(ns.bind, 'jid')[0]?.textContent;
      const reason = element.getElementsByTagNameNS(ns.stanzaErrors, '*')[0]?.localName;
      cancel();
      if (jid) bound(ok(jid));
      else if (!reason || reason === 'conflict') bound(err({ kind: 'replaced' }));
      else bound(err({ kind: 'refused', reason }));
      bound = undefined;
      return true;
    };

    const stream = (offered: Offered, resumed: Element | undefined): OpenStream => ({
      resumed,
      ...{ canManage: offered.canManage, hasClientState: offered.hasClientState },
      quiet: options.quiet,
      bind: () =>
        new Promise((done) => {
          bound = done;
          progress();
          socket.sendText(
            xml`<iq xmlns="${ns.client}" type="set" id="${bindId}"><bind xmlns="${ns.bind}"><resource>${options.resource}</resource></bind></iq>`
              .xml,
          );
          if (offered.wantsSession) {
            socket.sendText(
              xml`<iq xmlns="${ns.client}" type="set" id="session"><session xmlns="${ns.session}"/></iq>`
                .xml,
            );
          }
        }),
      send: (text) => socket.sendText(text),
      listen: (listener) => {
        // The library's own tick, ten times a second, has nothing left to do.
        clearTimeout(connection._idleTimeout ?? undefined);
        socket.deliver = (element) => {
          if (!isBound(element)) listener(element);
        };
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

    const ready = (offered: Offered, resumed?: Element) => {
      if (opened) return;
      // The server has to have shown that it knows the password too (RFC 5802).
      if (!isProven && !connection.scram_keys) return end({ kind: 'no-safe-sign-in' });
      opened = true;
      cancel();
      options.onOffered?.(offered);
      resolve(ok(stream(offered, resumed)));
    };

    progress();
    connection.connect(
      `${account.bare}/${options.resource}`,
      options.password,
      (status, condition, element) => {
        switch (status) {
          case Status.BINDREQUIRED:
            return ready(
              readOffered(connection.features, connection._sasl_mechanism?.mechname ?? ''),
            );
          case Status.AUTHFAIL: {
            const reason = element?.firstElementChild?.localName ?? condition ?? undefined;
            return refused(reason);
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
