import { createSignal, type JSX, Show } from 'solid-js';
import { addLock, removeLock } from '../outbox/vault/change-locks.ts';
import { openByPassphrase, preparePassphrase } from '../outbox/vault/locks.ts';
import { isShared } from '../outbox/vault/shared-computer.ts';
import { PassphraseField, ShowField } from '../session/passphrase-field.tsx';
import { useSafeWords } from '../session/safe-words.ts';
import { useDoor } from '../session/use-door.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';
import { PasskeyPart } from './passkey-part.tsx';

/** In letters; a Chinese character counts for two. */
const shortest = 12;
const lengthOf = (typed: string): number =>
  [...typed.normalize('NFKC')].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

type Field = 'present' | 'new' | 'again';
type Problem = { readonly field: Field; readonly message: MessageKey };

/** What keeps others from opening what is kept: a passphrase, a passkey, or nothing. */
export function SafePanel(): JSX.Element {
  const { t, storage } = useWorkspace();
  const { state, has } = useDoor(storage.door);
  const { words, hasFailed, fetchAgain } = useSafeWords();
  const obstacle = (): MessageKey | undefined => {
    if (state() === 'locked') return 'safe.lockedFirst';
    if (isShared()) return 'safe.shared';
    return state() || !storage.door.database ? 'safe.noDisk' : undefined;
  };
  return (
    <Show
      when={words()}
      fallback={
        <Show when={hasFailed()} fallback={<p>{t('app.loading')}</p>}>
          <p>
            {t('app.loadFailed')}{' '}
            <button type="button" onClick={fetchAgain}>
              {t('app.retry')}
            </button>
          </p>
        </Show>
      }
    >
      {(ready) => (
        <Show when={!obstacle()} fallback={<p>{ready()(obstacle() ?? 'safe.noDisk')}</p>}>
          <p>{ready()(has('passphrase') || has('passkey') ? 'safe.leadSet' : 'safe.lead')}</p>
          <PassphrasePart words={ready()} isSet={has('passphrase')} />
          <PasskeyPart words={ready()} isSet={has('passkey')} isAlone={!has('passphrase')} />
        </Show>
      )}
    </Show>
  );
}

/** Sets, changes and removes the passphrase. What was typed stays until it has worked. */
function PassphrasePart(props: {
  readonly words: Translate;
  readonly isSet: boolean;
}): JSX.Element {
  const { say, storage } = useWorkspace();
  const [isShown, setShown] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  let form!: HTMLFormElement;
  const find = (field: Field) => form.querySelector<HTMLInputElement>(`#safe-${field}`);
  const read = (field: Field) => find(field)?.value ?? '';
  const errorOf = (field: Field) => {
    const found = problem();
    return found?.field === field ? props.words(found.message) : undefined;
  };
  const refuse = (field: Field, message: MessageKey) => {
    setProblem({ field, message });
    say(props.words(message));
    find(field)?.focus();
    find(field)?.select();
  };
  const isPresent = async () =>
    !props.isSet || (await openByPassphrase(storage.door, read('present')));
  const attempt = async (task: () => Promise<boolean>, done: MessageKey) => {
    if (isBusy()) return;
    setBusy(true);
    setProblem(undefined);
    const { words } = props;
    say(words('safe.busy'));
    if (!(await isPresent())) refuse('present', 'safe.wrong');
    else if (await task()) {
      form.reset();
      setShown(false);
      // The button that was pressed may be gone with what it removed.
      form.querySelector<HTMLElement>('button')?.focus();
      say(words(done));
    } else say(words('safe.failed'));
    setBusy(false);
  };
  const set = () => {
    if (lengthOf(read('new')) < shortest) return refuse('new', 'safe.tooShort');
    if (read('new') !== read('again')) return refuse('again', 'safe.differ');
    const typed = read('new');
    const done = props.isSet ? 'safe.changed' : 'safe.setDone';
    void attempt(async () => addLock(storage, await preparePassphrase(typed)), done);
  };
  const remove = () => void attempt(() => removeLock(storage, 'passphrase'), 'safe.removed');

  return (
    <form
      ref={form}
      id="safe-form"
      class="safe"
      aria-labelledby="safe-form-title"
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <h3 id="safe-form-title">
        {props.words(props.isSet ? 'safe.changeTitle' : 'safe.setTitle')}
      </h3>
      <p>{props.words('safe.cost')}</p>
      <Show when={props.isSet}>
        <PassphraseField
          id="safe-present"
          label={props.words('safe.present')}
          hint={props.words('safe.removeHint')}
          error={errorOf('present')}
          isShown={isShown()}
        />
      </Show>
      <PassphraseField
        id="safe-new"
        label={props.words('safe.new')}
        hint={props.words('safe.newHint')}
        error={errorOf('new')}
        isNew
        isShown={isShown()}
      />
      <PassphraseField
        id="safe-again"
        label={props.words('safe.again')}
        error={errorOf('again')}
        isNew
        isShown={isShown()}
      />
      <ShowField
        id="safe-show"
        label={props.words('safe.show')}
        isShown={isShown()}
        onChange={setShown}
      />
      <div class="row">
        <button type="submit" class="primary" id="safe-set">
          {props.words(isBusy() ? 'safe.busy' : props.isSet ? 'safe.change' : 'safe.set')}
        </button>
        <Show when={props.isSet}>
          <button type="button" id="safe-remove" onClick={remove}>
            {props.words('safe.remove')}
          </button>
        </Show>
      </div>
    </form>
  );
}
