import type { WireMessage } from '../../../src/connectors/xmpp/wire-event.ts';

/** A message from Ann, as the parser gives it. */
export const wire = (text: string, rest: Partial<WireMessage> = {}): WireMessage => ({
  kind: 'message',
  source: 'live',
  direction: 'in',
  contact: 'ann@example.org',
  from: 'ann@example.org/phone',
  id: text,
  stanzaId: text,
  archiveId: undefined,
  text,
  at: 1000,
  language: undefined,
  nick: undefined,
  wantsReceipt: false,
  ...rest,
});
