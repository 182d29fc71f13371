import { type Accessor, createEffect, createSignal } from 'solid-js';
import type { Certificate } from '../credential/read-certificate.ts';
import { type CertificateState, verifyCertificate } from '../credential/verify.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { Shelf } from './create-shelf.ts';

/** Checks a certificate against what the agent trusts now. */
export function useVerify(
  shelf: Shelf,
): (certificate: Certificate, subject?: string) => Promise<CertificateState> {
  const { clock } = useWorkspace();
  return (certificate, subject) =>
    verifyCertificate(certificate, {
      subtle: crypto.subtle,
      now: clock.now(),
      issuers: shelf.issuers(),
      revocations: shelf.revocations(),
      ...(subject === undefined ? {} : { subject }),
    });
}

/** What to call an issuer: as the agent does, or as it calls itself. */
export const issuerName = ({ issuer }: Certificate, shelf: Shelf): string =>
  shelf.issuers().find(({ id }) => id === issuer.id)?.name ?? issuer.name;

/** A certificate's state, followed as trust and lists change; undefined while it is being checked. */
export function followState(
  certificate: Certificate,
  shelf: Shelf,
): Accessor<CertificateState | undefined> {
  const verify = useVerify(shelf);
  const [state, setState] = createSignal<CertificateState>();
  let latest: Promise<CertificateState> | undefined;
  createEffect(() => {
    const mine = verify(certificate);
    latest = mine;
    void mine.then((found) => {
      if (latest === mine) setState(found);
    });
  });
  return state;
}
