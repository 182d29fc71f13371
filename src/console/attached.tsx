import type { JSX } from 'solid-js';
import type { Message } from '../domain/message.ts';
import { FileMessage } from './file-message.tsx';
import { VoiceMessage } from './voice-message.tsx';

/** What came with a message: a sound, or another file. It never becomes another one. */
export function Attached(props: {
  readonly message: Message;
  readonly author: string;
  readonly isStop: boolean;
}): JSX.Element {
  return props.message.attachment?.kind ? (
    <FileMessage message={props.message} isStop={props.isStop} />
  ) : (
    <VoiceMessage message={props.message} author={props.author} isStop={props.isStop} />
  );
}
