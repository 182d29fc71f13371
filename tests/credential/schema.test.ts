import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { proofOf } from '../../src/credential/proof.ts';
import { aCertificate, aSigner, leavesOf, subject, withLeaf } from './a-certificate.ts';
import schema from './open-badges-3.schema.json' with { type: 'json' };

const validator = () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats(ajv);
  return ajv.compile(schema);
};

test.each(['en', 'zh'])('a certificate in %s is an Open Badge 3.0', async (language) => {
  const validate = validator();
  validate(await aCertificate(await aSigner(), language));
  expect(validate.errors).toBeNull();
});

test.each([
  [['@context', '0'], 'https://www.w3.org/2018/credentials/v1'],
  [['@context', '1'], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.10.json'],
  [['id'], 'no address'],
  [['type', '0'], 'Certificate'],
  [['issuer', 'id'], undefined],
  [['validFrom'], '22 November'],
  [['credentialSubject', 'achievement', 'criteria'], undefined],
  [['credentialSubject', 'achievement', 'achievementType'], 'Prize'],
  [['credentialSubject', 'achievement', 'resultDescription', '0', 'resultType'], 'Mark'],
  [['credentialSubject', 'result', '0', 'value'], 90],
  [['credentialSubject', 'identifier', '0', 'identityType'], 'nickname'],
  [['credentialSubject', 'identifier', '0', 'disability'], 'blind'],
  [['credentialSubject', 'identifier'], undefined],
  [['credentialSubject', 'achievement', 'inLanguage'], 'English'],
  [['credentialSubject', 'source', 'type', '0'], 'Person'],
  [['credentialSubject', 'activityEndDate'], '2026-11-22'],
  [['evidence'], []],
  [['credentialStatus', 'id'], undefined],
  [['credentialStatus', 'type'], 'BitstringStatusListEntry'],
  [['proof'], []],
  [['proof', '0', 'created'], 'today'],
  [['proof', '0', 'proofPurpose'], 'authentication'],
])('it would not be one with another %j', async (path, leaf) => {
  const validate = validator();
  const made = withLeaf(await aCertificate(await aSigner()), path, leaf);
  expect(validate(JSON.parse(JSON.stringify(made)))).toBe(false);
});

test('nor with a proof outside a list, or with a number in any place of it', async () => {
  const validate = validator();
  const certificate = await aCertificate(await aSigner());
  expect(validate({ ...certificate, proof: proofOf(certificate) })).toBe(false);
  const taken = leavesOf(certificate).filter(([path]) => validate(withLeaf(certificate, path, 7)));
  expect(taken).toEqual([]);
});

test('it says what was examined and by whom, and nothing else of the learner', async () => {
  const certificate = await aCertificate(await aSigner());
  const text = JSON.stringify(certificate);
  const [name = ''] = subject.split('@');
  expect(text.toLowerCase()).not.toContain(name.toLowerCase());
  // What stands in the runs: a comment on how somebody works, and how long replies took.
  expect(text).not.toMatch(/switch|replyAfter|handlingTime|startedAt|123456/);
  const times = leavesOf(certificate).filter(([, leaf]) => /T\d\d:\d\d/.test(`${leaf}`));
  expect(times.map(([path]) => path.at(-1))).toEqual([
    ...['validFrom', 'validUntil', 'awardedDate', 'activityStartDate', 'activityEndDate'],
    'created',
  ]);
  expect(certificate).toMatchObject({
    credentialSubject: {
      source: { name: 'Ada Mentor' },
      achievement: {
        id: 'urn:x-harebell:exam:level-3:en:rubric-1',
        inLanguage: 'en',
        tag: ['level-3'],
        version: 'Rubric version 1',
      },
    },
    evidence: [
      { id: 'urn:x-harebell:scenario:fraud-call' },
      { id: 'urn:x-harebell:scenario:cross-border' },
      { id: 'urn:x-harebell:scenario:scam' },
      { id: 'urn:x-harebell:scenario:says-no' },
    ],
  });
});
