import { describe, expect, it, test } from 'vitest';
import { describeState } from '../../src/credential/describe-certificate.ts';
import { proofOf } from '../../src/credential/proof.ts';
import { readCertificate } from '../../src/credential/read-certificate.ts';
import { makeRevocationList, readRevocationList } from '../../src/credential/revocation-list.ts';
import { type Signer, signDocument } from '../../src/credential/sign.ts';
import { hashIdentity, isSubject } from '../../src/credential/subject.ts';
import { issuerFile, readIssuer } from '../../src/credential/trusted-issuer.ts';
import {
  type CertificateState,
  type VerifyOptions,
  verifyCertificate,
} from '../../src/credential/verify.ts';
import { chinese, english, noon } from '../support/samples.ts';
import { aCertificate, aSigner, oneDay, organisation, subject, subtle } from './a-certificate.ts';

const check = async (signer: Signer, patch: Partial<VerifyOptions> = {}) => {
  const read = readCertificate(await aCertificate(signer));
  if (!read.ok) throw new Error('It cannot be read.');
  const issuers = [{ id: signer.did, name: organisation }];
  const options = { subtle, now: noon, issuers, revocations: [], ...patch };
  return verifyCertificate(read.value, options);
};
const listOf = async (signer: Signer, ids: readonly string[], at: number) =>
  signDocument(
    makeRevocationList(
      signer.did,
      ids.map((id) => ({ id, revoked: true, revocationReason: 'Issued by mistake.' })),
      at,
    ),
    signer,
    at,
  );
const own = 'urn:uuid:5f6f2a57-6a3c-4f2c-9f0e-1f2d3c4b5a69';

describe('a certificate', () => {
  it('is valid for its time, for an agent who trusts its issuer', async () => {
    const signer = await aSigner();
    expect(await check(signer)).toEqual({ kind: 'valid', until: Date.UTC(2028, 10, 22, 12) });
    expect(await check(signer, { now: noon - oneDay })).toEqual({
      kind: 'not-yet-valid',
      at: noon,
    });
    expect((await check(signer, { now: noon + 800 * oneDay })).kind).toBe('expired');
  });

  it('of nobody on the list is of an unknown issuer', async () => {
    const signer = await aSigner();
    expect(await check(signer, { issuers: [] })).toEqual({ kind: 'unknown-issuer' });
  });

  it('belongs to the address it was made for, however that is written, and to nobody else', async () => {
    const signer = await aSigner();
    for (const typed of [subject, ` ${subject.toLowerCase()} `])
      expect((await check(signer, { subject: typed })).kind).toBe('valid');
    expect(await check(signer, { subject: 'other@example.org' })).toEqual({
      kind: 'other-subject',
    });
  });

  it('that was taken back, or is of nobody known, is not said to be whose it is not', async () => {
    const signer = await aSigner();
    const revocations = [await listOf(signer, [own], noon)];
    expect((await check(signer, { revocations, subject })).kind).toBe('revoked');
    expect((await check(signer, { revocations, subject: 'Mickey Mouse' })).kind).toBe(
      'other-subject',
    );
    expect((await check(signer, { issuers: [], subject: 'Mickey Mouse' })).kind).toBe(
      'unknown-issuer',
    );
  });

  it.each(['validFrom', 'validUntil'])(
    'whose %s is no time that can be read is unreadable',
    async (name) => {
      const made = await aCertificate(await aSigner());
      expect(readCertificate({ ...made, [name]: '2026-01-01T00:00:00 +05:30' }).ok).toBe(false);
    },
  );

  it('with its proof outside a list, as they were first written, is as good; with two it is not', async () => {
    const signer = await aSigner();
    const made = await aCertificate(signer);
    const old = readCertificate({ ...made, proof: proofOf(made) });
    if (!old.ok) throw new Error('It cannot be read.');
    const list = await listOf(signer, [own], noon);
    const revocations = [{ ...list, proof: proofOf(list) }];
    const options = { subtle, now: noon, issuers: [{ id: signer.did, name: organisation }] };
    const states = [
      await verifyCertificate(old.value, { ...options, revocations: [] }),
      await verifyCertificate(old.value, { ...options, revocations }),
    ];
    expect(states.map(({ kind }) => kind)).toEqual(['valid', 'revoked']);
    for (const proof of [[], [proofOf(made), proofOf(made)], [[proofOf(made)]]])
      expect(readCertificate({ ...made, proof }).ok).toBe(false);
  });

  it('is revoked by the newest list that its issuer signed', async () => {
    const signer = await aSigner();
    const empty = await listOf(signer, [], noon);
    const full = await listOf(signer, ['urn:uuid:other', own], noon + oneDay);
    expect((await check(signer, { revocations: [empty] })).kind).toBe('valid');
    expect(await check(signer, { revocations: [full, empty] })).toEqual({
      kind: 'revoked',
      reason: 'Issued by mistake.',
    });
    const after = await listOf(signer, [], noon + 2 * oneDay);
    expect((await check(signer, { revocations: [full, after] })).kind).toBe('valid');
  });

  it.each([
    [undefined, 'revoked'],
    [true, 'revoked'],
    [false, 'valid'],
  ])('where a list says of it that revoked is %s, it is %s', async (revoked, kind) => {
    const signer = await aSigner();
    const made = makeRevocationList(signer.did, [], noon);
    const entry = revoked === undefined ? { id: own } : { id: own, revoked };
    const list = await signDocument({ ...made, revokedCredentials: [entry] }, signer, noon);
    expect((await check(signer, { revocations: [list] })).kind).toBe(kind);
  });

  it('is not revoked by somebody else’s list, nor by one that was changed', async () => {
    const [signer, other] = [await aSigner(), await aSigner()];
    const theirs = await listOf(other, [own], noon);
    const empty = await listOf(signer, [], noon);
    const made = { ...empty, revokedCredentials: [{ id: own, revoked: true }] };
    const revocations = [theirs, made, { ...theirs, issuer: signer.did }, 'list', null];
    expect((await check(signer, { revocations })).kind).toBe('valid');
    expect(await readRevocationList(made, subtle)).toBe('bad');
    const list = {
      ...makeRevocationList(signer.did, [], noon),
      issued: '2026-01-01T00:00:00 +05:30',
    };
    expect(await readRevocationList(await signDocument(list, signer, noon), subtle)).toBe('bad');
  });

  it('cannot be checked without WebCrypto, or with one that knows no Ed25519', async () => {
    const signer = await aSigner();
    expect(await check(signer, { subtle: undefined })).toEqual({ kind: 'cannot-check' });
    const old = {
      importKey: () => Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError')),
    } as unknown as SubtleCrypto;
    expect(await check(signer, { subtle: old })).toEqual({ kind: 'cannot-check' });
    expect(await readRevocationList(await listOf(signer, [], noon), undefined)).toBe(
      'cannot-check',
    );
  });

  it.each([null, 'text', {}, { type: ['OpenBadgeCredential'] }])('is not %j', (input) => {
    expect(readCertificate(input)).toEqual({ ok: false, error: { kind: 'unreadable' } });
  });

  it('with half a character in it is tampered with, not a crash', async () => {
    const signer = await aSigner();
    const broken = { ...(await aCertificate(signer)), name: '\ud83d' };
    const read = readCertificate(broken);
    if (!read.ok) throw new Error('It cannot be read.');
    const issuers = [{ id: signer.did, name: organisation }];
    const options = { subtle, now: noon, issuers, revocations: [] };
    expect(await verifyCertificate(read.value, options)).toEqual({ kind: 'tampered' });
  });
});

test('each state has a sentence of its own, in both languages', () => {
  const states: CertificateState[] = [
    { kind: 'valid', until: noon },
    { kind: 'valid', until: undefined },
    { kind: 'expired', at: noon },
    { kind: 'not-yet-valid', at: noon },
    { kind: 'revoked', reason: undefined },
    { kind: 'revoked', reason: 'Mistake.' },
    ...(['tampered', 'unknown-issuer', 'other-subject', 'unreadable', 'cannot-check'] as const).map(
      (kind) => ({ kind }),
    ),
  ];
  for (const [t, language, date] of [
    [english, 'en', 'November 22, 2026'],
    [chinese, 'zh-CN', '2026年11月22日'],
  ] as const) {
    const said = states.map((state) => describeState(state, organisation, t, language));
    expect(new Set(said).size).toBe(states.length);
    expect(said[0]).toContain(date);
    expect(said[5]).toContain('Mistake.');
    expect(said.join()).not.toContain('{{');
  }
});

test('a name is hidden with its salt, and found again without doubled spaces', async () => {
  const hidden = await hashIdentity('林  伟', 'salt', subtle);
  expect(hidden).toMatchObject({ identityType: 'name', hashed: true });
  expect(hidden.identityHash).toMatch(/^sha256\$[0-9a-f]{64}$/);
  expect(await isSubject(' 林 伟', [hidden], subtle)).toBe(true);
  expect(await isSubject('林伟', [hidden], subtle)).toBe(false);
  expect(await isSubject('林 伟', [{ ...hidden, salt: 'other' }], subtle)).toBe(false);
  expect(await isSubject('林 伟', [], subtle)).toBe(false);
});

test('an issuer’s file is read; one without a key or a name is not', async () => {
  const issuer = { id: (await aSigner()).did, name: organisation };
  expect(readIssuer(issuerFile(issuer))).toEqual(issuer);
  expect(readIssuer({ ...issuer, name: ' ' })).toBeUndefined();
  expect(readIssuer({ ...issuer, id: 'did:web:example.org' })).toBeUndefined();
  expect(readIssuer(null)).toBeUndefined();
});
