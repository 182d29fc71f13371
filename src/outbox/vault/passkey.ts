import { err, ok, type Result } from '../../shared/result.ts';
import type { Door, KeyLock } from '../door.ts';
import { type MakeLock, openBySecret, preparePasskey } from './locks.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Why there can be no passkey here. */
export type PasskeyObstacle = 'insecure' | 'address' | 'unsupported';

/** Why none was made: it has no function for secrets, or it was not used. */
export type PasskeyError = { readonly kind: 'noSecret' | 'cancelled' };

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
/** Long enough for who has one hand or has to fetch a security key, in milliseconds. */
const patience = 300_000;

/** What keeps this page from using passkeys; undefined if nothing is known to. */
export function findObstacle(page: {
  readonly isSecureContext: boolean;
  readonly location: Pick<Location, 'hostname'>;
  readonly PublicKeyCredential?: unknown;
}): PasskeyObstacle | undefined {
  if (!page.isSecureContext) return 'insecure';
  // An address of numbers is no domain that a passkey could belong to (WebAuthn 3, 5.1.3).
  if (/^[\d.]+$|^\[/.test(page.location.hostname)) return 'address';
  return page.PublicKeyCredential ? undefined : 'unsupported';
}

const secretOf = (credential: Credential | null): Bytes | undefined => {
  const results = (credential as PublicKeyCredential | null)?.getClientExtensionResults();
  const first = results?.prf?.results?.first;
  if (!first) return undefined;
  return ArrayBuffer.isView(first)
    ? Uint8Array.from(new Uint8Array(first.buffer, first.byteOffset, first.byteLength))
    : new Uint8Array(first.slice(0));
};

/** The secret that a passkey has for a salt; asks the agent for finger, face or PIN. */
async function askSecret(id: Bytes, salt: Bytes): Promise<Bytes | undefined> {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: [{ type: 'public-key', id }],
      userVerification: 'required',
      timeout: patience,
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  return secretOf(credential);
}

/** Has a passkey made. No server ever sees it: what counts is the secret that it keeps (`prf`). */
export async function createPasskey(): Promise<Result<MakeLock, PasskeyError>> {
  const salt = random(32);
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Harebell' },
        user: { id: random(16), name: 'Harebell', displayName: 'Harebell' },
        challenge: random(32),
        // ES256, Ed25519 and RS256: what authenticators have.
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        timeout: patience,
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    const credential = made as PublicKeyCredential | null;
    if (!credential) return err({ kind: 'cancelled' });
    if (!credential.getClientExtensionResults().prf?.enabled) return err({ kind: 'noSecret' });
    const id = new Uint8Array(credential.rawId.slice(0));
    // Some give the secret only when they are used, not when they are made.
    const secret = secretOf(credential) ?? (await askSecret(id, salt));
    return secret ? ok(preparePasskey(id, salt, secret)) : err({ kind: 'noSecret' });
  } catch {
    return err({ kind: 'cancelled' });
  }
}

/** Opens the door with a passkey. False if it was not used, or is another one. */
export async function openByPasskey(door: Door): Promise<boolean> {
  const isPasskey = (lock: KeyLock) => lock.kind === 'passkey';
  for (const lock of (door.locks ?? []).filter(isPasskey)) {
    const secret = await askSecret(lock.id, lock.salt).catch(() => undefined);
    if (secret && openBySecret(door, lock, secret)) return true;
  }
  return false;
}
