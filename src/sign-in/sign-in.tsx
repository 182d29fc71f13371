import '../ui/form.css';
import { type Component, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { createComponent } from '#dom';
import type { Connector } from '../connectors/connector.ts';
import type { ConnectorError } from '../domain/connector-error.ts';
import { isShared, keepForSession } from '../outbox/vault/shared-computer.ts';
import { whenKnown } from '../outbox/when-known.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { TextField } from '../ui/text-field.tsx';
import {
  checkSignIn,
  type SignInField as Field,
  problemOf,
  type SignInProblem,
} from './check-sign-in.ts';
import { type CreateLiveConnector, prepareDesk } from './create-live-connector.ts';
import { createRememberedAccount, type RememberedAccount } from './remembered-account.ts';
import './sign-in.css';

/** There is no way to the server just now, whatever is typed. */
const isNoLink = ({ kind }: ConnectorError) =>
  ['unreachable', 'timeout', 'not-connected', 'web-page', 'blocked-socket'].includes(kind);

interface SignInProps {
  readonly createConnector?: CreateLiveConnector;
  readonly remembered?: RememberedAccount;
}

/** Signs in to a live desk. Whatever goes wrong, the form keeps what was typed (A61). */
export function SignIn(props: SignInProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, router, say } = workspace;
  const remembered = props.remembered ?? createRememberedAccount(() => localStorage);
  const known = remembered.read();
  const [problems, setProblems] = createSignal<readonly SignInProblem[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  /** What can be read without a link; it comes when there is none. */
  const [kept, setKept] = createSignal<Component>();
  const showKept = () =>
    void Promise.all([import('./kept-chats.tsx'), workspace.allSentences('settings')]).then(
      ([{ KeptChats }]) => setKept(() => KeptChats),
      () => undefined,
    );
  if (!navigator.onLine) showKept();
  let form!: HTMLFormElement;
  let summary!: HTMLElement;
  let more!: HTMLDetailsElement;
  let isHere = true;
  const prepared = props.createConnector ? undefined : prepareDesk(known, workspace);
  onCleanup(() => {
    isHere = false;
    prepared?.stop();
  });

  const errorOf = (field: Field) => {
    const found = problems().find((problem) => problem.field === field);
    return found && t(found.message);
  };
  const show = (found: readonly SignInProblem[]) => {
    setProblems(found);
    if (!isHere) return say(found.map(({ message }) => t(message)).join(' '));
    if (found.some(({ field }) => field === 'service')) more.open = true;
    summary.focus();
  };
  const goTo = (field: Field) => form.querySelector<HTMLElement>(`#sign-in-${field}`)?.focus();

  const connectTo = async (connector: Connector, password: string) => {
    const session = workspace.startSession(connector);
    // What only a real desk says; the desk has it fetched again if it does not come.
    workspace.allSentences('settings').catch(() => {});
    workspace.lock.check = (typed) => typed === password;
    const result = await session.connect();
    // Meanwhile the agent may have begun something else.
    if (workspace.session() !== session) return;
    if (!result.ok) {
      workspace.endSession();
      show([problemOf(result.error)]);
      if (isNoLink(result.error)) showKept();
    } else if (isHere) router.go('desk');
    else say(t('signIn.done'));
  };

  const signIn = async () => {
    if (isBusy()) return;
    const data = new FormData(form);
    const read = (field: Field) => String(data.get(field) ?? '');
    const values = {
      account: read('account'),
      password: read('password'),
      service: read('service'),
    };
    const missing = checkSignIn(values);
    if (missing.length) return show(missing);
    const sharesComputer = data.has('shared');
    remembered.write(data.has('remember') && !sharesComputer ? values.account.trim() : '');
    setProblems([]);
    setBusy(true);
    say(t('signIn.busy'));
    // Without the key no message could be kept before it is sent.
    if (await whenKnown(workspace.storage)) {
      setBusy(false);
      return show([{ message: 'signIn.lockedFirst' }]);
    }
    // Before anything of a customer comes.
    if (sharesComputer && !(await keepForSession(workspace.storage))) {
      setBusy(false);
      return show([{ message: 'signIn.notShared' }]);
    }
    const create = props.createConnector ?? prepared?.create;
    const connector = await create?.(values, workspace).catch(() => undefined);
    if (connector) await connectTo(connector, values.password);
    else show([{ message: 'app.loadFailed' }]);
    setBusy(false);
  };

  return (
    <Screen
      title={t('start.signIn')}
      pageTitle={t('app.title', { page: t('start.signIn') })}
      class="sign-in"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{t('signIn.lead')}</p>
      <section
        ref={summary}
        tabindex="-1"
        class="error-summary"
        aria-labelledby="sign-in-summary"
        aria-describedby="sign-in-problems"
        hidden={!problems().length}
      >
        <h2 id="sign-in-summary">{t('signIn.summary')}</h2>
        <ul id="sign-in-problems">
          <For each={problems()}>
            {({ field, message }) => (
              <li>
                <Show when={field} fallback={t(message)}>
                  {(named) => (
                    <a
                      href={`#sign-in-${named()}`}
                      onClick={(event) => {
                        event.preventDefault();
                        goTo(named());
                      }}
                    >
                      {t(message)}
                    </a>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <TextField
          id="sign-in-account"
          label={t('signIn.account')}
          hint={t('signIn.accountHint')}
          error={errorOf('account')}
          name="account"
          value={known}
          autocomplete="username"
          inputmode="email"
        />
        <TextField
          id="sign-in-password"
          label={t('signIn.password')}
          error={errorOf('password')}
          name="password"
          type="password"
          autocomplete="current-password"
        />
        <label class="choice">
          <input
            type="checkbox"
            name="remember"
            checked={known !== ''}
            aria-describedby="remember-hint"
          />
          {t('signIn.remember')}
        </label>
        <p id="remember-hint" class="hint">
          {t('signIn.rememberHint')}
        </p>
        <label class="choice">
          <input
            type="checkbox"
            name="shared"
            id="sign-in-shared"
            checked={isShared()}
            aria-describedby="shared-hint"
          />
          {t('signIn.shared')}
        </label>
        <p id="shared-hint" class="hint">
          {t('signIn.sharedHint')}
        </p>
        <details ref={more}>
          <summary>{t('signIn.more')}</summary>
          <TextField
            id="sign-in-service"
            label={t('signIn.service')}
            hint={t('signIn.serviceHint')}
            error={errorOf('service')}
            name="service"
            autocomplete="url"
            inputmode="url"
          />
        </details>
        <button type="submit" class="primary" id="sign-in-submit">
          {t(isBusy() ? 'signIn.busy' : 'signIn.submit')}
        </button>
      </form>
      <Show when={kept()}>{(component) => createComponent(component(), {})}</Show>
    </Screen>
  );
}
