import { hashText, toHex } from './digest.ts';

/** Whom a certificate belongs to, as a salted hash (IdentityObject of Open Badges 3.0). */
export interface HashedIdentity {
  readonly type: 'IdentityObject';
  readonly hashed: true;
  /** `sha256$` and 64 hexadecimal digits, of the identity with the salt behind it. */
  readonly identityHash: string;
  readonly identityType: 'name' | 'emailAddress';
  readonly salt: string;
}

/** One way to write a name or an address: no spaces around or doubled, addresses in small letters. */
const tidy = (identity: string): string => {
  const plain = identity.normalize('NFC').trim().replace(/\s+/g, ' ');
  return plain.includes('@') ? plain.toLowerCase() : plain;
};

const hash = async (identity: string, salt: string, subtle: SubtleCrypto): Promise<string> =>
  `sha256$${toHex(await hashText(tidy(identity) + salt, subtle))}`;

/**
 * Hides a name or an e-mail address. Whoever holds the certificate and guesses the name can tell
 * that it is right: it keeps the name out of the file, and is no encryption.
 */
export const hashIdentity = async (
  identity: string,
  salt: string,
  subtle: SubtleCrypto,
): Promise<HashedIdentity> => ({
  type: 'IdentityObject',
  hashed: true,
  identityHash: await hash(identity, salt, subtle),
  identityType: identity.includes('@') ? 'emailAddress' : 'name',
  salt,
});

/** Whether one of these is this name or address. */
export async function isSubject(
  identity: string,
  identities: readonly Pick<HashedIdentity, 'identityHash' | 'salt'>[],
  subtle: SubtleCrypto,
): Promise<boolean> {
  const hashes = await Promise.all(identities.map(({ salt }) => hash(identity, salt, subtle)));
  return identities.some(({ identityHash }, index) => identityHash === hashes[index]);
}
