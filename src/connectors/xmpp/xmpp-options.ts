import type { Clock } from '../../shared/clock.ts';
import type { LanguageTag } from '../../shared/language.ts';
import type { Random } from '../../shared/random.ts';
import type { Fetch } from './discover-service.ts';
import type { LinkTimes } from './link.ts';
import type { EarlySocket } from './open-early.ts';
import type { XmppStore } from './xmpp-store.ts';

/** What it takes to work at a live desk. */
export interface XmppOptions {
  /** The agent's account, `name@host`. */
  readonly address: string;
  readonly password: string;
  /** `wss://…` (`ws://` to this computer only); left out, the host is asked where it is. */
  readonly service?: string;
  /** A socket to where the account's server was last time, if it is of use. */
  readonly early?: EarlySocket | undefined;
  /** How the agent is named; without it, the part before the `@`. */
  readonly agentName?: string;
  /** For customers whose language does not show. */
  readonly language: LanguageTag;
  /** "Address", the label of the fact that holds a customer's address. */
  readonly addressLabel: string;
  /** Whether customers are told that the agent types, and asked to tell; they are, if left out. */
  readonly showsTyping?: () => boolean;
  /** Tells, at once and from then on, whether the page is hidden; what it gives ends that. */
  readonly watchHidden?: (listener: (isHidden: boolean) => void) => () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly createId: () => string;
  /** Without one, nothing is remembered over a reload. */
  readonly store?: XmppStore;
  readonly fetch?: Fetch;
  readonly times?: Partial<LinkTimes>;
  /** Told of what is dropped, without anybody's words in it. */
  readonly log?: (line: string) => void;
}
