import * as v from 'valibot';
import { err, ok, type Result } from '../shared/result.ts';
import { isSigned, type Signed } from './proof.ts';

const text = v.pipe(v.string(), v.maxLength(10_000));
const types = (name: string) =>
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.check((type) => [type].flat().includes(name)),
  );
const time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((value) => Date.parse(value)),
  // The standard's form allows a blank before the zone, which no browser reads.
  v.finite(),
);
const profile = v.looseObject({ id: text, name: text });
const identity = v.looseObject({ identityHash: text, salt: text });
const criterion = v.looseObject({
  id: text,
  name: text,
  valueMax: v.optional(text),
  requiredValue: v.optional(text),
});

const schema = v.looseObject({
  id: text,
  type: types('OpenBadgeCredential'),
  issuer: profile,
  validFrom: time,
  validUntil: v.optional(time),
  credentialSubject: v.looseObject({
    identifier: v.optional(v.array(identity), []),
    source: v.optional(profile),
    achievement: v.looseObject({
      name: text,
      description: text,
      criteria: v.looseObject({ narrative: text }),
      inLanguage: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-\w+)*$/))),
      specialization: v.optional(text),
      version: v.optional(text),
      resultDescription: v.optional(v.array(criterion), []),
    }),
    result: v.optional(v.array(v.looseObject({ resultDescription: text, value: text })), []),
  }),
  evidence: v.optional(v.array(v.looseObject({ name: text, narrative: text })), []),
});

/** A result of one part of the exam. */
export interface CertificateResult {
  readonly name: string;
  readonly value: string;
  /** The most that can be had, and what was needed, as far as they were told. */
  readonly of: string | undefined;
  readonly needed: string | undefined;
}

/** A certificate as far as it is shown; nothing of it is believed before its proof is checked. */
export interface Certificate {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly criteria: string;
  /** The language that it is written in and that was examined. */
  readonly language: string | undefined;
  readonly channel: string | undefined;
  readonly rubric: string | undefined;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly assessor: string | undefined;
  /** Epoch milliseconds, as the next. */
  readonly validFrom: number;
  readonly validUntil: number | undefined;
  readonly identities: readonly { readonly identityHash: string; readonly salt: string }[];
  readonly results: readonly CertificateResult[];
  readonly evidence: readonly { readonly name: string; readonly narrative: string }[];
  /** What was signed, as it came. */
  readonly signed: Signed;
}

/** Reads what may be a certificate; `unreadable` is anything else. */
export function readCertificate(
  input: unknown,
): Result<Certificate, { readonly kind: 'unreadable' }> {
  const read = v.safeParse(schema, input);
  if (!read.success || !isSigned(input)) return err({ kind: 'unreadable' });
  const { id, issuer, validFrom, validUntil, evidence, credentialSubject } = read.output;
  const { achievement, identifier, result, source } = credentialSubject;
  return ok({
    ...{ id, issuer, validFrom, validUntil, evidence },
    title: achievement.name,
    description: achievement.description,
    criteria: achievement.criteria.narrative,
    language: achievement.inLanguage,
    channel: achievement.specialization,
    rubric: achievement.version,
    assessor: source?.name,
    identities: identifier,
    results: result.flatMap(({ resultDescription, value }) => {
      const told = achievement.resultDescription.find((one) => one.id === resultDescription);
      return told ? { name: told.name, value, of: told.valueMax, needed: told.requiredValue } : [];
    }),
    signed: input,
  });
}
