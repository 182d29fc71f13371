import * as v from 'valibot';
import { revocationsOf } from './credential.ts';
import type { JsonObject } from './digest.ts';
import { isSigned, type Signed } from './proof.ts';
import { isoTime } from './sign.ts';
import { verifyProof } from './verify-proof.ts';

/** A certificate that its issuer has taken back. */
export interface Revoked {
  readonly id: string;
  readonly revoked: true;
  readonly revocationReason?: string | undefined;
}

/** An issuer's list of what it has taken back, signed by it. */
export interface RevocationList {
  readonly issuer: string;
  /** Epoch milliseconds: the newest list counts. */
  readonly issued: number;
  readonly revoked: readonly Revoked[];
  readonly signed: Signed;
}

const type = '1EdTechRevocationList';

const schema = v.looseObject({
  type: v.literal(type),
  issuer: v.string(),
  issued: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.check((value) => Number.isFinite(Date.parse(value))),
  ),
  revokedCredentials: v.array(
    v.looseObject({
      id: v.string(),
      // Left out, it is meant: so 1EdTech's own validator reads it.
      revoked: v.optional(v.boolean(), true),
      revocationReason: v.optional(v.pipe(v.string(), v.maxLength(500))),
    }),
  ),
});

/** A list that is still to be signed. */
export const makeRevocationList = (
  issuer: string,
  revoked: readonly Revoked[],
  now: number,
): JsonObject => ({
  id: revocationsOf(issuer),
  type,
  issuer,
  issued: isoTime(now),
  revokedCredentials: [...revoked],
});

/** Whether it looks like a list at all. */
export const isRevocationList = (input: unknown): boolean => v.is(schema, input);

/** A list whose issuer has signed it; `bad` is anything else. */
export async function readRevocationList(
  input: unknown,
  subtle: SubtleCrypto | undefined,
): Promise<RevocationList | 'bad' | 'cannot-check'> {
  const read = v.safeParse(schema, input);
  if (!read.success || !isSigned(input)) return 'bad';
  const { issuer, issued, revokedCredentials } = read.output;
  const revoked = revokedCredentials.flatMap(({ id, revoked, revocationReason }) =>
    revoked ? [{ id, revoked, revocationReason }] : [],
  );
  const proof = await verifyProof(input, issuer, subtle);
  return proof === 'good' ? { issuer, issued: Date.parse(issued), revoked, signed: input } : proof;
}
