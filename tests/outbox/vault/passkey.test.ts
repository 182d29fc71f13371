import { expect, test } from 'vitest';
import { findObstacle } from '../../../src/outbox/vault/passkey.ts';

const page = (isSecureContext: boolean, hostname: string, PublicKeyCredential?: unknown) =>
  findObstacle({ isSecureContext, location: { hostname }, PublicKeyCredential });
const there = class {};

test.each([
  ['https', true, 'desk.example.org', there, undefined],
  ['http on this computer', true, 'localhost', there, undefined],
  ['plain http', false, 'desk.example.org', undefined, 'insecure'],
  ['an address of numbers', true, '127.0.0.1', there, 'address'],
  ['an address of IPv6', true, '[::1]', there, 'address'],
  ['a name that begins with numbers', true, '163.com', there, undefined],
  ['a browser without passkeys', true, 'localhost', undefined, 'unsupported'],
] as const)('%s', (_, isSecure, hostname, credential, obstacle) => {
  expect(page(isSecure, hostname, credential)).toBe(obstacle);
});
