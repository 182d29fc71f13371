/**
 * The counting of stream management (XEP-0198): what the server has, and what we have.
 * Pure bookkeeping; `create-link.ts` does the talking.
 */
export interface StreamManagement {
  /** Counts a stanza that came. */
  received(): void;
  /** The `h` of our answers: stanzas that came, modulo 2^32. */
  readonly handled: number;
  /** Keeps a stanza that is being sent until the server says that it has it. */
  sent(stanza: Sent): void;
  /** Takes the server's `h`; gives the stanzas that it newly has, oldest first. */
  acknowledged(h: number): readonly Sent[];
  /** Takes back the messages that the server has not confirmed; they do not count any more, */
  withdraw(): void;
  /** and their ids are told here, once. */
  takeLost(): readonly string[];
  /** What the server has not confirmed, oldest first. */
  readonly unacknowledged: readonly Sent[];
}

/** A stanza on its way. `messageId` only where somebody waits to hear of it. */
export interface Sent {
  readonly text: string;
  readonly messageId?: string;
}

const wrap = 2 ** 32;

/** Starts counting at a fresh session: both counters are 0 at `<enable/>` and `<enabled/>`. */
export function createStreamManagement(): StreamManagement {
  let handled = 0;
  let confirmed = 0;
  let waiting: Sent[] = [];
  const lost: string[] = [];
  return {
    received: () => {
      handled = (handled + 1) % wrap;
    },
    get handled() {
      return handled;
    },
    sent: (stanza) => {
      waiting.push(stanza);
    },
    acknowledged: (h) => {
      const news = (h - confirmed + wrap) % wrap;
      // More than was sent is the server's mistake; ending the stream would punish the agent.
      if (!Number.isInteger(h) || h < 0 || news > waiting.length) return [];
      confirmed = h;
      const taken = waiting.slice(0, news);
      waiting = waiting.slice(news);
      return taken;
    },
    withdraw: () => {
      lost.push(...waiting.flatMap(({ messageId }) => messageId ?? []));
      waiting = waiting.filter(({ messageId }) => messageId === undefined);
    },
    takeLost: () => lost.splice(0),
    get unacknowledged() {
      return waiting;
    },
  };
}
