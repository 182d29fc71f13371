import type { Clock } from '../../shared/clock.ts';
import { discoverService, type Fetch } from './discover-service.ts';

/** Where a server may take long polling. */
export interface PollingAddresses {
  /** What the account's host names. */
  readonly named: readonly URL[];
  /** Beside the WebSocket, where ejabberd and Prosody have it unless told otherwise. */
  readonly guessed: readonly URL[];
}

const usual = ['/bosh', '/http-bind'];

/**
 * Where to go when a WebSocket cannot be opened.
 * @param host the part behind the `@` of the account, which is asked
 * @param service the WebSocket's address
 * @param timeout milliseconds to wait for the host's answer
 */
export async function pollingAddresses(
  host: string,
  service: URL,
  fetch: Fetch,
  clock: Clock,
  timeout: number,
): Promise<PollingAddresses> {
  const found = await discoverService(host, fetch, clock, timeout, 'polling');
  const named = found.ok ? [found.value] : [];
  const guessed = usual
    .map((path) => new URL(path, service.href.replace(/^ws/, 'http')))
    .filter(({ href }) => href !== named[0]?.href);
  return { named, guessed };
}
