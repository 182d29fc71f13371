import '../ui/form.css';
import './certificates.css';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Certificate } from '../credential/read-certificate.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { CertificatePage } from './certificate-page.tsx';
import { createShelf } from './create-shelf.ts';
import { Exams } from './exams.tsx';
import { Issuers } from './issuers.tsx';
import { KeptCertificates } from './kept-certificates.tsx';

/** Exams one can take, certificates one has, and whose are trusted; or one certificate by itself. */
export function Certificates(): JSX.Element {
  const { t, router, storage } = useWorkspace();
  const shelf = createShelf(storage);
  const [open, setOpen] = createSignal<Certificate>();
  const [deleted, setDeleted] = createSignal<Certificate>();
  /** Where the focus goes when the list comes back; the first time it is the screen's to decide. */
  const [returnTo, setReturnTo] = createSignal<string>();
  const [isLoaded, setLoaded] = createSignal(false);
  void shelf.loaded.then(() => setLoaded(true));

  const close = (to: string) => {
    setReturnTo(to);
    setOpen(undefined);
  };
  return (
    <Show
      keyed
      when={open()}
      fallback={
        <Screen
          title={t('certificates.title')}
          pageTitle={t('app.title', { page: t('certificates.title') })}
          class="certificates"
          takesFocus={!returnTo() && router.hasMoved() && !router.restoreFocus()}
        >
          <p class="lead">{t('certificates.lead')}</p>
          <Show when={isLoaded()} fallback={<p>{t('app.loading')}</p>}>
            <Exams />
            <KeptCertificates
              shelf={shelf}
              show={setOpen}
              deleted={deleted()}
              setDeleted={setDeleted}
              focus={returnTo()}
            />
            <Issuers shelf={shelf} />
          </Show>
        </Screen>
      }
    >
      {(certificate) => (
        <CertificatePage
          certificate={certificate}
          shelf={shelf}
          back={() => close(`show-${certificate.id}`)}
          remove={() => {
            shelf.remove(certificate);
            setDeleted(certificate);
            close('bring-back');
          }}
        />
      )}
    </Show>
  );
}
