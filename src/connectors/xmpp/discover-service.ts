import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { checkService } from './check-service.ts';

/** The part of `fetch` that is needed. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const relation = 'urn:xmpp:alt-connections:websocket';

/** Longer than any such document; read no further. */
const longest = 100_000;

const findLink = (document: unknown): string | undefined => {
  const links = (document as { links?: unknown } | null)?.links;
  if (!Array.isArray(links)) return undefined;
  const found: unknown = links.find((link) => link?.rel === relation);
  const href = (found as { href?: unknown } | undefined)?.href;
  return typeof href === 'string' ? href : undefined;
};

/**
 * Asks a host where its WebSocket is: `https://HOST/.well-known/host-meta.json`
 * (RFC 6415, XEP-0156). The document came over HTTPS, so that only a secure address counts.
 * @param host the part behind the `@` of the account
 * @param timeout milliseconds to wait for the answer
 * @returns the address; `unreachable` or `timeout` when nothing could be asked (a browser does not
 *   tell a missing host, a closed port and a bad certificate apart), `not-a-chat-server` when there
 *   is an answer that names no WebSocket
 */
export async function discoverService(
  host: string,
  fetch: Fetch,
  clock: Clock,
  timeout: number,
): Promise<Result<URL, ConnectorError>> {
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
    if (text.length > longest) return err({ kind: 'not-a-chat-server' });
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      return err({ kind: 'not-a-chat-server' });
    }
    const href = findLink(document);
    const checked = href === undefined ? undefined : checkService(href);
    if (!checked?.ok) return err({ kind: 'not-a-chat-server' });
    if (checked.value.protocol !== 'wss:') return err({ kind: 'insecure-address' });
    return ok(checked.value);
  } catch {
    return err({ kind: stop.signal.aborted ? 'timeout' : 'unreachable' });
  } finally {
    cancel();
  }
}
