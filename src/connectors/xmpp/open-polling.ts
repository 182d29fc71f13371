import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Random } from '../../shared/random.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Fetch } from './discover-service.ts';
import {
  type OpenFailure,
  type OpenStream,
  openStream,
  type StreamOptions,
} from './open-stream.ts';
import { createPollSocket, pollWait } from './poll-socket.ts';

/** A stream, and where it was opened. */
export interface Polled {
  readonly stream: OpenStream;
  readonly address: URL;
}

/** What it takes to open a stream by long polling. */
export interface PollingOptions extends Omit<StreamOptions, 'service' | 'early' | 'quiet'> {
  /** Where the server may be, the likeliest first. */
  readonly addresses: readonly URL[];
  readonly random: Random;
  readonly fetch: Fetch;
}

/** Milliseconds in which the answer to a question that was kept arrives for certain, on a link that is fit for use. */
const way = 2000;

/** Nothing there takes polls, or nothing is there at all. */
const isElsewhere = ({ kind }: ConnectorError | OpenFailure): boolean =>
  kind === 'socket' || kind === 'not-a-chat-server' || kind === 'timeout';

/** Opens a stream by long polling at the first address that takes it; else tells why the last did not. */
export async function openPolling(options: PollingOptions): Promise<Result<Polled, OpenFailure>> {
  const { addresses, random, fetch, ...rest } = options;
  let failure: OpenFailure = { kind: 'socket' };
  for (const address of addresses) {
    const parts = { address, host: rest.account.host, clock: rest.clock, random, fetch };
    const socket = createPollSocket(parts);
    const early = { take: () => ({ socket, frames: [], isOpen: false }) };
    const quiet = pollWait * 1000 + way;
    const opened = await openStream({ ...rest, service: address, early, quiet });
    if (opened.ok) return ok({ stream: opened.value, address });
    failure = opened.error;
    if (!isElsewhere(failure)) break;
  }
  return err(failure);
}
