import { createSignal, type JSX, Show } from 'solid-js';
import { addLock, removeLock } from '../outbox/vault/change-locks.ts';
import { createPasskey, findObstacle } from '../outbox/vault/passkey.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';
import { Confirm } from '../ui/confirm.tsx';

interface PasskeyPartProps {
  readonly words: Translate;
  readonly isSet: boolean;
  /** Nothing else opens what is kept. */
  readonly isAlone: boolean;
}

/** Sets up a passkey and removes it, or says plainly why there can be none. */
export function PasskeyPart(props: PasskeyPartProps): JSX.Element {
  const { say, storage } = useWorkspace();
  const [isBusy, setBusy] = createSignal(false);
  const [isAsked, setAsked] = createSignal(false);
  const [problem, setProblem] = createSignal<MessageKey>();
  let button!: HTMLButtonElement;
  const obstacle = findObstacle(window);
  const finish = (message: MessageKey, hasFailed: boolean) => {
    setBusy(false);
    setProblem(hasFailed ? message : undefined);
    button.focus();
    say(props.words(message));
  };
  const add = async () => {
    if (isBusy()) return;
    setBusy(true);
    setProblem(undefined);
    const made = await createPasskey();
    if (!made.ok) return finish(`safe.${made.error.kind}`, true);
    const isKept = await addLock(storage, made.value);
    finish(isKept ? 'safe.passkeyDone' : 'safe.failed', !isKept);
  };
  const remove = async () => {
    setAsked(false);
    const isGone = await removeLock(storage, 'passkey');
    finish(isGone ? 'safe.passkeyRemoved' : 'safe.failed', !isGone);
  };
  return (
    <section class="safe" aria-labelledby="safe-passkey-title">
      <h3 id="safe-passkey-title">{props.words('safe.passkey')}</h3>
      <p id="safe-passkey-hint">
        {props.words(obstacle ? `safe.${obstacle}` : 'safe.passkeyLead')}
      </p>
      <Show when={props.isSet}>
        <p>
          {props.words('safe.passkeySet')} {props.isAlone && props.words('safe.passkeyAlone')}
        </p>
      </Show>
      <Show when={problem()}>{(message) => <p class="error">{props.words(message())}</p>}</Show>
      <Show when={!obstacle}>
        <div class="row">
          <button
            ref={button}
            type="button"
            id="safe-passkey"
            aria-describedby="safe-passkey-hint"
            onClick={() => (props.isSet ? setAsked(true) : void add())}
          >
            {props.words(props.isSet ? 'safe.passkeyRemove' : 'safe.passkeyAdd')}
          </button>
        </div>
      </Show>
      <Show when={isAsked()}>
        <Confirm
          id="passkey-dialog"
          title={props.words('safe.passkeyAsk')}
          description={props.words('safe.passkeyAskHint')}
          confirm={props.words('safe.passkeyRemove')}
          keep={props.words('safe.passkeyKeep')}
          onClose={() => setAsked(false)}
          onConfirm={() => void remove()}
        />
      </Show>
    </section>
  );
}
