import { languageName } from '../domain/describe-offer.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';
import type { JsonObject } from './digest.ts';
import type { ExamRecord } from './exam-record.ts';
import { isoTime } from './sign.ts';
import type { HashedIdentity } from './subject.ts';

/** The vocabularies that a certificate is written in, in the order that they have to stand in. */
export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  // Only here is the kind of `credentialStatus` known.
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const;

/** What a certificate says beside the record. */
export interface CredentialOptions {
  /** A URI of its own, such as `urn:uuid:…`. */
  readonly id: string;
  /** The organisation: its `did:key` and its name. */
  readonly issuer: { readonly id: string; readonly name: string };
  /** Who judged: a person's name. The organisation if left out. */
  readonly assessor?: { readonly id: string; readonly name: string };
  readonly identities: readonly HashedIdentity[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** How many years it holds. */
  readonly years: number;
  /** Sentences in the record's language, in which the certificate is written. */
  readonly t: Translate;
}

/** The address of an issuer's revocation list where it has none on the network. */
export const revocationsOf = (issuer: string): string => `${issuer}#revocations`;

function later(now: number, years: number): number {
  const date = new Date(now);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

const noon = (day: string): string => `${day}T12:00:00Z`;

/**
 * An Open Badges 3.0 credential that is still to be signed. Nothing of the learner but a hash goes
 * into it, and neither times nor accommodations: the record knows none.
 */
export function makeCredential(record: ExamRecord, options: CredentialOptions): JsonObject {
  const { id, issuer, assessor, identities, now, years, t } = options;
  const set = record.set as 'levels-1-2';
  const achievement = `urn:x-harebell:exam:${set}:${record.language}:rubric-${record.rubricVersion}`;
  const name = t('credential.name', {
    exam: t(`credential.set.${set}`),
    language: languageName(record.language, t),
  });
  const titleOf = (scenario: string) => t(`scenarios.${scenario}` as MessageKey);
  const criticals = record.scenarios.flatMap(
    ({ attempts, counted }) => attempts[counted]?.criticals ?? [],
  );
  const scale = { valueMin: '0', valueMax: '100' };
  const results = [
    {
      ...{ part: 'points', name: t('credential.points'), resultType: 'RawScore', ...scale },
      ...{ requiredValue: `${record.pass}`, value: `${record.points}` },
    },
    ...record.dimensions.map(({ dimension, percent }) => ({
      part: dimension,
      name: t(`assessment.dimension.${dimension}` as MessageKey),
      resultType: 'Percent',
      ...scale,
      value: `${percent}`,
    })),
    {
      ...{ part: 'critical-errors', name: t('credential.criticals'), resultType: 'RawScore' },
      ...{ valueMin: '0', requiredValue: '0', value: `${criticals.length}` },
    },
  ];
  return {
    '@context': [...contexts],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom: isoTime(now),
    validUntil: isoTime(later(now, years)),
    awardedDate: isoTime(now),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [...identities],
      // By day; noon because the vocabulary asks for a time.
      activityStartDate: noon(record.from),
      activityEndDate: noon(record.to),
      source: { type: ['Profile'], ...(assessor ?? issuer) },
      achievement: {
        id: achievement,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name,
        description: t('credential.description'),
        criteria: {
          narrative: t('credential.criteria', {
            ...{ pass: record.pass, tries: record.tries, days: record.days },
            ...{ rubric: record.rubricVersion, scenarios: record.scenarios.length },
          }),
        },
        inLanguage: record.language,
        specialization: t('credential.channel'),
        version: t('credential.rubric', { version: record.rubricVersion }),
        tag: record.levels.map((level) => `level-${level}`),
        resultDescription: results.map(({ part, value: _, ...described }) => ({
          id: `${achievement}:${part}`,
          type: ['ResultDescription'],
          ...described,
        })),
      },
      result: results.map(({ part, value }) => ({
        type: ['Result'],
        resultDescription: `${achievement}:${part}`,
        value,
      })),
    },
    evidence: record.scenarios.map(({ id: scenario, attempts, counted }) => ({
      id: `urn:x-harebell:scenario:${scenario}`,
      type: ['Evidence'],
      name: titleOf(scenario),
      narrative: t('credential.evidence', {
        points: attempts[counted]?.points ?? 0,
        day: attempts[counted]?.day ?? '',
        attempt: counted + 1,
      }),
    })),
    credentialStatus: { id: revocationsOf(issuer.id), type: '1EdTechRevocationList' },
  };
}
