import type { ConnectorError } from '../domain/connector-error.ts';
import { connectorErrorKeys } from '../session/describe-connector-error.ts';
import type { MessageKey } from '../shared/translate.ts';

/** The fields of the form, by the names of their inputs. */
export type SignInField = 'account' | 'password' | 'service';

/** What was typed. The password is kept exactly as it is: spaces may belong to it. */
export type SignInValues = Readonly<Record<SignInField, string>>;

/** Something to mend: what to say, and at which field, if it is about one. */
export interface SignInProblem {
  readonly field?: SignInField;
  readonly message: MessageKey;
}

/** What is missing before a server need be asked. */
export const checkSignIn = ({ account, password }: SignInValues): readonly SignInProblem[] => [
  ...(account.trim() ? [] : [{ field: 'account', message: 'signIn.missingAccount' } as const]),
  ...(password ? [] : [{ field: 'password', message: 'signIn.missingPassword' } as const]),
];

const fields: Partial<Record<ConnectorError['kind'], SignInField>> = {
  'bad-account': 'account',
  'wrong-password': 'password',
  'bad-address': 'service',
  'insecure-address': 'service',
};

/** A refused sign-in as something to mend in the form. */
export function problemOf({ kind }: ConnectorError): SignInProblem {
  const field = fields[kind];
  return { message: connectorErrorKeys[kind], ...(field && { field }) };
}
