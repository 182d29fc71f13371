import type { ConnectorError } from '../../domain/connector-error.ts';

const signIn: Readonly<Record<string, ConnectorError>> = {
  'not-authorized': { kind: 'wrong-password' },
  'invalid-authzid': { kind: 'bad-account' },
  'malformed-request': { kind: 'wrong-password' },
  'invalid-mechanism': { kind: 'no-safe-sign-in' },
  'mechanism-too-weak': { kind: 'no-safe-sign-in' },
  'encryption-required': { kind: 'no-safe-sign-in' },
};

/** What a refused sign-in means (RFC 6120 6.5); without a condition the server's proof was wrong. */
export const toSignInError = (condition: string | undefined): ConnectorError =>
  condition === undefined
    ? { kind: 'no-safe-sign-in' }
    : (signIn[condition] ?? { kind: 'refused', reason: condition });

const stream: Readonly<Record<string, ConnectorError>> = {
  conflict: { kind: 'replaced' },
  'host-unknown': { kind: 'bad-account' },
  'host-gone': { kind: 'bad-account' },
  'connection-timeout': { kind: 'timeout' },
};

/** Why the server ended a stream (RFC 6120 4.9.3). */
export const toStreamError = (condition: string): ConnectorError =>
  stream[condition] ?? { kind: 'refused', reason: condition };

/**
 * Whether trying again by itself can help: not where the account is in use elsewhere (two desks
 * would throw each other out for ever) and not where the agent has to type something else.
 */
export const isFinal = (error: ConnectorError): boolean =>
  error.kind === 'replaced' ||
  error.kind === 'wrong-password' ||
  error.kind === 'bad-account' ||
  error.kind === 'no-safe-sign-in';
