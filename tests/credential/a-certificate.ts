import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import { makeCredential } from '../../src/credential/credential.ts';
import { didOfKey } from '../../src/credential/did-key.ts';
import { examProgress } from '../../src/credential/exam-progress.ts';
import { type ExamRecord, makeExamRecord } from '../../src/credential/exam-record.ts';
import { type ExamSet, examSets } from '../../src/credential/exam-set.ts';
import type { Signed } from '../../src/credential/proof.ts';
import { type Signer, signDocument } from '../../src/credential/sign.ts';
import { hashIdentity } from '../../src/credential/subject.ts';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { createId } from '../../src/shared/id.ts';
import { aReport } from '../practice/a-report.ts';
import { noon } from '../support/samples.ts';

export const { subtle } = crypto;
/** A day in milliseconds. */
export const oneDay = 24 * 60 * 60_000;
/** A built-in set by its id. */
export const setOf = (id: ExamSet['id']): ExamSet => {
  const found = examSets.find((set) => set.id === id);
  if (!found) throw new Error(`There is no set "${id}".`);
  return found;
};

/** An exam run that passed, with something in it that must never travel. */
export const anExamRun = (
  scenarioId: string,
  patch: Partial<RunRecord> & { language?: string; startedAt?: number } = {},
): RunRecord => {
  const { language = 'en', startedAt = noon, ...rest } = patch;
  return {
    id: createId(),
    mode: 'exam',
    report: aReport({ scenarioId, language, startedAt, endedAt: startedAt + 123_456 }),
    points: 90,
    open: 0,
    verdict: 'met',
    dimensions: [
      { dimension: 'resolution', of: 60, points: 60, open: 0 },
      { dimension: 'empathy', of: 40, points: 30, open: 0 },
    ],
    criticals: [],
    rubricVersion: 1,
    comments: [{ text: 'Uses a switch.' }],
    ...rest,
  };
};

/** What passes a set: one run of each of its scenarios. */
export const runsOf = (set: ExamSet, language = 'en'): RunRecord[] =>
  set.scenarios.map((id) => anExamRun(id, { language }));

/** How far these runs go. */
export const progressOf = (set: ExamSet, runs: readonly RunRecord[], language = 'en') =>
  examProgress(set, runs, { language, rubricVersion: 1, now: noon + 1000 });

/** The record of a passed set. */
export async function aRecord(
  language = 'en',
  set: ExamSet = setOf('level-3'),
): Promise<ExamRecord> {
  const record = await makeExamRecord(progressOf(set, runsOf(set, language), language), subtle);
  if (!record) throw new Error('The exam was not passed.');
  return record;
}

/** An organisation with a new key. */
export async function aSigner(): Promise<Signer> {
  const pair = (await subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  return { did: didOfKey(raw), key: pair.privateKey, subtle };
}

/** The name of the organisation in the tests. */
export const organisation = 'Haus der Stimmen';
export const subject = 'Lin.Wei@example.org';

/** Signs a certificate for {@link subject}, valid for two years. */
export async function aCertificate(
  signer: Signer,
  language = 'en',
  now: number = noon,
): Promise<Signed> {
  const credential = makeCredential(await aRecord(language), {
    id: 'urn:uuid:5f6f2a57-6a3c-4f2c-9f0e-1f2d3c4b5a69',
    issuer: { id: signer.did, name: organisation },
    assessor: { id: 'urn:uuid:0f0c9c1e-52fd-4f7e-9a51-3f7e0f1a2b3c', name: 'Ada Mentor' },
    identities: [await hashIdentity(subject, 'pepper', subtle)],
    now,
    years: 2,
    t: language === 'zh' ? createTranslator('zh-CN', zh) : createTranslator('en', en),
  });
  return signDocument(credential, signer, now);
}

/** Each leaf of a JSON value: how to get there, and the value. */
export function leavesOf(value: unknown, path: readonly string[] = []): [string[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[[...path], value]];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

/** A copy of a JSON value with another leaf. */
export function withLeaf(value: unknown, path: readonly string[], leaf: unknown): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = leaf;
  return copy;
}
