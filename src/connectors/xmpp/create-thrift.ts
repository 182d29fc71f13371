import { slowFrom } from '../../domain/link-quality.ts';
import type { Clock } from '../../shared/clock.ts';
import { buildReceipt } from './build-stanza.ts';
import { type ClientState, createClientState } from './create-client-state.ts';
import { createGathered, type Gathered } from './create-gathered.ts';
import type { WireMessage } from './wire-event.ts';
import type { Xml } from './xml.ts';

/** What thrift needs. */
export interface ThriftParts {
  readonly clock: Clock;
  readonly createId: () => string;
  /** False when there is no session. */
  readonly send: (stanza: Xml) => boolean;
  /** Whether bytes are dear, whatever the link says. */
  readonly isSparing: () => boolean;
  /** Tells, at once and from then on, whether the page is hidden; what it gives ends that. */
  readonly watchHidden?: ((listener: (isHidden: boolean) => void) => () => void) | undefined;
}

/** Keeps small what the desk says of itself. */
export interface Thrift {
  readonly gathered: Gathered;
  readonly clientState: ClientState;
  /** Says in a while that a message has come (XEP-0184), if its sender wants to know; once. */
  owe(message: WireMessage): void;
  /** The server has answered after `ms` milliseconds. */
  answered(ms: number): void;
  /** Heeds from now on whether the page is hidden, until `stop`. */
  start(): void;
  stop(): void;
}

/** How long the first of a gathering waits for others, in milliseconds; `long` where bytes are dear. */
export const gatherFor = { usual: 1000, long: 3000 };

/** Makes it; the page is not heeded before `start`. */
export function createThrift(parts: ThriftParts): Thrift {
  const { clock } = parts;
  let isSlow = false;
  let stop = () => {};
  const gathered = createGathered(clock, () =>
    isSlow || parts.isSparing() ? gatherFor.long : gatherFor.usual,
  );
  const clientState = createClientState(clock);
  return {
    gathered,
    clientState,
    owe: ({ source, direction, wantsReceipt, from, stanzaId }) => {
      if (source !== 'live' || direction !== 'in' || !wantsReceipt) return;
      gathered.add(`${from} ${stanzaId}`, () =>
        parts.send(buildReceipt(from, parts.createId(), stanzaId)),
      );
    },
    answered: (ms) => {
      isSlow = ms >= slowFrom;
    },
    start: () => {
      stop();
      const end = parts.watchHidden?.((isHidden) => {
        // A page that is hidden may be gone the next moment.
        if (isHidden) gathered.flush();
        clientState.setHidden(isHidden);
      });
      stop = end ?? (() => {});
    },
    stop: () => stop(),
  };
}
