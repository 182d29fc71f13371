import '../ui/form.css';
import './lock.css';
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import { PassphraseField, ShowField } from '../session/passphrase-field.tsx';
import { useDoor } from '../session/use-door.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { MessageKey } from '../shared/translate.ts';

interface LockScreenProps {
  /** Messages and new customers since it was locked. */
  readonly missed: number;
  /** Another tab knows the password; this one has to ask it. */
  readonly asksElsewhere: boolean;
  attemptElsewhere(typed: string): Promise<boolean>;
  /** @param typed the right words; empty where none are asked for */
  onUnlock(typed: string): void;
}

/** All that is seen and heard of a locked desk: no customer's name and no customer's word. */
export function LockScreen(props: LockScreenProps): JSX.Element {
  const { t, say, lock, storage } = useWorkspace();
  const { door } = storage;
  const { has } = useDoor(door);
  const [isWrong, setWrong] = createSignal(false);
  const [isShown, setShown] = createSignal(false);
  let form!: HTMLFormElement;
  let button!: HTMLButtonElement;
  let passkey: HTMLButtonElement | undefined;
  let isBusy = false;
  const field = () => form.querySelector<HTMLInputElement>('#lock-password');
  const news = () => (props.missed ? t('lock.news', { count: props.missed }) : t('lock.noNews'));
  const isElsewhere = () => props.asksElsewhere && !lock.check && !door.locks;
  // As a memo, so that the focus is moved when the field comes or goes and not at each news of the door.
  const hasField = createMemo(() => lock.check !== undefined || has('passphrase') || isElsewhere());
  // The field may come later, when another tab tells that it knows the password.
  createEffect(on(hasField, () => (field() ?? passkey ?? button).focus()));
  const isOpen = () => !hasField() && !has('passkey');
  const label = (): MessageKey =>
    !has('passphrase') ? 'lock.password' : lock.check ? 'lock.secret' : 'lock.phrase';
  const wrong = (): MessageKey => (door.locks ? 'lock.wrongSecret' : 'lock.wrong');
  // It has come with whatever this page was opened by, so no link is needed for it.
  const opens = async (typed: string) =>
    lock.check?.(typed) ||
    (door.locks !== undefined &&
      (await (await import('../outbox/vault/locks.ts')).openByPassphrase(door, typed))) ||
    (isElsewhere() && (await props.attemptElsewhere(typed)));
  const opensByPasskey = async () =>
    (await import('../outbox/vault/passkey.ts')).openByPasskey(door);
  const attempt = async (open: () => Promise<boolean>) => {
    if (isBusy) return;
    isBusy = true;
    const isRight = await open().catch(() => false);
    isBusy = false;
    if (isRight) return props.onUnlock(field()?.value ?? '');
    setWrong(true);
    say(t(wrong()));
    field()?.select();
  };
  const unlock = () =>
    isOpen() ? props.onUnlock('') : void attempt(() => opens(field()?.value ?? ''));
  return (
    <main class="screen lock">
      <h1>{t('lock.title')}</h1>
      <p class="lead">{t('lock.safe')}</p>
      <p class="note">{news()}</p>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          unlock();
        }}
      >
        <Show when={isOpen()}>
          <p>{t('lock.noPassword')}</p>
        </Show>
        <Show when={isWrong() && !hasField()}>
          <p class="error">{t(wrong())}</p>
        </Show>
        <Show when={hasField()}>
          <PassphraseField
            id="lock-password"
            label={t(label())}
            error={isWrong() ? t(wrong()) : undefined}
            isShown={isShown()}
          />
          <ShowField
            id="lock-show"
            label={t('lock.show')}
            isShown={isShown()}
            onChange={setShown}
          />
        </Show>
        <div class="row">
          <button
            ref={button}
            type="submit"
            class="primary"
            id="lock-open"
            hidden={!hasField() && !isOpen()}
          >
            {t('lock.open')}
          </button>
          <Show when={has('passkey')}>
            <button
              ref={passkey}
              type="button"
              id="lock-passkey"
              onClick={() => void attempt(opensByPasskey)}
            >
              {t('lock.passkey')}
            </button>
          </Show>
        </div>
      </form>
    </main>
  );
}
