import { encodeBase58 } from './base58.ts';
import { methodOfDid } from './did-key.ts';
import type { JsonObject } from './digest.ts';
import { dataToSign, type ProofOptions, type Signed } from './proof.ts';

/** Whose signature it becomes. Only the tool of an organisation has one. */
export interface Signer {
  /** The `did:key` of the private key. */
  readonly did: string;
  readonly key: CryptoKey;
  readonly subtle: SubtleCrypto;
}

/** A time as credentials write it, to the second: `2026-11-22T12:00:00Z`. Epoch milliseconds in. */
export const isoTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '');

/**
 * Signs a document by eddsa-jcs-2022.
 * @param at epoch milliseconds
 */
export async function signDocument(
  document: JsonObject,
  { did, key, subtle }: Signer,
  at: number,
): Promise<Signed> {
  const context = document['@context'];
  const options: ProofOptions = {
    ...(context === undefined ? {} : { '@context': context }),
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: isoTime(at),
    verificationMethod: methodOfDid(did),
    proofPurpose: 'assertionMethod',
  };
  const data = await dataToSign(document, options, subtle);
  const signature = new Uint8Array(await subtle.sign('Ed25519', key, data));
  return { ...document, proof: [{ ...options, proofValue: `z${encodeBase58(signature)}` }] };
}
