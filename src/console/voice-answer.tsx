import './voice-answer.css';
import { createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { findFields, unfilledBlanks } from '../canned-responses/placeholder.ts';
import type { ConnectorError } from '../domain/connector-error.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Recording } from '../domain/recording.ts';
import { createOwnVoice } from '../session/create-own-voice.ts';
import { describeConnectorError } from '../session/describe-connector-error.ts';
import { describeSpeechError } from '../session/describe-speech.ts';
import {
  dropRecording,
  dropRecordingAside,
  keepRecording,
  longestRecording,
  readRecording,
  setRecordingAside,
} from '../session/kept-recordings.ts';
import { speakVoice } from '../session/make-voice.ts';
import { clockTime, VoicePlayer } from '../session/voice-player.tsx';
import { useSession, useWorkspace } from '../session/workspace.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type ComposerHandle, maximumLength } from './composer.tsx';

interface VoiceAnswerProps {
  readonly conversation: Conversation;
  readonly composer: ComposerHandle;
  onClose(): void;
}

/** Milliseconds for which the dialog outlives its end. */
const overlap = 150;

/** What is written is spoken by a machine, or the agent speaks. */
type Way = 'text' | 'own';

/**
 * Answers as a voice message: written words that a voice speaks, or the agent's own voice, heard
 * before it is sent and with the words beside it. The words are those of the reply box, and
 * what is changed here is changed there; a recording stays until it is sent.
 */
export function VoiceAnswer(props: VoiceAnswerProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, speech, storage, clock, settings } = workspace;
  const session = useSession();
  // Kept: after `onClose` the properties are those of a component that is gone.
  const { composer, conversation } = props;
  const { id, language } = conversation;
  const [way, setWay] = createSignal<Way>('text');
  const [text, setText] = createSignal(composer.text());
  const [spoken, setSpoken] = createSignal<Recording & { readonly words: string }>();
  const [heard, setHeard] = createSignal<Recording>();
  const [isMaking, setMaking] = createSignal(false);
  const [trouble, setTrouble] = createSignal('');
  const [limit, setLimit] = createSignal(Number.POSITIVE_INFINITY);
  const ended = new AbortController();
  let isSent = false;
  let box!: HTMLTextAreaElement;

  const own = createOwnVoice({
    workspace,
    language,
    longest: () => longestRecording,
    keep: async (recording) => {
      await keepRecording(storage, id, recording, clock.now());
      // Another conversation has come in its place.
      if (ended.signal.aborted) say(t('voiceAnswer.keeps'));
    },
    words: text,
    onWords: (words) => put(words),
    onTrouble: (kind) => fail(describeSpeechError(kind, t)),
    onStopped: (done) => {
      say(t('voiceAnswer.stopped'));
      attempt(done);
    },
  });
  const current = createMemo(() => {
    if (way() === 'own') return own.recording();
    const made = spoken();
    return made?.words === text().trim() ? made : undefined;
  });
  const [restored, setRestored] = createSignal<Recording>();
  /** What was recorded before does not begin by itself. */
  const isRestored = () => current() !== undefined && current() === restored();
  const fail = (why: string) => {
    setTrouble(why);
    say(why);
  };
  /** The reply box has the words as well: they outlive the dialog, its conversation and the page. */
  const put = (words: string) => {
    setText(words);
    composer.set(words, words.length);
  };
  const refuse = (error: ConnectorError) => fail(describeConnectorError(error, t));
  /** Runs a step whose code may have to be fetched first. */
  const attempt = (task: Promise<void>) =>
    void task.catch(() => {
      setMaking(false);
      if (!ended.signal.aborted) fail(t('app.loadFailed'));
    });

  /** Whether the words can be sent; if not, it is said why. */
  const areFit = (): boolean => {
    const [blank] = findFields(box.value);
    if (blank) {
      box.focus();
      box.setSelectionRange(blank.start, blank.end);
      fail(t('composer.blank', { names: unfilledBlanks(box.value).join(t('app.comma')) }));
    } else if (box.value.length > maximumLength) {
      fail(t('composer.tooLong', { count: box.value.length, max: maximumLength }));
    } else if (way() === 'text' && !text().trim()) {
      fail(t('voiceAnswer.empty'));
    } else return true;
    return false;
  };
  const make = async () => {
    if (isMaking() || !areFit()) return;
    setTrouble('');
    setMaking(true);
    say(t('voiceAnswer.making'));
    const words = text().trim();
    const { synthesizers } = await speech();
    const made = await speakVoice(words, language, {
      synthesizers: (wanted) => synthesizers.ready(wanted),
      signal: ended.signal,
    });
    setMaking(false);
    if (made.ok) setSpoken({ ...made.value, words });
    // There are words, but nothing in them to be said.
    else if (made.error.kind === 'empty-audio') fail(t('voiceAnswer.empty'));
    else if (made.error.kind !== 'aborted') fail(describeSpeechError(made.error.kind, t));
  };
  /** Nobody finds it a second time; taken back in time (A18), it is there again. */
  const forget = async () => {
    const hold = settings().undoSend * 1000;
    if (!hold) return void (await dropRecording(storage, id));
    await setRecordingAside(storage, id, clock.now());
    clock.after(hold + 500, () => void dropRecordingAside(storage, id));
  };

  const send = () => {
    if (isSent) return;
    if (own.isRecording()) return fail(t('voiceAnswer.stopFirst'));
    if (isMaking()) return say(t('voiceAnswer.making'));
    if (!areFit()) return;
    const recording = current();
    if (!recording) {
      if (way() === 'own') return fail(t('voiceAnswer.nothing'));
      return attempt(make());
    }
    if (heard() !== recording) return fail(t('voiceAnswer.hearFirst'));
    const { seconds } = recording;
    const file = recording.sound;
    if (file.size > limit()) return refuse({ kind: 'file-too-large' });
    const kept = session.send(id, text().trim(), {
      sound: file,
      seconds,
      bytes: file.size,
      mime: file.type,
      name: 'voice-message.ogg',
    });
    if (!kept) return fail(t('composer.ended'));
    isSent = true;
    // Nothing goes before the outbox has it.
    void kept.then(async () => {
      if (way() === 'own') await forget();
      composer.set('', 0);
      composer.held();
      composer.focus();
      // A screen reader that finds its place gone says nothing of where the focus went (A39).
      clock.after(overlap, () => props.onClose());
      say(t('voiceAnswer.sent'));
    });
  };
  const close = () => {
    if (own.recording() && !own.isRecording()) say(t('voiceAnswer.keeps'));
    props.onClose();
  };

  onMount(async () => {
    const waiting = await readRecording(storage, id, clock.now());
    if (waiting && own.restore(waiting) && !ended.signal.aborted) {
      setRestored(own.recording());
      setWay('own');
      say(t('voiceAnswer.kept'));
    }
    const allowed = await session.connector.voiceLimit();
    if (ended.signal.aborted) return;
    if (allowed.ok) setLimit(allowed.value);
    // Without a link it waits in the outbox like any other answer.
    else if (allowed.error.kind === 'no-files') refuse(allowed.error);
  });
  onCleanup(() => {
    ended.abort();
    own.dispose();
  });

  return (
    <Dialog
      id="voice-answer"
      title={t('voiceAnswer.title', { name: conversation.customer.name })}
      onClose={close}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Control+Enter works from every field of it */}
      <div
        class="voice-answer"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      >
        <fieldset class="row" disabled={own.isRecording()}>
          <legend>{t('voiceAnswer.way')}</legend>
          <label>
            <input
              type="radio"
              name="voice-way"
              checked={way() === 'text'}
              onChange={() => setWay('text')}
            />
            {t('voiceAnswer.byMachine')}
          </label>
          <label>
            <input
              type="radio"
              name="voice-way"
              checked={way() === 'own'}
              onChange={() => setWay('own')}
            />
            {t('voiceAnswer.byAgent')}
          </label>
        </fieldset>
        <label for="voice-words">
          {t(way() === 'text' ? 'voiceAnswer.words' : 'voiceAnswer.beside')}
        </label>
        <textarea
          autocomplete="off"
          ref={box}
          id="voice-words"
          rows="4"
          dir="auto"
          lang={language}
          autofocus
          value={text()}
          onInput={() => put(box.value)}
        />
        <p class="hint">{t(way() === 'text' ? 'voiceAnswer.hint' : 'voiceAnswer.hintOwn')}</p>
        <Show when={way() === 'own'}>
          <div class="row">
            <button
              type="button"
              aria-pressed={own.isRecording()}
              onClick={() => {
                setTrouble('');
                attempt(own.toggle());
              }}
            >
              {t(own.recording() ? 'voiceAnswer.again' : 'voiceAnswer.record')}
            </button>
            <Show when={own.isRecording()}>
              <span class="microphone" data-state="open">
                {t('voiceAnswer.recording', { time: clockTime(own.lasts()) })}
              </span>
            </Show>
          </div>
        </Show>
        <Show when={way() === 'text' || (own.recording() && !own.isRecording())}>
          <VoicePlayer
            id="answer"
            sound={current()}
            tabindex={0}
            isPlain
            begins={!isRestored()}
            isLoading={isMaking()}
            load={() => attempt(make())}
            label={t('voiceAnswer.hear')}
            onPlay={() => setHeard(current())}
          />
        </Show>
        <Show when={isMaking() || own.isWriting()}>
          <p class="hint">{t(isMaking() ? 'voiceAnswer.making' : 'voiceMessage.writing')}</p>
        </Show>
        <Show when={trouble()}>
          <p class="error">{trouble()}</p>
        </Show>
        <div class="row end">
          <button type="button" onClick={close}>
            {t('app.close')}
          </button>
          <button type="button" class="primary" onClick={send}>
            {t('voiceAnswer.send')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
