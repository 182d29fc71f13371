import { describe, expect, it } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import {
  connectorErrorKeys,
  describeConnectorError,
} from '../../src/session/describe-connector-error.ts';
import { checkSignIn, problemOf } from '../../src/sign-in/check-sign-in.ts';
import { chinese, english } from '../support/samples.ts';

const kinds = Object.keys(connectorErrorKeys) as readonly ConnectorError['kind'][];
const errorOf = (kind: ConnectorError['kind']): ConnectorError =>
  kind === 'refused' ? { kind, reason: 'not-allowed' } : { kind };

describe('the form', () => {
  it('lacks nothing with an account and a password', () => {
    expect(checkSignIn({ account: 'ada@example.org', password: ' ', service: '' })).toEqual([]);
  });

  it('names each field that is empty, in their order', () => {
    expect(checkSignIn({ account: '  ', password: '', service: '' })).toEqual([
      { field: 'account', message: 'signIn.missingAccount' },
      { field: 'password', message: 'signIn.missingPassword' },
    ]);
  });
});

describe('errors of the desk', () => {
  it('each have words of their own, which say what to do, in both languages', () => {
    for (const t of [english, chinese]) {
      const words = kinds.map((kind) => describeConnectorError(errorOf(kind), t));
      expect(new Set(words).size).toBe(kinds.length);
      expect(words.filter((text) => text.startsWith('connectorError'))).toEqual([]);
    }
  });

  it('never repeat what a server wrote', () => {
    const error: ConnectorError = { kind: 'refused', reason: '<b>call +1 900</b>' };
    expect(describeConnectorError(error, english)).not.toContain('900');
  });

  it.each([
    ['bad-account', 'account'],
    ['wrong-password', 'password'],
    ['bad-address', 'service'],
    ['insecure-address', 'service'],
    ['unreachable', undefined],
    ['certificate', undefined],
  ] as const)('%s is about the field %s', (kind, field) => {
    expect(problemOf({ kind }).field).toBe(field);
    expect(problemOf({ kind }).message).toBe(`connectorError.${kind}`);
  });
});
