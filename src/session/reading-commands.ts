import type { Command } from '../a11y/commands.ts';
import { collapseEmoji } from '../domain/collapse-emoji.ts';
import { speechOf } from '../domain/speech-settings.ts';
import type { Result } from '../shared/result.ts';
import type { ReadError, Reader, Reading } from '../speech/create-reader.ts';
import { nextRate } from '../speech/next-rate.ts';
import { describeSpeechError } from './describe-speech.ts';
import type { Workspace } from './workspace.ts';

/** Reading aloud at the agent's word: keys, the palette and typed words run these (A34). */
export function readingCommands(workspace: Workspace): readonly Command[] {
  const { t, say, session, drafts, settings, changeSettings, lock } = workspace;
  const selected = () => session()?.selected();
  const hasOpen = () => selected() !== undefined;
  const isOff = () => speechOf(settings()).readAloud === 'off';

  const withReader = async (act: (reader: Reader) => void) => {
    try {
      const [{ reader }] = await Promise.all([workspace.speech(), workspace.allSentences()]);
      act(reader);
    } catch {
      say(t('app.loadFailed'));
    }
  };
  /** What was asked for is answered, by the voice or by why there is none. */
  const answer = async (reading: Promise<Result<void, ReadError>>) => {
    const result = await reading;
    if (!result.ok && result.error.kind !== 'aborted') {
      say(describeSpeechError(result.error.kind, t));
    }
  };
  const read = (reading: Reading | undefined, otherwise: string) => {
    void withReader((reader) => {
      if (isOff()) return say(t('speech.isOff'));
      if (!reading?.text.trim()) return say(otherwise);
      void answer(reader.read(reading, { now: true }));
    });
  };
  const again = (which: 'repeat' | 'spellLast') => () =>
    void withReader((reader) => {
      if (isOff()) return say(t('speech.isOff'));
      const reading = reader[which]();
      if (reading) void answer(reading);
      else say(t('speech.nothingRead'));
    });
  const atRate = (direction: 'slower' | 'faster') => () =>
    void withReader((reader) => {
      const rate = nextRate(speechOf(settings()).rate, direction);
      changeSettings({ speech: { ...settings().speech, rate } });
      reader.restart();
      say(t('speech.rate', { rate }));
    });

  return [
    {
      id: 'read-aloud',
      available: hasOpen,
      run: () => {
        const conversation = selected();
        const { messages = [] } = conversation ?? {};
        const newest = messages.findLast(({ author }) => author === 'customer') ?? messages.at(-1);
        read(
          newest && {
            text: collapseEmoji(newest.text, t),
            language: newest.language,
            source: newest.conversationId,
          },
          t('transcript.noMessage'),
        );
      },
    },
    {
      id: 'stop-reading',
      run: () =>
        void withReader((reader) => {
          // The lock stops what is read too, and nobody has asked it.
          if (!reader.stop() && !lock.isLocked()) say(t('speech.nothingBeingRead'));
        }),
    },
    { id: 'read-again', run: again('repeat') },
    { id: 'read-slower', run: atRate('slower') },
    { id: 'read-faster', run: atRate('faster') },
    { id: 'spell-word', run: again('spellLast') },
    {
      id: 'read-draft',
      available: hasOpen,
      run: () => {
        const conversation = selected();
        if (!conversation) return;
        const { text } = drafts.get(conversation.id);
        read({ text, language: conversation.language }, t('composer.empty'));
      },
    },
  ];
}
