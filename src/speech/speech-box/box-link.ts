import type { Clock } from '../../shared/clock.ts';

/** What both protocols go over. */
export interface BoxLink {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  createSocket(url: URL): WebSocket;
}
