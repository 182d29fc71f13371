import { parseStanza } from '../../../src/connectors/xmpp/parse-stanza.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';

export const own = 'agent@desk.example';
export const customer = 'ann@example.org';

/** Parses a stanza as it comes from the wire. */
export const read = (xml: string, account = own) => {
  const element = readFrame(xml);
  if (!element) throw new Error(`Not XML: ${xml}`);
  return parseStanza(element, account);
};

/** A message from the customer's phone; `inside` is XML. */
export const message = (inside: string, attributes = 'type="chat" id="m1"') =>
  `<message xmlns="jabber:client" from="${customer}/phone" to="${own}/desk" ${attributes}>${inside}</message>`;

/** What a server wraps around a copy or an archive entry. */
export const forwarded = (inner: string, stamp = '2026-11-22T03:00:00Z') =>
  `<forwarded xmlns="urn:xmpp:forward:0"><delay xmlns="urn:xmpp:delay" stamp="${stamp}"/>${inner}</forwarded>`;
