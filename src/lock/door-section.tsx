import '../ui/form.css';
import './door.css';
import { createEffect, createSignal, type JSX, on, onMount, Show } from 'solid-js';
import { render } from '#dom';
import type { DoorState } from '../outbox/door.ts';
import { saveSettings } from '../outbox/settings-store.ts';
import { openByPassphrase } from '../outbox/vault/locks.ts';
import { openByPasskey } from '../outbox/vault/passkey.ts';
import { countKeptMessages, giveUpDatabase, startAnew } from '../outbox/vault/start-anew.ts';
import { whenKept } from '../outbox/when-kept.ts';
import { PassphraseField, ShowField } from '../session/passphrase-field.tsx';
import { useSafeWords } from '../session/safe-words.ts';
import { useDoor } from '../session/use-door.ts';
import { useWorkspace, type Workspace, WorkspaceProvider } from '../session/workspace.ts';
import type { Translate } from '../shared/translate.ts';
import { Confirm } from '../ui/confirm.tsx';
import { focusOnce } from '../ui/focus-once.ts';

const why = {
  'key-lost': 'safe.lost',
  'newer-version': 'safe.newer',
  broken: 'safe.broken',
} as const;

/**
 * Shows above every screen that what is kept is shut, and what opens it. It stands outside of the app's
 * own tree, so that the first screen need not know of it.
 * @returns takes it away
 */
export function showDoorSection(workspace: Workspace, shut: DoorState): () => void {
  const host = document.createElement('div');
  host.className = 'notices door';
  document.querySelector('.shell > header')?.after(host);
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <DoorSection shut={shut} />
      </WorkspaceProvider>
    ),
    host,
  );
  return () => {
    const hadFocus = host.contains(document.activeElement);
    dispose();
    host.remove();
    if (hadFocus) focusOnce(document.querySelector<HTMLElement>('main h1'));
  };
}

/** Fetches its words, and shows itself when they are there. */
function DoorSection(props: { readonly shut: DoorState }): JSX.Element {
  const { words, hasFailed, fetchAgain } = useSafeWords();
  const { clock } = useWorkspace();
  createEffect(on(hasFailed, (failed) => failed && clock.after(3000, fetchAgain)));
  return (
    <Show when={words()}>
      {(t) => (
        <Show when={props.shut === 'locked'} fallback={<Lost shut={props.shut} words={t()} />}>
          <Ask words={t()} />
        </Show>
      )}
    </Show>
  );
}

interface FrameProps {
  readonly title: string;
  readonly children: JSX.Element;
}

/** Folded away in a practice, where the room is the conversation's; open everywhere else. */
function Frame(props: FrameProps): JSX.Element {
  const { run } = useWorkspace();
  return (
    <section class="note" aria-labelledby="door-title">
      <details open={!run()}>
        <summary>
          <h2 id="door-title">{props.title}</h2>
        </summary>
        <div class="stacked">{props.children}</div>
      </details>
    </section>
  );
}

/** Asks for the passphrase or the passkey. Wrong ones cost nothing. */
function Ask(props: { readonly words: Translate }): JSX.Element {
  const { say, storage, queue, language } = useWorkspace();
  const { has } = useDoor(storage.door);
  const [isShown, setShown] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<'safe.wrong' | 'safe.passkeyFailed'>();
  const [isLeaving, setLeaving] = createSignal(false);
  let form!: HTMLFormElement;
  const field = () => form.querySelector<HTMLInputElement>('#door-passphrase');
  onMount(() => {
    const { door } = storage;
    if (!door.isTold) {
      door.isTold = true;
      const text = props.words('safe.asked');
      queue.announce({ class: 'connection', priority: 1, text, language: language() });
    }
    // Nobody has done anything yet, so nobody is taken from anywhere.
    if (document.activeElement === document.body)
      (field() ?? form.querySelector('button'))?.focus();
  });
  const attempt = async (
    open: () => Promise<boolean>,
    wrong: 'safe.wrong' | 'safe.passkeyFailed',
  ) => {
    if (isBusy()) return;
    setBusy(true);
    setProblem(undefined);
    say(props.words('safe.busy'));
    const { words } = props;
    const isOpen = await open();
    if (isOpen) await whenKept(storage);
    setBusy(false);
    say(words(isOpen ? 'safe.opened' : wrong));
    if (isOpen) return;
    setProblem(wrong);
    if (wrong === 'safe.wrong') field()?.select();
  };
  const byPassphrase = () =>
    attempt(() => openByPassphrase(storage.door, field()?.value ?? ''), 'safe.wrong');
  const byPasskey = () => attempt(() => openByPasskey(storage.door), 'safe.passkeyFailed');
  return (
    <Frame title={props.words('safe.title')}>
      <p>{props.words(has('passphrase') ? 'safe.askLead' : 'safe.askPasskey')}</p>
      <form
        ref={form}
        class="stacked"
        onSubmit={(event) => {
          event.preventDefault();
          void byPassphrase();
        }}
      >
        <Show when={has('passphrase')}>
          <PassphraseField
            id="door-passphrase"
            label={props.words('safe.passphrase')}
            error={problem() === 'safe.wrong' ? props.words('safe.wrong') : undefined}
            isShown={isShown()}
          />
          <ShowField
            id="door-show"
            label={props.words('safe.show')}
            isShown={isShown()}
            onChange={setShown}
          />
        </Show>
        <Show when={problem() === 'safe.passkeyFailed'}>
          <p class="error">{props.words('safe.passkeyFailed')}</p>
        </Show>
        <div class="row">
          <Show when={has('passphrase')}>
            <button type="submit" class="primary" id="door-open">
              {props.words(isBusy() ? 'safe.busy' : 'safe.open')}
            </button>
          </Show>
          <Show when={has('passkey')}>
            <button type="button" id="door-passkey" onClick={() => void byPasskey()}>
              {props.words('safe.usePasskey')}
            </button>
          </Show>
          <button type="button" id="door-forgotten" onClick={() => setLeaving(true)}>
            {props.words('safe.forgotten')}
          </button>
        </div>
      </form>
      <Show when={isLeaving()}>
        <StartAnew words={props.words} isWhole={false} onClose={() => setLeaving(false)} />
      </Show>
    </Frame>
  );
}

/** What is kept cannot be opened by anyone: says so, and offers to give it up. */
function Lost(props: { readonly shut: DoorState; readonly words: Translate }): JSX.Element {
  const { t, notices, dismissNotices } = useWorkspace();
  const [isLeaving, setLeaving] = createSignal(false);
  // It was said, and stands here in other words with what can be done.
  const told = t(`storage.${props.shut as keyof typeof why}`);
  createEffect(() => {
    if (notices().length && notices().every((text) => text === told)) dismissNotices();
  });
  const reason = () => props.words(why[props.shut as Exclude<DoorState, 'locked'>]);
  return (
    <Frame title={props.words('safe.lostTitle')}>
      <p id="door-text">{reason()}</p>
      <div class="row">
        <button
          type="button"
          id="door-anew"
          aria-describedby="door-text"
          onClick={() => setLeaving(true)}
        >
          {props.words('safe.startAnew')}
        </button>
      </div>
      <Show when={isLeaving()}>
        <StartAnew
          words={props.words}
          isWhole={props.shut === 'broken'}
          onClose={() => setLeaving(false)}
        />
      </Show>
    </Frame>
  );
}

interface StartAnewProps {
  readonly words: Translate;
  /** The browser's whole database has to go. */
  readonly isWhole: boolean;
  onClose(): void;
}

/** Names what is lost, counts what was not sent, and asks. */
function StartAnew(props: StartAnewProps): JSX.Element {
  const { say, storage, settings } = useWorkspace();
  const [unsent, setUnsent] = createSignal<number | 'unknown'>();
  onMount(() => void countKeptMessages(storage).then((count) => setUnsent(count ?? 'unknown')));
  const description = () => {
    const count = unsent();
    const loses = props.words(props.isWhole ? 'safe.anewLosesAll' : 'safe.anewLoses');
    if (!count) return loses;
    const more =
      count === 'unknown'
        ? props.words('safe.anewUnknown')
        : props.words('safe.anewUnsent', { count });
    return `${loses} ${more}`;
  };
  const go = async () => {
    const { words } = props;
    props.onClose();
    if (props.isWhole) {
      if (await giveUpDatabase(storage)) return location.reload();
    } else if (await startAnew(storage)) {
      say(words('safe.anewDone'));
      // A first write that succeeds brings over what had to wait.
      await saveSettings(storage, settings());
      return;
    }
    say(words('safe.anewFailed'));
  };
  return (
    <Show when={unsent() !== undefined}>
      <Confirm
        id="anew-dialog"
        title={props.words('safe.anewAsk')}
        description={description()}
        confirm={props.words('safe.anewDo')}
        keep={props.words('safe.anewKeep')}
        onClose={() => props.onClose()}
        onConfirm={() => void go()}
      />
    </Show>
  );
}
