import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Account } from './address.ts';
import { checkService, isPolled } from './check-service.ts';
import { discoverService, type Fetch } from './discover-service.ts';
import { explainSocketFailure } from './explain-socket-failure.ts';
import type { Open } from './link.ts';
import type { EarlySocket } from './open-early.ts';
import { type Offered, type OpenFailure, type OpenStream, openStream } from './open-stream.ts';
import { pollingAddresses } from './polling-addresses.ts';

/** What it takes to find a server and to open streams to it. */
export interface OpenerParts {
  readonly account: Result<Account, ConnectorError>;
  readonly password: string;
  readonly resource: string;
  /** What was typed; empty or left out, the host is asked. */
  readonly typed?: string | undefined;
  readonly early?: EarlySocket | undefined;
  /** Whether the account was served there before. */
  readonly wasThere: (service: URL) => Promise<boolean>;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  /** Milliseconds without any progress after which to give up. */
  readonly timeout: number;
  /** Told once when a stream is up by long polling, because no WebSocket could be opened. */
  readonly onPolling?: () => void;
}

/** Finds the server once, and opens one stream after the other to it. */
export interface Opener {
  find(): Promise<Result<URL, ConnectorError>>;
  readonly open: Open;
  /** Says more about a socket that could not be opened. */
  explain(): Promise<ConnectorError>;
  /** The last stream came up: the next one need not ask for what it offered. */
  cameUp(): void;
}

/** Attempts in a row that no WebSocket came of, before a desk that had one looks for another way. */
const patience = 2;

const isBlocked = (result: Result<OpenStream, OpenFailure>): boolean =>
  !result.ok && (result.error.kind === 'socket' || result.error.kind === 'timeout');

/**
 * Makes an opener; nothing happens before `find`. Where no WebSocket can be opened, though the web
 * server answers or the host names another address, streams go by long polling, and then to the end:
 * only the next sign-in tries a WebSocket again.
 */
export function createOpener(parts: OpenerParts): Opener {
  const { account, clock, early, fetch, random, timeout } = parts;
  let service: URL | undefined;
  let offered: Offered | undefined;
  let known: Offered | undefined;
  /** Where polls are taken, once they were. */
  let polling: URL | undefined;
  let isTold = false;
  /** Attempts since the last stream over a WebSocket; undefined before there was any. */
  let failed: number | undefined;
  let reason: ConnectorError | undefined;

  const look = async (): Promise<Result<URL, ConnectorError>> => {
    if (!account.ok) return account;
    const typed = parts.typed?.trim();
    if (typed) return checkService(typed);
    const { host } = account.value;
    const kept = early?.host === host ? early : undefined;
    if (kept?.isThere) return ok(kept.service);
    const found = await discoverService(host, fetch, clock, timeout);
    // What was opened too early and has closed since was there the last time.
    if (!found.ok && kept) return ok(kept.service);
    if (found.ok || found.error.kind !== 'not-a-chat-server') return found;
    const polls = await discoverService(host, fetch, clock, timeout, 'polling');
    return polls.ok ? polls : found;
  };

  const explain = async (): Promise<ConnectorError> =>
    service
      ? explainSocketFailure(service, fetch, clock, timeout, await parts.wasThere(service))
      : { kind: 'unreachable' };

  type Stream = Omit<Parameters<typeof openStream>[0], 'service' | 'early'>;

  const openSocket = async (at: URL, stream: Stream) => {
    const isSame = early?.service.href === at.href && early.host === stream.account.host;
    const isUsable = isSame && early.isThere;
    const opened = await openStream({ ...stream, service: at, ...(isUsable && { early }) });
    // A socket that lay idle may be dead without knowing.
    return isUsable && isBlocked(opened) ? openStream({ ...stream, service: at }) : opened;
  };

  const poll = async (addresses: readonly URL[], stream: Stream) => {
    const found = await import('./open-polling.ts').catch(() => undefined);
    if (!found) return err({ kind: 'unreachable' } as const);
    const opened = await found.openPolling({ ...stream, addresses, random, fetch });
    if (opened.ok) polling = opened.value.address;
    return opened.ok ? ok(opened.value.stream) : opened;
  };

  /** By long polling, where a WebSocket was refused; the failure itself where that is no way either. */
  const openElse = async (at: URL, stream: Stream, opened: Result<OpenStream, OpenFailure>) => {
    const [why, addresses] = await Promise.all([
      explain(),
      pollingAddresses(stream.account.host, at, fetch, clock, timeout),
    ]);
    reason = why;
    const answers = /^(blocked-socket|not-a-chat-server|web-page)$/.test(why.kind);
    const likely = answers ? [...addresses.named, ...addresses.guessed] : addresses.named;
    if (!likely.length) return opened;
    const polled = await poll(likely, stream);
    const noWay = /^(socket|timeout|unreachable|not-a-chat-server)$/;
    return !polled.ok && noWay.test(polled.error.kind) ? opened : polled;
  };

  return {
    find: async () => {
      const found = await look();
      service = found.ok ? found.value : undefined;
      polling = service && isPolled(service) ? service : undefined;
      isTold = polling !== undefined;
      failed = undefined;
      return found;
    },
    open: async (hooks) => {
      if (!account.ok || !service) return err({ kind: 'bad-address' });
      const { password, resource } = parts;
      const stream = {
        ...{ account: account.value, password, resource, clock, timeout, known, ...hooks },
        onOffered: (now: Offered) => {
          offered = now;
        },
      };
      // A server that does otherwise by now is asked first on the next try.
      known = undefined;
      reason = undefined;
      if (polling) return poll([polling], stream);
      const opened = await openSocket(service, stream);
      if (!isBlocked(opened)) return opened;
      failed = (failed ?? patience) + 1;
      // A link that came and went is likelier to be gone for a while than to be let through no more.
      return failed < patience
        ? opened
        : openElse(service, { ...stream, known: undefined }, opened);
    },
    explain: async () => reason ?? explain(),
    cameUp: () => {
      known = offered;
      failed = 0;
      if (!polling || isTold) return;
      isTold = true;
      parts.onPolling?.();
    },
  };
}
