import { ns } from './namespaces.ts';
import { safeAddress } from './safe-address.ts';

/** A place for one file. */
export interface Slot {
  /** Where it is put. */
  readonly put: string;
  readonly headers: Headers;
  /** Where others fetch it. */
  readonly get: string;
}

/** The only headers that a service may ask for (XEP-0363, 5). */
const allowed = ['authorization', 'cookie', 'expires'];

const child = (element: Element | undefined, name: string): Element | undefined =>
  [...(element?.children ?? [])].find(
    (each) => each.localName === name && each.namespaceURI === ns.upload,
  );

const headersOf = (put: Element): Headers | undefined => {
  const headers = new Headers();
  for (const each of put.children) {
    const name = each.getAttribute('name')?.replace(/[\r\n]/g, '') ?? '';
    if (each.localName !== 'header' || !allowed.includes(name.toLowerCase())) continue;
    try {
      headers.set(name, (each.textContent ?? '').replace(/[\r\n]/g, ''));
    } catch {
      // Something that no header can hold: it was not meant well, or not for us.
      return undefined;
    }
  }
  return headers;
};

/**
 * Reads the answer to a request for a place. The service may be anybody's: both addresses must be
 * such that they may be asked, and nothing gets into the request but the three headers that may.
 * @param own our bare address
 * @returns undefined for whatever cannot be used
 */
export function readSlot(iq: Element, own: string): Slot | undefined {
  const slot = child(iq, 'slot');
  const put = child(slot, 'put');
  const target = safeAddress(put?.getAttribute('url') ?? '', own);
  const source = safeAddress(child(slot, 'get')?.getAttribute('url') ?? '', own);
  const headers = put && headersOf(put);
  return target && source && headers ? { put: target.href, headers, get: source.href } : undefined;
}
