import type { Clock } from '../../shared/clock.ts';
import type { Link } from './link.ts';
import { xml } from './xml.ts';

const lastActivity = 'jabber:iq:last';

/** When the server began to run. */
export interface ServerStart {
  /** Epoch milliseconds; asked once a session. Undefined when it does not tell, or not now. */
  at(): Promise<number | undefined>;
  /** The session is a new one: it may be another server process. */
  forget(): void;
}

/**
 * Asks our host how long it has been up (XEP-0012, 4). What a server kept in its memory is no older than
 * that: a session that cannot be resumed may just have been away for too long.
 */
export function createServerStart(
  link: Pick<Link, 'request'>,
  host: string,
  clock: Clock,
): ServerStart {
  let known: number | undefined;
  let session = 0;
  return {
    at: async () => {
      if (known !== undefined) return known;
      const mine = session;
      const answer = await link.request('get', xml`<query xmlns="${lastActivity}"/>`, host);
      const found = answer.ok ? answer.value.getElementsByTagNameNS(lastActivity, 'query') : [];
      const seconds = found[0]?.getAttribute('seconds') ?? '';
      if (mine !== session || !/^\d{1,10}$/.test(seconds)) return undefined;
      known = clock.now() - Number(seconds) * 1000;
      return known;
    },
    forget: () => {
      session += 1;
      known = undefined;
    },
  };
}
