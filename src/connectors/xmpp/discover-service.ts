import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { checkService } from './check-service.ts';

/** The part of `fetch` that is needed. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How each way is called in a host's document (XEP-0156), and what its addresses begin with. */
const ways = {
  socket: { relation: 'urn:xmpp:alt-connections:websocket', protocol: 'wss:' },
  polling: { relation: 'urn:xmpp:alt-connections:xbosh', protocol: 'https:' },
} as const;

/** Longer than any such document; read no further. */
const longest = 100_000;

const findLink = (document: unknown, relation: string): string | undefined => {
  const links = (document as { links?: unknown } | null)?.links;
  if (!Array.isArray(links)) return undefined;
  const found: unknown = links.find((link) => link?.rel === relation);
  const href = (found as { href?: unknown } | undefined)?.href;
  return typeof href === 'string' ? href : undefined;
};

/**
 * Asks a host where its WebSocket is, or where it takes long polling: `https://HOST/.well-known/host-meta.json`
 * (RFC 6415, XEP-0156). The document came over HTTPS, so that only a secure address counts.
 * @param host the part behind the `@` of the account
 * @param timeout milliseconds to wait for the answer
 * @param way which of the two
 * @returns the address; `unreachable` or `timeout` when nothing could be asked (a browser does not
 *   tell a missing host, a closed port and a bad certificate apart), `web-page` when a page came, which
 *   may be that of a network that wants a log-in first, `not-a-chat-server` when there
 *   is an answer that names none
 */
export async function discoverService(
  host: string,
  fetch: Fetch,
  clock: Clock,
  timeout: number,
  way: keyof typeof ways = 'socket',
): Promise<Result<URL, ConnectorError>> {
  const { relation, protocol } = ways[way];
  const stop = new AbortController();
  const cancel = clock.after(timeout, () => stop.abort());
  try {
    const answer = await fetch(`https://${host}/.well-known/host-meta.json`, {
      signal: stop.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!answer.ok) return err({ kind: 'not-a-chat-server' });
    const text = await answer.text();
    if (/^\s*<(!doctype|html)/i.test(text)) return err({ kind: 'web-page' });
    if (text.length > longest) return err({ kind: 'not-a-chat-server' });
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      return err({ kind: 'not-a-chat-server' });
    }
    const href = findLink(document, relation);
    const checked = href === undefined ? undefined : checkService(href);
    if (!checked?.ok) return err({ kind: 'not-a-chat-server' });
    if (/^(ws|http):$/.test(checked.value.protocol)) return err({ kind: 'insecure-address' });
    return checked.value.protocol === protocol
      ? ok(checked.value)
      : err({ kind: 'not-a-chat-server' });
  } catch {
    return err({ kind: stop.signal.aborted ? 'timeout' : 'unreachable' });
  } finally {
    cancel();
  }
}
