import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Fetch } from './discover-service.ts';

/** Longer than what a chat server says to those who come without a WebSocket. */
const longest = 10_000;

/**
 * Finds out more about a WebSocket that could not be opened, or over which nothing came, and about
 * long polling that was asked for and failed. A browser
 * says only that it failed: no host, closed port, bad certificate and "no WebSocket here" look the
 * same, on purpose. So the same address is asked as a web page:
 * - it tells of WebSockets, as ejabberd and Prosody do to any page: what is between breaks them;
 * - something answers, and was a chat server the last time: a network that shows its own page;
 * - something answers: the way is fine, but it is no chat server;
 * - nothing does, and the address is an encrypted one: the certificate is the likeliest reason,
 *   but it may be that nothing listens there (the sentence shown for `certificate` says both);
 * - nothing does, and the address is a plain one: nothing listens there.
 * @param wasThere whether the account was served there before
 */
export async function explainSocketFailure(
  service: URL,
  fetch: Fetch,
  clock: Clock,
  timeout: number,
  wasThere = false,
): Promise<ConnectorError> {
  const encrypted = /^(wss|https):$/.test(service.protocol);
  const page = `${encrypted ? 'https' : 'http'}://${service.host}`;
  const stop = new AbortController();
  const cancel = clock.after(timeout, () => stop.abort());
  const init: RequestInit = { credentials: 'omit', signal: stop.signal };
  try {
    const own = await fetch(`${page}${service.pathname}`, init).catch(() => undefined);
    const text = await own?.text().catch(() => undefined);
    if (
      service.protocol.startsWith('ws') &&
      text !== undefined &&
      text.length < longest &&
      /web\s?socket/i.test(text)
    ) {
      return { kind: 'blocked-socket' };
    }
    await fetch(`${page}/`, { ...init, mode: 'no-cors' });
    return { kind: wasThere ? 'web-page' : 'not-a-chat-server' };
  } catch {
    if (stop.signal.aborted) return { kind: 'timeout' };
    return { kind: encrypted ? 'certificate' : 'unreachable' };
  } finally {
    cancel();
  }
}
