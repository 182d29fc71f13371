import type { JSX } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { describeMessage } from '../domain/describe-message.ts';
import { useWorkspace } from '../session/workspace.ts';
import { Dialog } from '../ui/dialog.tsx';

/** The whole conversation as text, to be read line by line or copied (A14). */
export function PlainText(props: {
  readonly conversation: Conversation;
  onClose(): void;
}): JSX.Element {
  const { t, formatTime } = useWorkspace();
  const { name } = props.conversation.customer;
  // As it was on opening: text that changes while it is read would move the caret.
  const text = props.conversation.messages
    .map((message) => describeMessage(message, name, formatTime(message.at), t))
    .join('\n');
  return (
    <Dialog
      id="plain-text"
      class="wide"
      title={t('plainText.title', { name })}
      onClose={props.onClose}
    >
      <textarea
        autocomplete="off"
        readonly
        autofocus
        rows="16"
        aria-labelledby="plain-text-title"
        lang={props.conversation.language}
        value={text}
      />
      <div class="row end">
        <button type="button" onClick={() => props.onClose()}>
          {t('app.close')}
        </button>
      </div>
    </Dialog>
  );
}
