import type { Clock } from '../../shared/clock.ts';
import { parseAccount } from './address.ts';
import { checkService, isPolled } from './check-service.ts';
import type { XmppStore } from './xmpp-store.ts';

/** What is used of a WebSocket, which something else may stand in for. */
export type SocketLike = Pick<WebSocket, 'readyState' | 'close'> & {
  onopen: (() => void) | null;
  onerror: ((event: Event) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onmessage: ((message: MessageEvent) => void) | null;
  send(text: string): void;
};

/** A socket that was opened before anybody signed in over it. */
export interface EarlySocket {
  readonly service: URL;
  readonly host: string;
  /** Whether it can still be taken; if not, it still tells where the server was. */
  readonly isThere: boolean;
  /** Hands it over with what came so far, once. `isOpen`: the stream's first words are sent. */
  take():
    | {
        readonly socket: SocketLike;
        readonly frames: readonly MessageEvent[];
        readonly isOpen: boolean;
      }
    | undefined;
  /** Lets go of it, unless it was taken. */
  close(): void;
}

/** Where a store keeps the address that an account's server was last reached at. */
export const serviceKey = (account: string): string => `xmpp:${account}:service`;

/** A server ends a stream that nobody signs in on; ejabberd's patience is 120 s. */
const longest = 110_000;

/** Opens a socket to where the account's server was last reached; undefined where that is not known. */
export async function openKnown(
  typed: string,
  store: XmppStore,
  clock: Clock,
): Promise<EarlySocket | undefined> {
  const account = parseAccount(typed);
  const kept = account.ok && (await store.get(serviceKey(account.value.bare)));
  return kept ? openEarly(kept, account.value.host, clock) : undefined;
}

/**
 * Opens a socket and begins a stream, which tells the server its own name and nothing of the agent:
 * three round trips (four with TLS) that are over when the password is typed.
 * For long polling nothing is opened.
 * @param kept the address, untrusted
 * @param host the part behind the `@` of the account
 */
export function openEarly(kept: string, host: string, clock: Clock): EarlySocket | undefined {
  const checked = checkService(kept);
  if (!checked.ok) return undefined;
  const service = checked.value;
  if (isPolled(service)) {
    return { service, host, isThere: false, take: () => undefined, close: () => {} };
  }
  const socket = new WebSocket(service.href, 'xmpp');
  const frames: MessageEvent[] = [];
  let isOver = false;
  const close = () => {
    if (isOver) return;
    isOver = true;
    cancel();
    socket.close();
  };
  const cancel = clock.after(longest, close);
  socket.onopen = () =>
    socket.send(`<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${host}" version="1.0"/>`);
  socket.onmessage = (frame) => frames.push(frame);
  socket.onclose = close;
  return {
    service,
    host,
    get isThere() {
      return !isOver;
    },
    take: () => {
      if (isOver) return undefined;
      isOver = true;
      cancel();
      return { socket: socket as SocketLike, frames, isOpen: socket.readyState === WebSocket.OPEN };
    },
    close,
  };
}
