import { createSignal, For, type JSX, Show } from 'solid-js';
import { readIssuer, type TrustedIssuer } from '../credential/trusted-issuer.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { Shelf } from './create-shelf.ts';

/** Whose certificates are taken for genuine; more can be added by hand. */
export function Issuers(props: { readonly shelf: Shelf }): JSX.Element {
  const { t, say } = useWorkspace();
  const { shelf } = props;
  const [fault, setFault] = createSignal<'name' | 'key'>();
  let name!: HTMLInputElement;
  let key!: HTMLInputElement;

  const add = () => {
    const issuer = readIssuer({ id: key.value, name: name.value });
    const wrong = name.value.trim() === '' ? 'name' : 'key';
    setFault(issuer ? undefined : wrong);
    if (!issuer) {
      (wrong === 'name' ? name : key).focus();
      say(t(`certificates.need.${wrong}`));
      return;
    }
    shelf.trust(issuer);
    name.value = '';
    key.value = '';
    name.focus();
    say(t('certificates.trusted', { name: issuer.name }));
  };
  const forget = (issuer: TrustedIssuer) => {
    shelf.distrust(issuer);
    name.focus();
    say(t('certificates.forgotten', { name: issuer.name }));
  };

  return (
    <section aria-labelledby="issuers">
      <h2 id="issuers">{t('certificates.issuers')}</h2>
      <p>{t('certificates.issuersLead')}</p>
      <Show
        when={shelf.issuers().length}
        fallback={<p class="empty">{t('certificates.nobody')}</p>}
      >
        <ul class="issuers">
          <For each={shelf.issuers()}>
            {(issuer) => (
              <li>
                <strong>{issuer.name}</strong> <code>{issuer.id}</code>
                <button type="button" class="quiet" onClick={() => forget(issuer)}>
                  {t('certificates.forget', { name: issuer.name })}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <details>
        <summary>{t('certificates.addByHand')}</summary>
        <form
          class="stack"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <label for="issuer-name">{t('certificates.issuerName')}</label>
          <input
            ref={name}
            id="issuer-name"
            autocomplete="off"
            aria-invalid={fault() === 'name' ? 'true' : undefined}
            aria-describedby={fault() === 'name' ? 'issuer-fault' : undefined}
          />
          <label for="issuer-key">{t('certificates.issuerKey')}</label>
          <input
            ref={key}
            id="issuer-key"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={fault() === 'key' ? 'true' : undefined}
            aria-describedby={fault() === 'key' ? 'issuer-fault' : undefined}
          />
          <Show when={fault()}>
            {(which) => (
              <p id="issuer-fault" class="error">
                {t(`certificates.need.${which()}`)}
              </p>
            )}
          </Show>
          <div class="row">
            <button type="submit">{t('certificates.add')}</button>
          </div>
        </form>
      </details>
    </section>
  );
}
