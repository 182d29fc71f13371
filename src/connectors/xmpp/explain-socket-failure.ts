import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Fetch } from './discover-service.ts';

/**
 * Finds out more about a WebSocket that could not be opened. A browser says only that it failed:
 * no host, closed port, bad certificate and "no WebSocket here" look the same, on purpose. So the
 * same host and port is asked for a web page, whose content is not looked at:
 * - it answers: the way is fine, but it is no chat server;
 * - it does not, and the address is an encrypted one: the certificate is the likeliest reason,
 *   but it may be that nothing listens there (the sentence shown for `certificate` says both);
 * - it does not, and the address is a plain one: nothing listens there.
 */
export async function explainSocketFailure(
  service: URL,
  fetch: Fetch,
  clock: Clock,
  timeout: number,
): Promise<ConnectorError> {
  const encrypted = service.protocol === 'wss:';
  const page = `${encrypted ? 'https' : 'http'}://${service.host}/`;
  const stop = new AbortController();
  const cancel = clock.after(timeout, () => stop.abort());
  try {
    await fetch(page, { mode: 'no-cors', credentials: 'omit', signal: stop.signal });
    return { kind: 'not-a-chat-server' };
  } catch {
    if (stop.signal.aborted) return { kind: 'timeout' };
    return { kind: encrypted ? 'certificate' : 'unreachable' };
  } finally {
    cancel();
  }
}
