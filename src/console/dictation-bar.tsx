import './dictation.css';
import '../ui/voice.css';
import {
  createEffect,
  createSignal,
  For,
  getOwner,
  type JSX,
  onCleanup,
  runWithOwner,
  Show,
} from 'solid-js';
import { createEarcons } from '../a11y/earcons.ts';
import type { Conversation } from '../domain/conversation.ts';
import { speechOf } from '../domain/speech-settings.ts';
import { createCannedStore, loadStarter } from '../session/create-canned-store.ts';
import { describeEngine, describePlace, describeSpeechError } from '../session/describe-speech.ts';
import { likelyPhrases } from '../session/likely-phrases.ts';
import { loadVoicePhrases } from '../session/load-voice-phrases.ts';
import type { VoiceId, VoicePhrases } from '../session/voice-phrases.ts';
import { useWorkspace } from '../session/workspace.ts';
import {
  createDictation,
  type Dictated,
  type Dictation,
  type DictationState,
} from '../speech/dictation/create-dictation.ts';
import { fieldTarget } from '../speech/dictation/field-target.ts';
import { openMicrophone } from '../speech/open-microphone.ts';
import type { Recognizer } from '../speech/recognizer.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { ComposerHandle } from './composer.tsx';
import { EnglishHelp } from './english-help.tsx';
import { rememberWritten } from './remember-written.ts';
import { VoiceAnswerButton } from './voice-answer-button.tsx';

interface DictationBarProps {
  readonly conversation: Conversation;
  composer(): ComposerHandle | undefined;
}

const textFields = 'textarea, input:not([type]), input[type=text], input[type=search], #number';

/** The microphone beneath the reply box (A47): its state, what it hears, what it is not sure of. */
export function DictationBar(props: DictationBarProps): JSX.Element {
  const workspace = useWorkspace();
  const { lock, t, say, clock, commands, settings, queue, storage } = workspace;
  const [state, setState] = createSignal<DictationState>('closed');
  const [partial, setPartial] = createSignal('');
  const [last, setLast] = createSignal<Dictated>();
  const [engine, setEngine] = createSignal<Recognizer>();
  const [asks, setAsks] = createSignal<'send' | 'correct'>();
  const earcons = createEarcons({ clock, preferences: settings });
  let dictation: Dictation | undefined;
  let starting: Promise<Dictation | undefined> | undefined;
  let phrases: VoicePhrases | undefined;
  let isHeld = false;
  /** The key may be let go of before the code has come. */
  let isWanted = false;
  let store: ReturnType<typeof createCannedStore> | undefined;
  const written = rememberWritten();
  const owner = getOwner();

  const target = () => {
    // What is asked about must not change until it is answered.
    if (asks()) return undefined;
    const active = document.activeElement;
    const field =
      active instanceof HTMLElement && active.matches(textFields)
        ? (active as HTMLTextAreaElement)
        : props.composer()?.element();
    return field && written.into(fieldTarget(field, props.conversation.language));
  };
  const show = (next: DictationState) => {
    const before = state();
    setState(next);
    const isOpen = next === 'open';
    if (isOpen === (before === 'open')) return;
    // The signal itself must come before the other sounds are ducked, and after they are let go.
    if (!isOpen) workspace.duck(false);
    earcons.play(isOpen ? 'mic-open' : 'mic-closed');
    if (isOpen) workspace.duck(true);
    // While something is read aloud, a word about the microphone would only be in its way.
    if (next === 'closed') tellEnd(written.take());
    else if (isOpen && !settings().earcons) say(t('dictation.state.open'));
  };
  /** Not earlier: an open microphone would write down what a screen reader says aloud. */
  const tellEnd = (text: string) => {
    if (lock.isLocked()) return;
    if (text) say(t('dictation.written', { text }), props.conversation.language);
    else say(t('dictation.state.closed'));
  };
  const run = (id: VoiceId) => {
    if (id === 'confirm') confirm();
    else if (id === 'cancel') setAsks(undefined);
    else if (id === 'send') setAsks('send');
    else if (id !== 'stop-dictation') commands.run(id);
  };
  const confirm = () => {
    setAsks(undefined);
    props.composer()?.send();
  };
  const hearsCommands = () => speechOf(settings()).voiceCommands;
  const spoken = () => [
    ...(phrases?.own ?? []),
    ...(asks() ? (phrases?.answers ?? []) : []),
    ...(hearsCommands() ? (phrases?.commands(commands) ?? []) : []),
  ];
  /** Read when the microphone is first opened: most agents type. */
  const canned = () => store?.library()?.responses ?? [];
  const start = async (): Promise<Dictation | undefined> => {
    const { language } = props.conversation;
    store ??= runWithOwner(owner, () => createCannedStore({ storage, loadStarter }));
    const [speech, loaded] = await Promise.all([workspace.speech(), loadVoicePhrases(language)]);
    phrases = loaded;
    const made = createDictation<VoiceId>({
      clock,
      engines: async (spokenLanguage) => {
        const { recognizer } = speechOf(settings());
        const ready = await speech.recognizers.ready(spokenLanguage, recognizer);
        const able = ready.filter((one) => one.listen);
        setEngine(able[0]);
        return able;
      },
      target,
      hearsCommands,
      openMicrophone: (signal) => openMicrophone({ devices: navigator.mediaDevices, signal }),
      phrases: () =>
        likelyPhrases(props.conversation.customer, canned(), props.conversation.language),
      commands: spoken,
      onCommand: run,
      onState: show,
      onPartial: setPartial,
      onDictated: setLast,
      onCorrect: correct,
      onTrouble: ({ kind }, failed) => {
        const why = describeSpeechError(kind, t);
        workspace.notify(failed ? why : t('dictation.none'));
      },
    });
    const follow = () => made.rest(speech.reader.speaking());
    disposers.push(speech.reader.subscribe(follow), () => made.dispose());
    dictation = made;
    return made;
  };
  const disposers: (() => void)[] = [];
  createEffect(() => void (lock.isLocked() && dictation?.close()));
  onCleanup(() => {
    for (const dispose of disposers) dispose();
    workspace.duck(false);
    earcons.dispose();
  });
  const toggle = () => {
    if (state() !== 'closed') return dictation?.close();
    isWanted = true;
    // A failure to fetch it can be tried again by the next press.
    starting ??= start().catch(() => {
      starting = undefined;
      say(t('app.loadFailed'));
      return undefined;
    });
    void starting.then((made) => isWanted && made?.open());
  };
  const scratch = () => {
    const text = last()?.text.trim();
    say(
      dictation?.scratch() && text
        ? t('dictation.scratched', { text })
        : t('dictation.nothingToScratch'),
    );
  };
  const correct = () => {
    if (last()?.alternatives.length) setAsks('correct');
    else say(t('dictation.nothingToCorrect'));
  };
  const choose = (text: string) => {
    setAsks(undefined);
    props.composer()?.focus();
    if (dictation?.choose(text)) say(t('dictation.chosen', { text: text.trim() }));
    else say(t('dictation.nothingToScratch'));
  };
  const letGo = () => {
    if (!isHeld) return;
    isHeld = false;
    isWanted = false;
    dictation?.close();
  };
  const onKeyUp = ({ key }: KeyboardEvent) => {
    if (!['Alt', 'Control', 'Shift', 'Meta'].includes(key)) letGo();
  };
  addEventListener('keyup', onKeyUp);
  // In another window the key goes up unseen.
  addEventListener('blur', letGo);
  disposers.push(() => {
    isWanted = false;
    removeEventListener('keyup', onKeyUp);
    removeEventListener('blur', letGo);
  });
  disposers.push(
    commands.add([
      {
        id: 'dictate',
        run: () => {
          queue.keystroke();
          // By a key that is held, the microphone closes with it; from the palette it stays open.
          isHeld = speechOf(settings()).dictation === 'hold' && isKeyDown() && state() === 'closed';
          toggle();
        },
      },
      { id: 'scratch-that', run: scratch, available: () => last() !== undefined },
      { id: 'correct-that', run: correct, available: () => last() !== undefined },
    ]),
  );
  /** Whether a key of its own runs the command now; Enter is let go of at once, after a typed word. */
  const isKeyDown = () => {
    const event: unknown = window.event;
    return event instanceof KeyboardEvent && event.type === 'keydown' && event.key !== 'Enter';
  };

  return (
    <div class="dictation">
      <button
        type="button"
        aria-pressed={state() !== 'closed'}
        aria-keyshortcuts={workspace.keymap.bindingsOf('dictate')[0]}
        onClick={toggle}
      >
        {t('dictation.start')}
      </button>
      <VoiceAnswerButton conversation={props.conversation} composer={props.composer} />
      <EnglishHelp conversation={props.conversation} composer={props.composer} />
      <Show when={state() !== 'closed'}>
        <span class="microphone" data-state={state()}>
          {t(`dictation.state.${state()}`)}
        </span>
        <Show when={engine()}>
          {(one) => (
            <span class="hint">
              {t('dictation.engine', {
                engine: describeEngine(one().id, t),
                place: describePlace(one().place, t),
              })}
            </span>
          )}
        </Show>
      </Show>
      <Show when={partial()}>
        <p class="partial" lang={props.conversation.language}>
          {t('dictation.partial', { text: partial() })}
        </p>
      </Show>
      <Show when={last()?.doubtful.length}>
        <p class="doubtful">
          {t('dictation.doubtful', { words: last()?.doubtful.join(t('app.comma')) ?? '' })}{' '}
          <button type="button" onClick={correct}>
            {t('commands.correctThat')}
          </button>
        </p>
      </Show>
      <Show when={asks() === 'correct'}>
        <Dialog
          id="correct-dialog"
          title={t('dictation.correct')}
          description={t('dictation.correctHint', { text: last()?.text.trim() ?? '' })}
          onClose={() => setAsks(undefined)}
        >
          <ul class="plain" lang={props.conversation.language}>
            <For each={last()?.alternatives ?? []}>
              {(text) => (
                <li>
                  <button type="button" onClick={() => choose(text)}>
                    {text.trim()}
                  </button>
                </li>
              )}
            </For>
          </ul>
          <button type="button" onClick={() => setAsks(undefined)}>
            {t('dictation.keep')}
          </button>
        </Dialog>
      </Show>
      <Show when={asks() === 'send'}>
        <Confirm
          id="send-dialog"
          title={t('dictation.confirmSend', { name: props.conversation.customer.name })}
          description={props.composer()?.text() ?? ''}
          confirm={t('dictation.confirmYes')}
          keep={t('dictation.confirmNo')}
          onClose={() => setAsks(undefined)}
          onConfirm={confirm}
        />
      </Show>
    </div>
  );
}
