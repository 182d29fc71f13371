import type { Attachment } from '../../domain/message.ts';
import { cleanLine } from './clean-text.ts';
import { ns } from './namespaces.ts';
import { safeAddress } from './safe-address.ts';

const longestName = 80;

/** Files by how their names end; a sender need not tell the type. */
const endings: Readonly<Record<string, string>> = {
  '7z': 'application/x-7z-compressed',
  aac: 'audio/aac',
  avif: 'image/avif',
  bmp: 'image/bmp',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  flac: 'audio/flac',
  gif: 'image/gif',
  heic: 'image/heic',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  rar: 'application/vnd.rar',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wav: 'audio/wav',
  weba: 'audio/webm',
  webm: 'video/webm',
  webp: 'image/webp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** What a page is: its address is a link, and no file that a customer sends. */
const pages: readonly string[] = ['text/html', 'application/xhtml+xml'];

/** A picture is what the browser shows as one and nothing more; what may hold a script is a file. */
const kindOf = (mime: string): Pick<Attachment, 'kind'> => {
  if (mime.startsWith('audio/')) return {};
  return { kind: /^image\/(?!svg)/.test(mime) ? 'picture' : 'file' };
};

const find = (element: Element, namespace: string, name: string): Element | undefined =>
  element.getElementsByTagNameNS(namespace, name)[0];

/** The file's own name, made safe to show. */
function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return cleanLine(decodeURIComponent(last), longestName);
  } catch {
    return cleanLine(last, longestName);
  }
}

/** A number of a file's description; what cannot be is left out. */
const numberIn = (file: Element | undefined, name: string): number | undefined => {
  const text = file && find(file, ns.fileMetadata, name)?.textContent;
  const value = Number(text || Number.NaN);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

/**
 * The address that a message carries out of band (XEP-0066), as an attachment if it is a file that
 * may be fetched. What its sender says of it (XEP-0446, in XEP-0447) is taken along.
 * @param own our bare address: the desk's own server may be asked without TLS where the page may
 * @returns `address` as it was written, for showing it as text when it is nothing better
 */
export function readAttachment(
  message: Element,
  own: string,
): { readonly address: string; readonly attachment: Attachment | undefined } | undefined {
  const x = [...message.children].find((each) => each.namespaceURI === ns.outOfBand);
  const address = (x && find(x, ns.outOfBand, 'url')?.textContent?.trim()) || '';
  if (!address) return undefined;
  const url = safeAddress(address, own);
  const sharing = [...message.children].find((each) => each.namespaceURI === ns.fileSharing);
  const file = sharing && find(sharing, ns.fileMetadata, 'file');
  const told = file && find(file, ns.fileMetadata, 'media-type')?.textContent?.toLowerCase();
  const ending = url?.pathname.split('.').at(-1)?.toLowerCase() ?? '';
  const mime = told || (Object.hasOwn(endings, ending) ? endings[ending] : undefined);
  const isKnown = mime && /^(application|audio|image|text|video)\/[a-z0-9.+-]{1,80}$/.test(mime);
  if (!url || !isKnown || pages.includes(mime)) {
    return { address, attachment: undefined };
  }
  const given = file && find(file, ns.fileMetadata, 'name')?.textContent;
  const bytes = numberIn(file, 'size');
  const length = numberIn(file, 'length');
  return {
    address,
    attachment: {
      ...kindOf(mime),
      url: url.href,
      name: cleanLine(given ?? '', longestName) || nameIn(url) || url.host,
      mime,
      ...(bytes !== undefined && { bytes }),
      ...(length !== undefined && { seconds: length / 1000 }),
    },
  };
}
