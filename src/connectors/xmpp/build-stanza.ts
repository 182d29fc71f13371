import type { AvailabilityStatus } from '../../domain/agent.ts';
import { stripControls } from './clean-text.ts';
import { ns } from './namespaces.ts';
import { type Xml, xml } from './xml.ts';

/** A file that others can fetch, and what is said of it. */
export interface SharedFile {
  readonly url: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly seconds?: number;
}

/** What is written: the words, and beneath them where the file is. */
const bodyWith = (words: string, file: SharedFile | undefined): string =>
  file ? `${words}${words && '\n'}${file.url}` : words;

/**
 * A file three times over, so that each program finds what it knows: out of band (XEP-0066), shared
 * (XEP-0447) with what is said of it (XEP-0446), and as text that may be left out (XEP-0428).
 */
const fileParts = (words: string, file: SharedFile): Xml => {
  // Code points are counted, not code units (XEP-0426).
  const start = [...words].length;
  const end = [...bodyWith(words, file)].length;
  const length =
    file.seconds !== undefined && xml`<length>${Math.round(file.seconds * 1000)}</length>`;
  return xml`<x xmlns="${ns.outOfBand}"><url>${file.url}</url></x><file-sharing xmlns="${ns.fileSharing}" disposition="inline"><file xmlns="${ns.fileMetadata}"><media-type>${file.mime}</media-type><name>${file.name}</name><size>${file.bytes}</size>${length || undefined}</file><sources><url-data xmlns="${ns.urlData}" target="${file.url}"/></sources></file-sharing><fallback xmlns="${ns.fallback}" for="${ns.fileSharing}"><body start="${start}" end="${end}"/></fallback>`;
};

/**
 * A chat message that asks for a receipt and says that we no longer type (XEP-0184, 0085, 0359).
 * @param file what goes with the text, or instead of it
 * @param showsTyping false: neither told nor, by its absence, asked for (XEP-0085 5.1)
 */
export const buildMessage = (
  to: string,
  id: string,
  text: string,
  language: string,
  file?: SharedFile,
  showsTyping = true,
): Xml => {
  const state = showsTyping && xml`<active xmlns="${ns.chatStates}"/>`;
  const words = file && !text.trim() ? '' : stripControls(text);
  return xml`<message xmlns="${ns.client}" to="${to}" id="${id}" type="chat" xml:lang="${language}"><body>${bodyWith(words, file)}</body>${file && fileParts(words, file)}${state || undefined}<request xmlns="${ns.receipts}"/><origin-id xmlns="${ns.stanzaId}" id="${id}"/></message>`;
};

/** "Your message has come" (XEP-0184). */
export const buildReceipt = (to: string, id: string, messageId: string): Xml =>
  xml`<message xmlns="${ns.client}" to="${to}" id="${id}" type="chat"><received xmlns="${ns.receipts}" id="${messageId}"/><store xmlns="urn:xmpp:hints"/></message>`;

/** Typing, paused, or gone for good (XEP-0085); nobody needs to keep it (XEP-0334). */
export const buildChatState = (to: string, state: 'composing' | 'paused' | 'gone'): Xml => {
  const element: Xml = { xml: `<${state} xmlns="${ns.chatStates}"/>` };
  return xml`<message xmlns="${ns.client}" to="${to}" type="chat">${element}<no-store xmlns="urn:xmpp:hints"/></message>`;
};

const shows: Readonly<Record<AvailabilityStatus, Xml>> = {
  available: xml`<presence xmlns="${ns.client}"/>`,
  busy: xml`<presence xmlns="${ns.client}"><show>dnd</show></presence>`,
  away: xml`<presence xmlns="${ns.client}"><show>away</show></presence>`,
  offline: xml`<presence xmlns="${ns.client}" type="unavailable"/>`,
};

/** What the server is told of the agent; `offline` leaves the stream open. */
export const buildPresence = (status: AvailabilityStatus): Xml => shows[status];

/** Asks for copies of what our other devices receive and send (XEP-0280). */
export const buildEnableCarbons = (): Xml => xml`<enable xmlns="${ns.carbons}"/>`;

/** A question that every server answers, if only with an error (XEP-0199). */
export const buildPing = (): Xml => xml`<ping xmlns="${ns.ping}"/>`;

/** Asks what there is at an address, or what it can do (XEP-0030). */
export const buildDisco = (about: 'items' | 'info'): Xml =>
  xml`<query xmlns="${about === 'items' ? ns.discoItems : ns.discoInfo}"/>`;

/** Asks for a place to put a file (XEP-0363). */
export const buildSlotRequest = (name: string, bytes: number, mime: string): Xml =>
  xml`<request xmlns="${ns.upload}" filename="${name}" size="${bytes}" content-type="${mime}"/>`;

/** Which part of the archive is asked for (XEP-0313, XEP-0059). */
export interface ArchivePage {
  readonly max: number;
  /** Only what was said with this contact. */
  readonly with?: string;
  /** After this entry, forwards. */
  readonly after?: string;
  /** Before this entry, backwards; empty for the newest page. */
  readonly before?: string;
}

const field = (name: string, value: string | undefined): Xml =>
  value === undefined ? { xml: '' } : xml`<field var="${name}"><value>${value}</value></field>`;

/** Asks for one page of the archive; its entries carry `queryId`. */
export const buildArchiveQuery = (queryId: string, page: ArchivePage): Xml =>
  xml`<query xmlns="${ns.archive}" queryid="${queryId}"><x xmlns="${ns.form}" type="submit"><field var="FORM_TYPE" type="hidden"><value>${ns.archive}</value></field>${field('with', page.with)}</x><set xmlns="${ns.result}"><max>${page.max}</max>${page.after === undefined ? undefined : xml`<after>${page.after}</after>`}${page.before === undefined ? undefined : xml`<before>${page.before}</before>`}</set></query>`;
