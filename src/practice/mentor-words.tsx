import { createSignal, type JSX, Show } from 'solid-js';
import type { MentorComment } from '../domain/run-record.ts';
import { describeSpeechError } from '../session/describe-speech.ts';
import { VoicePlayer } from '../session/voice-player.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { Runs } from './in-language.tsx';

interface MentorWordsProps {
  readonly comment: MentorComment;
  /** What tells it from the others on the page. */
  readonly id: string;
}

/** Whether there is something to read or to hear, and not a verdict alone. */
export const saysSomething = ({ text, voice }: MentorComment): boolean =>
  text !== '' || voice !== undefined;

/** What a mentor wrote, in the languages that its letters tell, and the same in their own voice. */
export function MentorWords(props: MentorWordsProps): JSX.Element {
  const { t, say, language } = useWorkspace();
  const [trouble, setTrouble] = createSignal('');
  const about = () => {
    const { turn } = props.comment;
    return turn === undefined
      ? t('debrief.mentorOnAll')
      : t('debrief.mentorOnTurn', { number: turn + 1 });
  };
  const fail = () => {
    const why = describeSpeechError('not-audio', t);
    setTrouble(why);
    say(why);
  };
  return (
    <>
      <Show when={props.comment.text} fallback={t('voiceMessage.none')}>
        {(text) => <Runs words={text()} language={language()} />}
      </Show>
      <Show when={props.comment.voice}>
        <VoicePlayer
          id={props.id}
          sound={props.comment.voice}
          tabindex={0}
          begins={false}
          isLoading={false}
          load={() => undefined}
          about={about()}
          onTrouble={fail}
        />
      </Show>
      <Show when={trouble()}>
        <p class="error">{trouble()}</p>
      </Show>
    </>
  );
}
