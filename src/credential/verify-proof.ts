import { decodeBase58 } from './base58.ts';
import { keyOfDid, methodOfDid } from './did-key.ts';
import { dataToSign, proofOf, type Signed } from './proof.ts';

/** What came of looking at a signature. */
export type ProofState = 'good' | 'bad' | 'cannot-check';

/** `cannot-check` where this browser knows no Ed25519. */
async function importKey(raw: Uint8Array<ArrayBuffer>, subtle: SubtleCrypto) {
  try {
    return await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (error) {
    const isUnknown = error instanceof DOMException && error.name === 'NotSupportedError';
    return isUnknown ? 'cannot-check' : 'bad';
  }
}

/**
 * Whether a document is as `issuer` (a `did:key`) signed it.
 * @param subtle undefined where the page was not served over HTTPS
 */
export async function verifyProof(
  signed: Signed,
  issuer: string,
  subtle: SubtleCrypto | undefined,
): Promise<ProofState> {
  if (!subtle) return 'cannot-check';
  const { proof: _, ...document } = signed;
  const { proofValue, ...options } = proofOf(signed);
  const raw = keyOfDid(issuer);
  const signature = proofValue.startsWith('z') ? decodeBase58(proofValue.slice(1)) : undefined;
  const isOfIssuer = options.verificationMethod === methodOfDid(issuer);
  if (!raw || !signature || !isOfIssuer) return 'bad';
  // The recipe lets a holder add contexts behind the signed ones; then the words may mean others.
  const [said, meant] = [options['@context'], signed['@context']].map((one) => JSON.stringify(one));
  if (said !== undefined && said !== meant) return 'bad';
  const key = await importKey(raw, subtle);
  if (typeof key === 'string') return key;
  try {
    const data = await dataToSign(document, options, subtle);
    return (await subtle.verify('Ed25519', key, signature, data)) ? 'good' : 'bad';
  } catch {
    return 'bad';
  }
}
