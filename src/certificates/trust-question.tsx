import { type JSX, onMount } from 'solid-js';
import type { TrustedIssuer } from '../credential/trusted-issuer.ts';
import { useWorkspace } from '../session/workspace.ts';

/** Asks whether an issuer is to be trusted, with its key to compare. */
export function TrustQuestion(props: {
  readonly issuer: TrustedIssuer;
  onAnswer(trusts: boolean): void;
}): JSX.Element {
  const { t } = useWorkspace();
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());
  return (
    <form
      class="note stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onAnswer(true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onAnswer(false);
      }}
    >
      <h3 ref={heading} tabindex="-1" aria-describedby="trust-hint">
        {t('certificates.trustAsk', { name: props.issuer.name })}
      </h3>
      <p id="trust-hint">{t('certificates.trustHint')}</p>
      <p>
        {t('certificates.key')} <code>{props.issuer.id}</code>
      </p>
      <div class="row">
        <button type="submit" class="primary">
          {t('certificates.trust')}
        </button>
        <button type="button" onClick={() => props.onAnswer(false)}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
