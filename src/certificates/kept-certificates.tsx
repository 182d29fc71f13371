import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { describeState } from '../credential/describe-certificate.ts';
import type { Certificate } from '../credential/read-certificate.ts';
import type { RevocationList } from '../credential/revocation-list.ts';
import type { TrustedIssuer } from '../credential/trusted-issuer.ts';
import { FileField } from '../session/file-field.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { UndoNote } from '../ui/undo-note.tsx';
import type { Shelf } from './create-shelf.ts';
import { readOpened } from './read-file.ts';
import { TrustQuestion } from './trust-question.tsx';
import { followState, issuerName, useVerify } from './use-verified.ts';

/** The way in for files. */
const fileId = 'certificate-file';

interface KeptCertificatesProps {
  readonly shelf: Shelf;
  show(certificate: Certificate): void;
  /** What was deleted last and can be brought back. */
  readonly deleted: Certificate | undefined;
  setDeleted(certificate: Certificate | undefined): void;
  /** The id of what takes the focus when this appears, if the agent comes back to it. */
  readonly focus: string | undefined;
}

/** The certificates that this browser keeps, and the one way in for files. */
export function KeptCertificates(props: KeptCertificatesProps): JSX.Element {
  const { t, say } = useWorkspace();
  const { shelf } = props;
  const verify = useVerify(shelf);
  const [asked, setAsked] = createSignal<TrustedIssuer>();
  const focusFirst = () => document.getElementById(fileId)?.focus();
  onMount(() => {
    if (!props.focus) return;
    const target = document.getElementById(props.focus) ?? document.getElementById(fileId);
    target?.focus();
    if (props.focus === 'bring-back' && props.deleted)
      say(t('certificates.deleted', { title: props.deleted.title }));
  });

  const takeList = (list: RevocationList) => {
    const issuer = shelf.issuers().find(({ id }) => id === list.issuer);
    if (!issuer) return t('certificates.fault.listUnknown');
    if (!shelf.keepList(list)) return t('certificates.fault.listOld', { name: issuer.name });
    say(t('certificates.listTaken', { name: issuer.name, count: list.revoked.length }));
    return undefined;
  };
  const take = async (file: File) => {
    setAsked(undefined);
    const opened = await readOpened(file, crypto.subtle);
    if (opened.kind === 'fault') return t(`certificates.fault.${opened.fault}`);
    if (opened.kind === 'list') return takeList(opened.list);
    if (opened.kind === 'issuer') setAsked(opened.issuer);
    else {
      const { kind } = await verify(opened.certificate);
      // What somebody has changed is shown, so that it can be told apart, and not kept.
      if (kind !== 'tampered') shelf.keep(opened.certificate);
      props.show(opened.certificate);
    }
    return undefined;
  };

  return (
    <section aria-labelledby="kept-certificates">
      <h2 id="kept-certificates">{t('certificates.kept')}</h2>
      <FileField
        id={fileId}
        label={t('certificates.open')}
        accept=".json,application/json"
        take={take}
      />
      <Show when={asked()} keyed>
        {(issuer) => (
          <TrustQuestion
            issuer={issuer}
            onAnswer={(trusts) => {
              setAsked(undefined);
              if (trusts) shelf.trust(issuer);
              focusFirst();
              if (trusts) say(t('certificates.trusted', { name: issuer.name }));
            }}
          />
        )}
      </Show>
      <Show when={props.deleted}>
        {(certificate) => (
          <UndoNote
            id="bring-back"
            text={t('certificates.deleted', { title: certificate().title })}
            undo={t('certificates.bringBack', { title: certificate().title })}
            onUndo={() => {
              const { id, title } = certificate();
              shelf.keep(certificate());
              props.setDeleted(undefined);
              document.getElementById(`show-${id}`)?.focus();
              say(t('certificates.broughtBack', { title }));
            }}
          />
        )}
      </Show>
      <Show
        when={shelf.certificates().length}
        fallback={<p class="empty">{t('certificates.none')}</p>}
      >
        <ul class="cards">
          <For each={shelf.certificates()}>
            {(certificate) => (
              <Kept certificate={certificate} shelf={shelf} show={() => props.show(certificate)} />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** A line of the list: what it is, what it is worth, the way to it. */
function Kept(props: {
  readonly certificate: Certificate;
  readonly shelf: Shelf;
  show(): void;
}): JSX.Element {
  const { t, language } = useWorkspace();
  const { certificate, shelf } = props;
  const state = followState(certificate, shelf);
  const sentence = () => {
    const found = state();
    if (!found) return t('app.loading');
    return describeState(found, issuerName(certificate, shelf), t, language());
  };
  return (
    <li class="card" classList={{ met: state()?.kind === 'valid' }}>
      <h3 lang={certificate.language}>{certificate.title}</h3>
      <p>{sentence()}</p>
      <button type="button" id={`show-${certificate.id}`} onClick={() => props.show()}>
        {t('certificates.show', { title: certificate.title })}
      </button>
    </li>
  );
}
