import { isObject } from '../credential/digest.ts';
import { type Certificate, readCertificate } from '../credential/read-certificate.ts';
import {
  isRevocationList,
  type RevocationList,
  readRevocationList,
} from '../credential/revocation-list.ts';
import { isIssuerFile, readIssuer, type TrustedIssuer } from '../credential/trusted-issuer.ts';

/** Why a file is not taken. */
export type FileFault =
  | 'tooLarge'
  | 'unknown'
  | 'isRecord'
  | 'badIssuer'
  | 'badList'
  | 'cannotCheck';

/** What an agent has opened. */
export type OpenedFile =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'issuer'; readonly issuer: TrustedIssuer }
  | { readonly kind: 'list'; readonly list: RevocationList }
  | { readonly kind: 'fault'; readonly fault: FileFault };

/** Larger than any certificate; such a file is not even read. Bytes. */
const mostBytes = 1_000_000;

const fault = (kind: FileFault): OpenedFile => ({ kind: 'fault', fault: kind });

/** Tells what a file is: certificate, issuer or revocation list. A list's signature is checked. */
export async function readOpened(
  file: Blob,
  subtle: SubtleCrypto | undefined,
): Promise<OpenedFile> {
  if (file.size > mostBytes) return fault('tooLarge');
  let input: unknown;
  try {
    input = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
  } catch {
    return fault('unknown');
  }
  if (isIssuerFile(input)) {
    const issuer = readIssuer(input);
    return issuer ? { kind: 'issuer', issuer } : fault('badIssuer');
  }
  if (isRevocationList(input)) {
    const list = await readRevocationList(input, subtle);
    if (typeof list !== 'string') return { kind: 'list', list };
    return fault(list === 'bad' ? 'badList' : 'cannotCheck');
  }
  if (isObject(input) && input['kind'] === 'harebell-exam-record') return fault('isRecord');
  const read = readCertificate(input);
  return read.ok ? { kind: 'certificate', certificate: read.value } : fault('unknown');
}
