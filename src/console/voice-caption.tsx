import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { Message } from '../domain/message.ts';
import { surenessOf } from '../session/caption-voice.ts';
import { describeEngine } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import { markWords } from './mark-words.ts';
import { MixedText } from './mixed-text.tsx';

/** Milliseconds for which the field outlives its end. */
const overlap = 150;

interface VoiceCaptionProps {
  readonly message: Message;
  readonly author: string;
  readonly tabindex: 0 | -1;
  /** The agent has put it right. */
  save(text: string): void;
}

/** What is said in a recording (A45): who speaks, the words with the doubtful ones marked, by whom. */
export function VoiceCaption(props: VoiceCaptionProps): JSX.Element {
  const { t, say, clock, language } = useWorkspace();
  const [isEditing, setEditing] = createSignal(false);
  let cancel: (() => void) | undefined;
  let edit!: HTMLButtonElement;
  let field!: HTMLTextAreaElement;
  const id = `voice-${props.message.id}`;
  const doubtful = () => props.message.caption?.doubtful ?? [];
  const source = () => {
    const { caption, attachment } = props.message;
    if (caption?.by === 'agent') return t('voiceMessage.byAgent');
    if (!caption) {
      return t(attachment?.script === undefined ? 'voiceMessage.none' : 'voiceMessage.byScript');
    }
    return t('voiceMessage.byMachine', {
      engine: describeEngine(caption.engine ?? '', t),
      sure: t(`voiceMessage.${surenessOf(caption)}`),
    });
  };
  const open = () => {
    cancel?.();
    setEditing(true);
    field.value = props.message.text;
    field.focus();
  };
  /** A screen reader that finds its place gone says nothing of where the focus went (A39). */
  const close = () => {
    edit.focus();
    cancel = clock.after(overlap, () => setEditing(false));
  };
  onCleanup(() => cancel?.());
  const save = () => {
    const text = field.value.trim();
    // Nothing is not a caption: what stood there stays.
    if (text && text !== props.message.text) {
      props.save(text);
      say(t('voiceMessage.saved'));
    }
    close();
  };

  return (
    <>
      <p class="caption" dir="auto">
        <strong lang={language()}>{t('voiceMessage.speaker', { name: props.author })}</strong>
        <For each={markWords(props.message.text, doubtful())}>
          {({ text, isMarked }) =>
            isMarked ? (
              <mark>
                <MixedText text={text} language={props.message.language} />
              </mark>
            ) : (
              <MixedText text={text} language={props.message.language} />
            )
          }
        </For>
      </p>
      <p class="hint" lang={language()}>
        {source()}
        <Show when={doubtful().length}>
          {' '}
          {t('dictation.doubtful', { words: doubtful().join(t('app.comma')) })}
        </Show>
      </p>
      <button
        ref={edit}
        type="button"
        class="quiet"
        lang={language()}
        tabindex={props.tabindex}
        onClick={open}
      >
        {t('voiceMessage.edit')}
      </button>
      <Show when={isEditing()}>
        <div class="stack" lang={language()}>
          <label for={id}>{t('voiceMessage.label', { name: props.author })}</label>
          <textarea
            autocomplete="off"
            ref={field}
            id={id}
            rows="3"
            lang={props.message.language}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.isComposing) return;
              event.preventDefault();
              close();
            }}
          />
          <div class="row">
            <button type="button" class="primary" onClick={save}>
              {t('common.save')}
            </button>
            <button type="button" onClick={close}>
              {t('common.cancel')}
            </button>
          </div>
        </div>
      </Show>
    </>
  );
}
