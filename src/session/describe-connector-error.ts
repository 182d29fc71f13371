import type { ConnectorError } from '../domain/connector-error.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';

/** What each error says: what is wrong, and what the agent can do. */
export const connectorErrorKeys = {
  'bad-address': 'connectorError.bad-address',
  'insecure-address': 'connectorError.insecure-address',
  'bad-account': 'connectorError.bad-account',
  unreachable: 'connectorError.unreachable',
  'not-a-chat-server': 'connectorError.not-a-chat-server',
  'web-page': 'connectorError.web-page',
  'blocked-socket': 'connectorError.blocked-socket',
  certificate: 'connectorError.certificate',
  'wrong-password': 'connectorError.wrong-password',
  'no-safe-sign-in': 'connectorError.no-safe-sign-in',
  replaced: 'connectorError.replaced',
  timeout: 'connectorError.timeout',
  'not-connected': 'connectorError.not-connected',
  'unknown-conversation': 'connectorError.unknown-conversation',
  'conversation-ended': 'connectorError.conversation-ended',
  'offer-gone': 'connectorError.offer-gone',
  'too-long': 'connectorError.too-long',
  'no-files': 'connectorError.no-files',
  'file-too-large': 'connectorError.file-too-large',
  refused: 'connectorError.refused',
} as const satisfies Record<ConnectorError['kind'], MessageKey>;

/** An error of the desk in the agent's language; a server's own words stay in the log. */
export const describeConnectorError = ({ kind }: ConnectorError, t: Translate): string =>
  t(connectorErrorKeys[kind]);
