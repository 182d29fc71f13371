import { type CommandInfo, type CommandRegistry, commandInfo } from '../a11y/commands.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';
import type { DictationWord } from '../speech/dictation/create-dictation.ts';
import type { SpokenCommand } from '../speech/match-command.ts';

/** A command's id, a word of dictation, or the answer to a question before something is done. */
export type VoiceId = CommandInfo['id'] | DictationWord | 'confirm' | 'cancel';

/** What may be said in one language. */
export interface VoicePhrases {
  /** The words of dictation itself. */
  readonly own: readonly SpokenCommand<VoiceId>[];
  /** The answers while something waits to be confirmed. */
  readonly answers: readonly SpokenCommand<VoiceId>[];
  /** What may be said for a command (A34): its label, and what else people say for it. */
  command(id: CommandInfo['id']): SpokenCommand<VoiceId>;
  /** Those that can be done now. */
  commands(registry: CommandRegistry): readonly SpokenCommand<VoiceId>[];
}

/** Makes the phrases of the language that `t` speaks. */
export function createVoicePhrases(t: Translate): VoicePhrases {
  const digits = t('voice.digits').split('|');
  const phrases = (name: string, n?: number): readonly string[] => {
    const key = `voice.${name}` as MessageKey;
    const text = t(key, n === undefined ? {} : { word: digits[n - 1] ?? n });
    return text === key ? [] : text.split('|');
  };
  const of = (id: VoiceId, name: string): SpokenCommand<VoiceId> => ({
    id,
    phrases: phrases(name),
  });
  const command = (id: CommandInfo['id']): SpokenCommand<VoiceId> => {
    const { label, values } = commandInfo(id);
    return {
      id,
      phrases: [t(label, values), ...phrases(label.replace('commands.', ''), values['n'])],
    };
  };
  return {
    own: [
      of('scratch-that', 'scratchThat'),
      of('correct-that', 'correctThat'),
      of('stop-dictation', 'stopDictation'),
    ],
    answers: [of('confirm', 'confirm'), of('cancel', 'cancel')],
    command,
    commands: (registry) =>
      registry
        .list()
        .filter(({ id }) => registry.available(id))
        .map(({ id }) => command(id)),
  };
}
