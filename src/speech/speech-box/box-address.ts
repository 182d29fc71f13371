import type { SoundPlace } from '../engine.ts';

/** A speech box's address, understood. */
export interface BoxAddress {
  /** Recordings by HTTP, or live words by WebSocket. */
  readonly protocol: 'recordings' | 'live';
  /** Where requests go. */
  readonly url: URL;
  /** The model that is asked for, where the address names one behind a `#`. */
  readonly model?: string;
}

const path = '/v1/audio/transcriptions';

/** The path of recordings: an address may end at the server, at its `/v1`, or be the whole. */
function recordingsPath(given: string): string {
  const bare = given.replace(/\/+$/, '');
  if (/\/(transcriptions|inference)$/.test(bare)) return bare;
  return bare.endsWith('/v1') ? bare + path.slice(3) : bare + path;
}

/**
 * Reads what an agent typed: `https://box:8000`, `http://localhost:8000/v1#model`, `wss://box:2700`.
 * @returns undefined if it is no such address
 */
export function parseBoxAddress(typed: string): BoxAddress | undefined {
  const text = typed.trim();
  if (!/^(https?|wss?):\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // A name or password in an address would be shown, exported, and refused by fetch.
  if (url.username || url.password) return undefined;
  const model = decodeModel(url.hash.slice(1));
  url.hash = '';
  if (url.protocol.startsWith('ws')) return { protocol: 'live', url };
  url.pathname = recordingsPath(url.pathname);
  return { protocol: 'recordings', url, ...(model && { model }) };
}

function decodeModel(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether the address is this computer's own, where a page may go without encryption. */
export const isThisComputer = ({ hostname }: Pick<URL, 'hostname'>): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');

/**
 * Whether a browser lets a page go there: from https to plain http or ws only on this computer
 * (mixed content, https://www.w3.org/TR/mixed-content/).
 * @param page the page's own protocol, `https:`
 */
export const isReachable = ({ url }: BoxAddress, page: string): boolean =>
  page !== 'https:' || /^(https|wss):$/.test(url.protocol) || isThisComputer(url);

/** Addresses that are never the internet's: RFC 1918, 3927, 4193, 4291, and names without it. */
const ownNumbers =
  /^(10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|\[f[cd].*|\[fe80:.*)$/;
const ownNames = /^[^.:]+$|\.(local|lan|home\.arpa|internal)$/;

/** Where sound goes that is sent to an address; a name of the internet may stand for either. */
export function placeOf({ url }: BoxAddress): SoundPlace {
  if (isThisComputer(url)) return 'device';
  const { hostname } = url;
  return ownNumbers.test(hostname) || ownNames.test(hostname) ? 'network' : 'unknown';
}
