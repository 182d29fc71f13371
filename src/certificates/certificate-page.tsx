import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { describeState, formatDay } from '../credential/describe-certificate.ts';
import type { Certificate } from '../credential/read-certificate.ts';
import { languageName } from '../domain/describe-offer.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Shelf } from './create-shelf.ts';
import { Owner } from './owner.tsx';
import { followState, issuerName, useVerify } from './use-verified.ts';

interface CertificatePageProps {
  readonly certificate: Certificate;
  readonly shelf: Shelf;
  back(): void;
  remove(): void;
}

/** A certificate to read, to hear and to print, with what it is worth. */
export function CertificatePage(props: CertificatePageProps): JSX.Element {
  const { t, say, clock, language } = useWorkspace();
  const { certificate, shelf } = props;
  const { title, criteria, description, issuer, results, evidence } = certificate;
  const state = followState(certificate, shelf);
  const verify = useVerify(shelf);
  const [owner, setOwner] = createSignal<string>();
  const isKept = shelf.certificates().some(({ signed }) => signed === certificate.signed);
  const day = (at: number) => formatDay(at, language());
  const sentence = () => {
    const found = state();
    return found && describeState(found, issuerName(certificate, shelf), t, language());
  };
  const notKept = () => t('certificates.notKept');
  onMount(() => {
    void verify(certificate).then((found) => {
      const told = describeState(found, issuerName(certificate, shelf), t, language());
      say(isKept ? told : `${told} ${notKept()}`);
    });
  });
  const facts = () =>
    [
      ['owner', owner()],
      ['issuer', issuerName(certificate, shelf)],
      ['assessor', certificate.assessor],
      ['from', day(certificate.validFrom)],
      [
        'until',
        certificate.validUntil === undefined
          ? t('certificates.noEnd')
          : day(certificate.validUntil),
      ],
      ['language', certificate.language && languageName(certificate.language, t)],
      ['channel', certificate.channel],
      ['rubric', certificate.rubric],
      // On paper, it is as old as this.
      ['checked', day(clock.now())],
    ] as const;
  const save = () => {
    const name = `certificate-${certificate.id.replace(/[^\w-]+/g, '-').slice(-36)}.json`;
    const text = `${JSON.stringify(certificate.signed, undefined, 2)}\n`;
    saveFile({ name, text, type: 'application/json' }, clock);
    say(t('certificates.fileSaved', { name }));
  };

  return (
    <Screen
      title={t('certificates.one')}
      pageTitle={t('app.title', { page: title })}
      class="certificate"
      takesFocus={true}
    >
      <article aria-labelledby="certificate-title">
        <h2 id="certificate-title" lang={certificate.language}>
          {title}
        </h2>
        <p class="state" classList={{ met: state()?.kind === 'valid' }}>
          {sentence() ?? t('app.loading')}
          <Show when={!isKept}> {notKept()}</Show>
        </p>
        <dl class="facts">
          <For each={facts().filter(([, value]) => value)}>
            {([word, value]) => (
              <div>
                <dt>{t(`certificates.fact.${word}`)}</dt>
                <dd
                  lang={word === 'channel' || word === 'rubric' ? certificate.language : undefined}
                >
                  {value}
                </dd>
              </div>
            )}
          </For>
        </dl>
        <h3>{t('certificates.about')}</h3>
        <p lang={certificate.language}>{description}</p>
        <p lang={certificate.language}>{criteria}</p>
        <h3 id="certificate-results">{t('certificates.results')}</h3>
        <table class="results" aria-labelledby="certificate-results">
          <thead>
            <tr>
              <For each={['what', 'value', 'needed'] as const}>
                {(word) => <th scope="col">{t(`certificates.result.${word}`)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={results}>
              {({ name, value, of, needed }) => (
                <tr>
                  <th scope="row" lang={certificate.language}>
                    {name}
                  </th>
                  <td>{of ? t('certificates.valueOf', { value, of }) : value}</td>
                  <td>{needed ?? t('certificates.noMark')}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <h3>{t('certificates.served')}</h3>
        <ul class="served" lang={certificate.language}>
          <For each={evidence}>
            {({ name, narrative }) => (
              <li>
                <strong>{name}</strong> {narrative}
              </li>
            )}
          </For>
        </ul>
        <p class="numbers">
          {t('certificates.number')} <code>{certificate.id}</code>
          <br />
          {t('certificates.key')} <code>{issuer.id}</code>
        </p>
      </article>
      <Owner check={(typed) => verify(certificate, typed)} onOwner={setOwner} />
      <div class="row tools">
        <button type="button" id="print" class="primary" onClick={() => print()}>
          {t('certificates.print')}
        </button>
        <button type="button" id="save-certificate" onClick={save}>
          {t('certificates.save')}
        </button>
        <Show when={isKept}>
          <button type="button" id="delete-certificate" onClick={() => props.remove()}>
            {t('certificates.delete')}
          </button>
        </Show>
        <button type="button" id="back" onClick={() => props.back()}>
          {t('certificates.back')}
        </button>
      </div>
    </Screen>
  );
}
