import type { Certificate } from './read-certificate.ts';
import { readRevocationList } from './revocation-list.ts';
import { isSubject } from './subject.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';
import { verifyProof } from './verify-proof.ts';

/** What a certificate is worth; `at` and `until` are epoch milliseconds. */
export type CertificateState =
  | { readonly kind: 'valid'; readonly until: number | undefined }
  | { readonly kind: 'tampered' }
  | { readonly kind: 'expired'; readonly at: number }
  | { readonly kind: 'not-yet-valid'; readonly at: number }
  | { readonly kind: 'unknown-issuer' }
  | { readonly kind: 'revoked'; readonly reason: string | undefined }
  | { readonly kind: 'other-subject' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cannot-check' };

/** What a certificate is held against. */
export interface VerifyOptions {
  /** Undefined where the page was not served over HTTPS. */
  readonly subtle: SubtleCrypto | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly issuers: readonly TrustedIssuer[];
  /** Revocation lists as they came; the newest of this issuer counts, if the issuer signed it. */
  readonly revocations: readonly unknown[];
  /** The name or address that it should belong to; left out, nobody is compared. */
  readonly subject?: string;
}

async function findRevoked(
  { id, issuer }: Certificate,
  { revocations, subtle }: VerifyOptions,
): Promise<{ readonly reason: string | undefined } | undefined> {
  const lists = await Promise.all(revocations.map((list) => readRevocationList(list, subtle)));
  const [newest] = lists
    .flatMap((list) => (typeof list === 'string' || list.issuer !== issuer.id ? [] : list))
    .sort((one, other) => other.issued - one.issued);
  const found = newest?.revoked.find((one) => one.id === id);
  return found && { reason: found.revocationReason };
}

/** Checks a certificate without a network; the gravest fault is told. */
export async function verifyCertificate(
  certificate: Certificate,
  options: VerifyOptions,
): Promise<CertificateState> {
  const { signed, issuer, validFrom, validUntil, identities } = certificate;
  const { subtle, now, issuers, subject } = options;
  const proof = await verifyProof(signed, issuer.id, subtle);
  if (proof === 'cannot-check' || !subtle) return { kind: 'cannot-check' };
  if (proof === 'bad') return { kind: 'tampered' };
  if (!issuers.some(({ id }) => id === issuer.id)) return { kind: 'unknown-issuer' };
  // Before all else that may be wrong with it: whoever asks for its owner must not be told "yes".
  if (subject !== undefined && !(await isSubject(subject, identities, subtle)))
    return { kind: 'other-subject' };
  const revoked = await findRevoked(certificate, options);
  if (revoked) return { kind: 'revoked', ...revoked };
  if (now < validFrom) return { kind: 'not-yet-valid', at: validFrom };
  if (validUntil !== undefined && now > validUntil) return { kind: 'expired', at: validUntil };
  return { kind: 'valid', until: validUntil };
}
