import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { isObject } from '../credential/digest.ts';
import { proofOf } from '../credential/proof.ts';
import { type Certificate, readCertificate } from '../credential/read-certificate.ts';
import type { RevocationList } from '../credential/revocation-list.ts';
import { readIssuer, type TrustedIssuer } from '../credential/trusted-issuer.ts';
import type { Workspace } from '../session/workspace.ts';

/** What this browser keeps of certificates, whom it trusts, and what was taken back. */
export interface Shelf {
  /** By title. */
  readonly certificates: Accessor<readonly Certificate[]>;
  readonly issuers: Accessor<readonly TrustedIssuer[]>;
  /** Lists as they came; whoever uses one checks it again. */
  readonly revocations: Accessor<readonly unknown[]>;
  /** Resolves when what was kept has been read. */
  readonly loaded: Promise<void>;
  keep(certificate: Certificate): void;
  remove(certificate: Certificate): void;
  trust(issuer: TrustedIssuer): void;
  distrust(issuer: TrustedIssuer): void;
  /** False where a newer list of the issuer is there. */
  keepList(list: RevocationList): boolean;
}

/**
 * Where a certificate is kept: by its signature too, so that nobody's of the same number takes the
 * place of another.
 */
const keyOf = ({ id, signed }: Certificate): string =>
  `certificate ${id} ${proofOf(signed).proofValue}`;

/** Opens the shelf on the desk's storage, and follows what other tabs change. */
export function createShelf(storage: Workspace['storage']): Shelf {
  const [rows, setRows] = createSignal<ReadonlyMap<string, unknown>>(new Map());
  const put = (key: string, value: unknown) => {
    const next = new Map(rows());
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setRows(next);
  };
  const keep = (key: string, value: unknown) => {
    put(key, value);
    void storage.put('training', key, value);
  };
  const drop = (key: string) => {
    put(key, undefined);
    void storage.remove('training', key);
  };
  const all = <T>(prefix: string, read: (value: unknown) => T | undefined): readonly T[] =>
    [...rows()].flatMap(([key, value]) => (key.startsWith(prefix) ? (read(value) ?? []) : []));
  onCleanup(
    storage.subscribe('training', (key, value) => {
      // A kept certificate never changes; as another object it would be shown anew, without the focus.
      const isKnown = key.startsWith('certificate ') && rows().has(key);
      if (value === undefined || !isKnown) put(key, value);
    }),
  );
  const read = new Map<unknown, Certificate | undefined>();
  const certificates = createMemo(() =>
    all('certificate ', (value) => {
      if (!read.has(value)) {
        const found = readCertificate(value);
        read.set(value, found.ok ? found.value : undefined);
      }
      return read.get(value);
    }).toSorted((one, other) => one.title.localeCompare(other.title)),
  );
  return {
    certificates,
    issuers: () => all('issuer ', readIssuer),
    revocations: () => all('revocations ', (value) => (isObject(value) ? value : undefined)),
    loaded: storage.all('training').then((found) => {
      setRows(new Map([...found, ...rows()]));
    }),
    keep: (certificate) => keep(keyOf(certificate), certificate.signed),
    remove: (certificate) => drop(keyOf(certificate)),
    trust: (issuer) => keep(`issuer ${issuer.id}`, issuer),
    distrust: (issuer) => drop(`issuer ${issuer.id}`),
    keepList: (list) => {
      const key = `revocations ${list.issuer}`;
      const old = rows().get(key);
      const issued = isObject(old) ? Date.parse(`${old['issued']}`) : Number.NaN;
      if (issued > list.issued) return false;
      keep(key, list.signed);
      return true;
    },
  };
}
