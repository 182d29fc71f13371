import type { ConnectorError } from '../../domain/connector-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Whether it is an address for long polling (XEP-0124) and not for a WebSocket. */
export const isPolled = ({ protocol }: URL): boolean => /^https?:$/.test(protocol);

/**
 * Checks an address of a WebSocket or, as `https:`, for long polling: encrypted ones to anywhere,
 * plain `ws:` and `http:` to this computer only, because a password and customers' words go over it.
 * @param typed what the agent typed or the host's own document names
 */
export function checkService(typed: string): Result<URL, ConnectorError> {
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return err({ kind: 'bad-address' });
  }
  const known = /^(ws|http)(s?):$/.exec(url.protocol);
  if (!known || url.username || url.password || url.hash) return err({ kind: 'bad-address' });
  if (!known[2] && !isLoopback(url.hostname)) return err({ kind: 'insecure-address' });
  return ok(url);
}
