import { hashJson, isObject, type JsonObject } from './digest.ts';

/** A proof without its signature (W3C Data Integrity 1.0, cryptosuite eddsa-jcs-2022). */
export interface ProofOptions {
  readonly '@context'?: unknown;
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-jcs-2022';
  readonly created?: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
}

/** A proof as it stands in a signed document. */
export interface Proof extends ProofOptions {
  /** The signature, as multibase in base58. */
  readonly proofValue: string;
}

/**
 * A document that somebody signed. Open Badges 3.0 (A.1) asks for a list of proofs and allows a
 * single one for itself (A.2.1), which is how certificates were first written here.
 */
export type Signed = JsonObject & { readonly proof: Proof | readonly [Proof] };

/** The proof of a signed document, however it is written. */
export const proofOf = ({ proof }: Signed): Proof => ('type' in proof ? proof : proof[0]);

const members = [
  '@context',
  'type',
  'cryptosuite',
  'created',
  'verificationMethod',
  'proofPurpose',
  'proofValue',
];

/** Whether it carries one proof of the only kind that is understood here, with nothing added. */
export function isSigned(value: unknown): value is Signed {
  const proofs = isObject(value) ? [value['proof']].flat() : [];
  const [proof] = proofs;
  return (
    proofs.length === 1 &&
    isObject(proof) &&
    Object.keys(proof).every((member) => members.includes(member)) &&
    proof['type'] === 'DataIntegrityProof' &&
    proof['cryptosuite'] === 'eddsa-jcs-2022' &&
    proof['proofPurpose'] === 'assertionMethod' &&
    typeof proof['verificationMethod'] === 'string' &&
    typeof proof['proofValue'] === 'string'
  );
}

/** What is signed: the hash of the proof's options, then that of the document. Rejected as {@link hashJson}. */
export async function dataToSign(
  document: JsonObject,
  options: ProofOptions,
  subtle: SubtleCrypto,
): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = [await hashJson(options, subtle), await hashJson(document, subtle)];
  return Uint8Array.from(hashes.flatMap((hash) => [...hash]));
}
