import { keyOfDid } from './did-key.ts';
import { isObject, type JsonObject } from './digest.ts';

/** An organisation whose certificates the agent takes for good. */
export interface TrustedIssuer {
  /** Its key, as `did:key:z6Mk…`. */
  readonly id: string;
  /** What the agent calls it. */
  readonly name: string;
}

const kind = 'harebell-issuer';

/** What an organisation hands out, so that its certificates are trusted. */
export const issuerFile = ({ id, name }: TrustedIssuer): JsonObject => ({ kind, id, name });

/** Whether it calls itself such a file. */
export const isIssuerFile = (input: unknown): boolean => isObject(input) && input['kind'] === kind;

/** The issuer in such a file, or as it was kept; undefined where its key is none. */
export function readIssuer(input: unknown): TrustedIssuer | undefined {
  if (!isObject(input)) return undefined;
  const { id, name } = input;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const [did, called] = [id.trim(), name.trim()];
  return called !== '' && called.length <= 200 && keyOfDid(did)
    ? { id: did, name: called }
    : undefined;
}
