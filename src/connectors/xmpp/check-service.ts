import type { ConnectorError } from '../../domain/connector-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/**
 * Checks an address of a WebSocket: `wss:` to anywhere, plain `ws:` to this computer only,
 * because a password and customers' words go over it.
 * @param typed what the agent typed or the host's own document names
 */
export function checkService(typed: string): Result<URL, ConnectorError> {
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return err({ kind: 'bad-address' });
  }
  const known = url.protocol === 'wss:' || url.protocol === 'ws:';
  if (!known || url.username || url.password || url.hash) return err({ kind: 'bad-address' });
  if (url.protocol === 'ws:' && !isLoopback(url.hostname)) return err({ kind: 'insecure-address' });
  return ok(url);
}
