import { describe, expect, test } from 'vitest';
import { bareAddress, hostOf, nameOf, parseAccount } from '../../../src/connectors/xmpp/address.ts';

describe('an account', () => {
  test.each([
    ['agent@example.org', 'agent@example.org'],
    ['  Agent@Example.ORG ', 'agent@example.org'],
    ['xmpp:agent@example.org', 'agent@example.org'],
    ['agent@example.org/desk', 'agent@example.org'],
    ['王@例子.中国', '王@例子.中国'],
    ['a.b-c_d@localhost', 'a.b-c_d@localhost'],
  ])('%s is %s', (typed, bare) => {
    expect(parseAccount(typed)).toMatchObject({ ok: true, value: { bare } });
  });

  test.each([
    '',
    'agent',
    '@example.org',
    'agent@',
    'a@b@c',
    'agent @example.org',
    'a<b@example.org',
    'agent@exa mple.org',
    'agent@-example.org',
    'agent@example.org:5222',
    `agent@${'h'.repeat(300)}`,
  ])('"%s" is none', (typed) => {
    expect(parseAccount(typed)).toEqual({ ok: false, error: { kind: 'bad-account' } });
  });
});

test('parts of an address', () => {
  expect(bareAddress('Ann@Example.org/Phone/2')).toBe('ann@example.org');
  expect(hostOf('ann@example.org/phone')).toBe('example.org');
  expect(hostOf('example.org')).toBe('example.org');
  expect(nameOf('Ann@example.org/phone')).toBe('ann');
  expect(nameOf('example.org')).toBe('example.org');
});
