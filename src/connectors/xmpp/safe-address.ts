import { hostOf } from './address.ts';

/** Longer addresses are no file's. */
export const longestAddress = 2048;

const isOwnHost = (host: string, own: string): boolean =>
  host === hostOf(own) || host.endsWith(`.${hostOf(own)}`);

/**
 * An address that a file may be fetched from or put to: over TLS, or at this computer or the desk's
 * own server, to which `upload.` in front of it belongs.
 * @param written as somebody outside wrote it
 * @param own our bare address
 */
export function safeAddress(written: string, own: string): URL | undefined {
  if (written.length > longestAddress || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isNear = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isSafe =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (isNear || isOwnHost(url.hostname, own)));
  // A name and a password there are only good for looking like another host.
  return isSafe && !url.username && !url.password ? url : undefined;
}
