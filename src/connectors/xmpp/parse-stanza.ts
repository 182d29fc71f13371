import type { Attachment } from '../../domain/message.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { bareAddress, hostOf } from './address.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { ns } from './namespaces.ts';
import { readAttachment } from './read-attachment.ts';
import type { ParseError, Source, WireEvent, WireMessage } from './wire-event.ts';
import { wordsBeside } from './words-beside.ts';

/** Ids come from outside and are kept and compared: none may be endless. */
const longestId = 256;

const child = (element: Element, name: string, namespace: string): Element | undefined => {
  for (const each of element.children) {
    if (each.localName === name && each.namespaceURI === namespace) return each;
  }
  return undefined;
};

const identifier = (value: string | null | undefined): string =>
  value && value.length <= longestId ? value : '';

/** A stamp counts only from our own server: any sender can write one. */
const delayOf = (element: Element, own: string): number | undefined => {
  const delay = child(element, 'delay', ns.delay);
  const from = bareAddress(delay?.getAttribute('from') ?? '');
  if (!delay || (from !== '' && from !== own && from !== hostOf(own))) return undefined;
  return stampOf(delay);
};

const stampOf = (delay: Element | undefined): number | undefined => {
  const at = Date.parse(delay?.getAttribute('stamp') ?? '');
  return Number.isFinite(at) ? at : undefined;
};

/** Only the id that our own archive gave; others may stand there (XEP-0359, security). */
const archiveIdOf = (message: Element, own: string): string | undefined => {
  for (const each of message.children) {
    const isId = each.localName === 'stanza-id' && each.namespaceURI === ns.stanzaId;
    if (isId && bareAddress(each.getAttribute('by') ?? '') === own) {
      return identifier(each.getAttribute('id')) || undefined;
    }
  }
  return undefined;
};

const languageOf = (message: Element, body: Element | undefined): string | undefined => {
  const value = body?.getAttribute('xml:lang') ?? message.getAttribute('xml:lang') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value) ? value : undefined;
};

interface Words {
  readonly body: Element | undefined;
  readonly text: string;
  readonly attachment?: Attachment;
}

/**
 * The body, or nothing. XHTML (XEP-0071) beside it is left alone: only plain text is shown. Clients
 * that send a file write its address into the body as well, which is no part of the words; where
 * there are no others, the file's name says more.
 */
const wordsOf = (message: Element, own: string): Words | undefined => {
  const body = child(message, 'body', message.namespaceURI ?? ns.client);
  const written = body?.textContent ?? '';
  const found = readAttachment(message, own);
  if (!found?.attachment) {
    const text = cleanText(written);
    const isWritten = text.trim() !== '' && text.trim() !== found?.address;
    const shown = isWritten ? text : cleanText(found?.address ?? '');
    return shown ? { body, text: shown } : undefined;
  }
  const { address, attachment } = found;
  const text = cleanText(wordsBeside(message, written, address));
  return text.trim() !== ''
    ? { body, text, attachment: { ...attachment, words: text } }
    : { body, text: attachment.name ?? address, attachment };
};

interface Sides {
  readonly direction: 'in' | 'out';
  readonly contact: string;
  readonly from: string;
}

const sidesOf = (message: Element, own: string): Sides | undefined => {
  const from = message.getAttribute('from') ?? '';
  const to = bareAddress(message.getAttribute('to') ?? '') || own;
  if (bareAddress(from) !== own) {
    // A message that is neither from nor to us has no place here, whoever forwards it.
    if (bareAddress(from) === '' || to !== own) return undefined;
    return { direction: 'in', contact: bareAddress(from), from };
  }
  return to === own ? undefined : { direction: 'out', contact: to, from };
};

const messageOf = (
  element: Element,
  own: string,
  source: Source,
  archiveId: string | undefined,
  at: number | undefined,
): WireMessage | undefined => {
  const sides = sidesOf(element, own);
  const words = wordsOf(element, own);
  const type = element.getAttribute('type');
  if (!sides || !words || type === 'error' || type === 'groupchat' || type === 'headline') {
    return undefined;
  }
  const stanzaId = identifier(element.getAttribute('id'));
  const originId = identifier(child(element, 'origin-id', ns.stanzaId)?.getAttribute('id'));
  const nick = cleanLine(child(element, 'nick', ns.nick)?.textContent ?? '', 60);
  return {
    kind: 'message',
    source,
    ...sides,
    id: originId || stanzaId,
    stanzaId,
    archiveId: archiveId ?? archiveIdOf(element, own),
    text: words.text,
    ...(words.attachment && { attachment: words.attachment }),
    at,
    language: languageOf(element, words.body),
    nick: nick || undefined,
    wantsReceipt: child(element, 'request', ns.receipts) !== undefined && stanzaId !== '',
  };
};

/** The message inside `<forwarded/>` (XEP-0297), with the stamp beside it. */
const forwardedIn = (
  wrapper: Element,
): { message: Element; at: number | undefined } | undefined => {
  const forwarded = child(wrapper, 'forwarded', ns.forward);
  const message = forwarded && child(forwarded, 'message', ns.client);
  return message && { message, at: stampOf(child(forwarded, 'delay', ns.delay)) };
};

/** "It has come" from the contact (XEP-0184); the id is empty when it names none. */
const receiptOf = (
  message: Element,
  own: string,
): { readonly contact: string; readonly id: string } | undefined => {
  const received = child(message, 'received', ns.receipts);
  const sides = received && sidesOf(message, own);
  if (!sides || sides.direction === 'out' || message.getAttribute('type') === 'error')
    return undefined;
  return { contact: sides.contact, id: identifier(received.getAttribute('id')) };
};

const parseArchived = (result: Element, own: string): Result<WireEvent, ParseError> => {
  const archiveId = identifier(result.getAttribute('id'));
  const inner = forwardedIn(result);
  if (!archiveId || !inner) return err({ kind: 'malformed' });
  const message = messageOf(inner.message, own, 'archive', archiveId, inner.at);
  const receipt = message ? undefined : receiptOf(inner.message, own);
  return ok({
    kind: 'archived',
    queryId: result.getAttribute('queryid') ?? '',
    archiveId,
    message,
    ...(receipt?.id && { receipt }),
  });
};

const parseDirect = (
  element: Element,
  own: string,
  source: Source,
  at: number | undefined,
): Result<WireEvent, ParseError> => {
  const type = element.getAttribute('type');
  if (type === 'groupchat' || type === 'headline') return err({ kind: 'unwanted' });
  const sides = sidesOf(element, own);
  if (!sides) return err({ kind: 'malformed' });
  if (type === 'error') {
    const reason = child(element, 'error', element.namespaceURI ?? ns.client)?.firstElementChild;
    const id = identifier(element.getAttribute('id'));
    const condition = reason?.localName.slice(0, 60) ?? 'undefined-condition';
    return ok({ kind: 'message-error', contact: sides.contact, id, condition });
  }
  const message = messageOf(element, own, source, undefined, at);
  if (message) return ok(message);
  if (sides.direction === 'out') return err({ kind: 'unknown' });
  const receipt = receiptOf(element, own);
  if (receipt) return receipt.id ? ok({ kind: 'receipt', ...receipt }) : err({ kind: 'malformed' });
  for (const each of element.children) {
    if (each.namespaceURI !== ns.chatStates) continue;
    const state = each.localName === 'composing' ? 'composing' : 'still';
    return ok({ kind: 'chat-state', contact: sides.contact, state });
  }
  return err({ kind: 'unknown' });
};

/**
 * Reads one `<message/>` from the wire. Nothing is trusted that the sender could have written:
 * copies (XEP-0280) and archive entries (XEP-0313) count only from our own account's address,
 * which no one else can put into `from`; stamps and archive ids only from our own server.
 * @param element the stanza, as the server sent it
 * @param own our bare address
 */
export function parseStanza(element: Element, own: string): Result<WireEvent, ParseError> {
  if (element.localName !== 'message' || element.namespaceURI !== ns.client) {
    return err({ kind: 'unknown' });
  }
  const from = element.getAttribute('from');
  // A bare address of ours, or none: RFC 6120 8.1.2.1, the account itself speaks.
  const isOwnAccount = from === null || from.toLowerCase() === own;
  const result = child(element, 'result', ns.archive);
  if (result) return isOwnAccount ? parseArchived(result, own) : err({ kind: 'forged' });
  const copy = child(element, 'received', ns.carbons) ?? child(element, 'sent', ns.carbons);
  if (copy) {
    if (!isOwnAccount) return err({ kind: 'forged' });
    const inner = forwardedIn(copy);
    return inner
      ? parseDirect(inner.message, own, 'carbon', delayOf(inner.message, own))
      : err({ kind: 'malformed' });
  }
  return parseDirect(element, own, 'live', delayOf(element, own));
}
