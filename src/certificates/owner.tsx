import { createSignal, type JSX, Show } from 'solid-js';
import type { CertificateState } from '../credential/verify.ts';
import { useWorkspace } from '../session/workspace.ts';

interface OwnerProps {
  /** Checks the certificate with the name or address that was typed. */
  check(typed: string): Promise<CertificateState>;
  /** Whose it is, once that was found; undefined when something else was typed. */
  onOwner(name: string | undefined): void;
}

/** States in which nothing is known of whose it is: anybody can make one with any name in it. */
const unsure: readonly CertificateState['kind'][] = [
  'tampered',
  'unreadable',
  'cannot-check',
  'unknown-issuer',
];

/** Asks whose certificate it should be, and says whether it is. What is typed is not kept. */
export function Owner(props: OwnerProps): JSX.Element {
  const { t, say } = useWorkspace();
  const [answer, setAnswer] = createSignal<string>();
  let input!: HTMLInputElement;
  const compare = async () => {
    const typed = input.value.trim();
    if (!typed) {
      input.focus();
      say(t('certificates.ownerMissing'));
      return;
    }
    const { kind } = await props.check(typed);
    const isTheirs = kind !== 'other-subject' && !unsure.includes(kind);
    const text = () => {
      if (isTheirs) return t('certificates.isTheirs', { name: typed });
      return t(
        unsure.includes(kind) ? 'certificates.ownerUnsure' : 'credential.state.other-subject',
      );
    };
    setAnswer(text());
    props.onOwner(isTheirs ? typed : undefined);
    say(text());
  };
  return (
    <form
      class="stack owner"
      onSubmit={(event) => {
        event.preventDefault();
        void compare();
      }}
    >
      <h2>{t('certificates.whose')}</h2>
      <p id="owner-hint">{t('certificates.whoseHint')}</p>
      <label for="owner-name">{t('certificates.who')}</label>
      <div class="row">
        <input ref={input} id="owner-name" autocomplete="off" aria-describedby="owner-hint" />
        <button type="submit">{t('certificates.compare')}</button>
      </div>
      <Show when={answer()}>{(text) => <p class="note">{text()}</p>}</Show>
    </form>
  );
}
