import type { ConnectorError } from '../../domain/connector-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** `name@host`, in the form in which it is compared: lower case, without a resource. */
export interface Account {
  readonly bare: string;
  readonly name: string;
  readonly host: string;
}

/** `alice@example.org/phone` → `alice@example.org`; case does not count there (RFC 7622). */
export const bareAddress = (address: string): string =>
  (address.split('/', 1)[0] ?? '').toLowerCase();

/** `alice@example.org` → `example.org`. */
export const hostOf = (address: string): string => bareAddress(address).replace(/^[^@]*@/, '');

/** `alice@example.org` → `alice`; a bare host stays what it is. */
export const nameOf = (address: string): string => bareAddress(address).split('@', 1)[0] ?? '';

/** RFC 7622: what must not stand in the part before the `@`. */
const name = /^[^\s"&'/:<>@]+$/u;
const host = /^(?=.{1,255}$)[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/**
 * Reads what an agent typed as their account, such as `agent@example.org`.
 * An `xmpp:` in front and a resource behind are forgiven, spaces around too.
 */
export function parseAccount(typed: string): Result<Account, ConnectorError> {
  const bare = bareAddress(typed.trim().replace(/^xmpp:/i, ''));
  const parts = bare.split('@');
  const [local = '', domain = ''] = parts;
  if (parts.length !== 2 || !name.test(local) || !host.test(domain)) {
    return err({ kind: 'bad-account' });
  }
  return ok({ bare, name: local, host: domain });
}
