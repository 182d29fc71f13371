import type { ConnectorError } from '../domain/connector-error.ts';
import type { DeliveryFailure } from '../domain/message.ts';

/** `wait` and `unsure` say nothing about the message: it stays, and goes when there is a link. */
const outcomes = {
  'not-connected': 'wait',
  unreachable: 'wait',
  'not-a-chat-server': 'wait',
  'web-page': 'wait',
  'blocked-socket': 'wait',
  certificate: 'wait',
  'bad-address': 'wait',
  'insecure-address': 'wait',
  'wrong-password': 'wait',
  'no-safe-sign-in': 'wait',
  replaced: 'wait',
  // It may have arrived.
  timeout: 'unsure',
  'too-long': 'too-long',
  'no-files': 'no-files',
  'file-too-large': 'too-long',
  'conversation-ended': 'conversation-ended',
  'unknown-conversation': 'conversation-ended',
  'offer-gone': 'conversation-ended',
  'bad-account': 'refused',
  refused: 'refused',
} as const satisfies Record<ConnectorError['kind'], DeliveryFailure | 'wait' | 'unsure'>;

/** What an error of the connector means for the message that was being sent. */
export const toDeliveryFailure = (error: ConnectorError): DeliveryFailure | 'wait' | 'unsure' =>
  outcomes[error.kind];
