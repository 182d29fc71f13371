import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { findConversation } from '../domain/desk-state.ts';
import { deferred } from '../session/deferred.tsx';
import { bringRecordingBack } from '../session/kept-recordings.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { ComposerHandle } from './composer.tsx';

const VoiceAnswer = deferred(async () => (await import('./voice-answer.tsx')).VoiceAnswer);

interface VoiceAnswerButtonProps {
  readonly conversation: Conversation;
  composer(): ComposerHandle | undefined;
}

/** Opens the dialog that answers as a voice message, by a button and as a command. */
export function VoiceAnswerButton(props: VoiceAnswerButtonProps): JSX.Element {
  const { t, clock, commands, onDeskEvent, storage } = useWorkspace();
  const [isOpen, setOpen] = createSignal(false);
  const isAvailable = () => props.conversation.state === 'open';
  let hasReturned: Promise<void> = Promise.resolve();
  const open = () => void hasReturned.then(() => setOpen(true));
  onCleanup(commands.add([{ id: 'answer-by-voice', run: open, available: isAvailable }]));
  onCleanup(
    onDeskEvent((event, before) => {
      if (event.type !== 'message.taken-back') return;
      const { conversationId, messageId } = event;
      const messages = findConversation(before, conversationId)?.messages;
      const sound = messages?.find(({ id }) => id === messageId)?.attachment?.sound;
      if (sound) hasReturned = bringRecordingBack(storage, conversationId, sound, clock.now());
    }),
  );
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={open}>
        {t('voiceAnswer.open')}
      </button>
      <Show when={isOpen() && props.composer()}>
        {(composer) => (
          <VoiceAnswer
            conversation={props.conversation}
            composer={composer()}
            onClose={() => setOpen(false)}
          />
        )}
      </Show>
    </>
  );
}
