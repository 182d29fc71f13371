import '../ui/voice.css';
import {
  createEffect,
  createMemo,
  createRenderEffect,
  createSignal,
  type JSX,
  onCleanup,
  Show,
  untrack,
} from 'solid-js';
import { joinParts } from '../domain/join-parts.ts';
import type { Recording } from '../domain/recording.ts';
import { longestVoice, longestVoices } from '../domain/run-file.ts';
import type { MentorComment } from '../domain/run-record.ts';
import { createOwnVoice } from '../session/create-own-voice.ts';
import { describeSpeechError } from '../session/describe-speech.ts';
import { clockTime, VoicePlayer } from '../session/voice-player.tsx';
import { useWorkspace } from '../session/workspace.ts';

/** The id of the field for words on a turn, or on the whole run. */
export const commentId = (turn: number | undefined): string => `comment-${turn ?? 'whole'}`;

/** A voice without words beside it, which a trainee who is deaf would have nothing of. */
export const lacksWords = ({ text, voice }: MentorComment): boolean =>
  voice !== undefined && !text.trim();

interface CommentFieldProps {
  readonly label: string;
  readonly comment: MentorComment;
  /** Seconds of sound in the other comments. */
  readonly otherSeconds: number;
  /** Changes what is kept, also after this is gone. Resolves once it is kept. */
  change(change: (comment: MentorComment) => MentorComment): Promise<void>;
  /** Whether another one records; if so, that is said. */
  isBusy(): boolean;
  /** That this one begins to record, or has ended. */
  setRecording(isRecording: boolean): void;
}

/** Words on a turn, and beside them the mentor's own voice: recorded, heard, made anew, deleted. */
export function CommentField(props: CommentFieldProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say } = workspace;
  const id = commentId(untrack(() => props.comment.turn));
  // A recording ends, and is kept, after the form is gone: by then nothing can be asked of it.
  let { comment } = untrack(() => props);
  createRenderEffect(() => {
    comment = props.comment;
  });
  const { change } = props;
  const voice = createMemo(() => props.comment.voice);
  const [removed, setRemoved] = createSignal<Recording>();
  const [trouble, setTrouble] = createSignal('');
  const left = () => Math.min(longestVoice, longestVoices - props.otherSeconds);
  const fail = (why: string) => {
    setTrouble(why);
    say(why);
  };
  const attempt = (task: Promise<void>) => void task.catch(() => fail(t('app.loadFailed')));
  const keep = (recording: Recording) => {
    setRemoved(undefined);
    return change((said) => ({ ...said, voice: recording }));
  };
  const own = createOwnVoice({
    workspace,
    language: workspace.language(),
    longest: left,
    // A sound takes a moment to be kept; a page that goes before "recorded" was said is no surprise.
    keep,
    // In one: of two replies at a time only the last is heard.
    onKept: ({ seconds }, isWriting) => {
      const needsWords = !isWriting && !comment.text.trim();
      const recorded = t('mentor.recorded', { length: clockTime(seconds) });
      say(joinParts([recorded, needsWords ? t('mentor.wordsToo') : ''], t));
    },
    words: () => comment.text,
    onWords: (text) => void change((said) => ({ ...said, text })),
    onUnwritten: () => say(t('mentor.wordsToo')),
    onTrouble: (kind) => fail(describeSpeechError(kind, t)),
    onStopped: (ended) => {
      say(t('mentor.stopped'));
      attempt(ended);
    },
  });
  createEffect(() => props.setRecording(own.isRecording()));
  onCleanup(() => own.dispose());
  const toggle = () => {
    setTrouble('');
    if (props.isBusy()) return fail(t('mentor.stopFirst'));
    if (!own.isRecording() && left() < 1) {
      return fail(t('mentor.noRoom', { minutes: longestVoices / 60 }));
    }
    attempt(own.toggle());
  };
  const remove = (spoken: Recording) => {
    setRemoved(spoken);
    void change(({ voice: _, ...said }) => said);
    document.getElementById(`${id}-undo`)?.focus();
    say(t('mentor.voiceDeleted'));
  };
  const putBack = (spoken: Recording) => {
    void keep(spoken);
    document.querySelector<HTMLElement>(`#player-${id} button`)?.focus();
    say(t('mentor.voiceIsBack'));
  };
  return (
    <div class="field-block">
      <label id={`${id}-label`} for={id}>
        {props.label}
      </label>
      <textarea
        autocomplete="off"
        id={id}
        rows="2"
        required={voice() !== undefined}
        aria-describedby={voice() ? `${id}-hint` : undefined}
        value={props.comment.text}
        onInput={(event) => {
          const text = event.currentTarget.value;
          void change((said) => ({ ...said, text }));
        }}
      />
      <Show when={voice()}>
        <p id={`${id}-hint`} class="hint">
          {t('mentor.wordsToo')}
        </p>
      </Show>
      <div class="row">
        <button
          type="button"
          id={`${id}-record`}
          aria-pressed={own.isRecording()}
          aria-labelledby={`${id}-record ${id}-label`}
          onClick={toggle}
        >
          {t(voice() ? 'voiceAnswer.again' : 'voiceAnswer.record')}
        </button>
        <Show when={own.isRecording()}>
          <span class="microphone" data-state="open">
            {t('voiceAnswer.recording', { time: clockTime(own.lasts()) })}
          </span>
        </Show>
        <Show when={!own.isRecording() && voice()}>
          {(spoken) => (
            <>
              <VoicePlayer
                id={id}
                sound={voice()}
                tabindex={0}
                isPlain
                begins={false}
                isLoading={false}
                load={() => undefined}
                about={props.label}
                onTrouble={() => fail(describeSpeechError('not-audio', t))}
              />
              <span class="hint">
                {t('voiceMessage.size', { size: Math.ceil(spoken().sound.size / 1000) })}
              </span>
              <button
                type="button"
                id={`${id}-delete`}
                aria-labelledby={`${id}-delete ${id}-label`}
                onClick={() => remove(spoken())}
              >
                {t('mentor.deleteVoice')}
              </button>
            </>
          )}
        </Show>
        <Show when={!own.isRecording() && removed()}>
          {(spoken) => (
            <button
              type="button"
              id={`${id}-undo`}
              aria-labelledby={`${id}-undo ${id}-label`}
              onClick={() => putBack(spoken())}
            >
              {t('mentor.undoVoice')}
            </button>
          )}
        </Show>
      </div>
      <Show when={own.isWriting()}>
        <p class="hint">{t('voiceMessage.writing')}</p>
      </Show>
      <Show when={trouble()}>
        <p class="error">{trouble()}</p>
      </Show>
    </div>
  );
}
