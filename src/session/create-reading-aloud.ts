import { createEffect, createMemo, on, onCleanup } from 'solid-js';
import type { AnnouncementVoice } from '../a11y/announcement-queue.ts';
import type { Announcement, AnnouncementClass } from '../domain/announcement.ts';
import { describeEvent } from '../domain/describe-event.ts';
import { type ReadAloudMode, speechOf } from '../domain/speech-settings.ts';
import { primaryLanguage } from '../shared/language.ts';
import type { Reader } from '../speech/create-reader.ts';
import { readingCommands } from './reading-commands.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds for which the live region speaks a language alone after no engine could. */
const restsFor = 30_000;

const isMessage = (kind: Announcement['class']) =>
  kind === 'message-open' || kind === 'message-other';

/** Whether a mode reads this class of announcement in place of the live region. */
const reads = (mode: ReadAloudMode, kind: Announcement['class']): boolean =>
  mode === 'all' ? isMessage(kind) : mode === 'open' && kind === 'message-open';

/**
 * Reads aloud by itself what the agent's settings ask for, and takes the place of the live region
 * for it: an event is spoken by the one or the other, never by both (A33). What could not be spoken
 * after all goes to the live region, so that nothing is lost.
 * `rest` reads the messages that are not announced, because their class is set to a sound or nothing.
 */
export function createReadingAloud(workspace: Workspace): void {
  const { settings, queue, t, clock, language } = workspace;
  const mode = createMemo(() => speechOf(settings()).readAloud);
  let reader: Reader | undefined;
  let coming: Promise<Reader> | undefined;
  /** By language: when the voice may take an announcement again. */
  const rests = new Map<string, number>();

  const read = (announcement: Announcement) => {
    const { text, source } = announcement;
    const spoken = announcement.language ?? language();
    const sayInstead = (unsaid: string) => workspace.say(unsaid, announcement.language);
    coming
      ?.then((voices) =>
        voices.read({ text, language: spoken, ...(source && { source: source.id }) }),
      )
      .then(
        (result) => {
          if (result.ok || result.error.kind === 'aborted') return;
          rests.set(primaryLanguage(spoken), clock.now() + restsFor);
          sayInstead(result.error.unsaid);
        },
        () => sayInstead(text),
      );
  };
  const voice: AnnouncementVoice = (announcement) => {
    const restsUntil = rests.get(primaryLanguage(announcement.language ?? language())) ?? 0;
    if (!reader || clock.now() < restsUntil || !reads(mode(), announcement.class)) return false;
    read(announcement);
    return true;
  };
  /** Whether the announcer says nothing of this class in words. */
  const isUnsaid = (kind: AnnouncementClass) => {
    const { [kind]: verbosity } = settings().announcements;
    return verbosity === 'off' || verbosity === 'earcon';
  };

  createEffect(
    on(mode, (now) => {
      if (now === 'off') reader?.stop();
      if (now === 'off' || now === 'request') return workspace.setVoice(undefined);
      workspace.setVoice(voice);
      // Until it has come, and if it cannot come, the live region says all.
      coming = workspace.speech().then((speech) => {
        reader = speech.reader;
        return reader;
      });
      coming.catch(() => undefined);
    }),
  );
  onCleanup(workspace.commands.add(readingCommands(workspace)));
  onCleanup(() => {
    workspace.setVoice(undefined);
    reader?.stop();
  });
  onCleanup(
    workspace.onDeskEvent((event, before) => {
      if (event.type === 'conversation.closed') reader?.free(event.conversationId);
      if (event.type !== 'message.received' || queue.doNotDisturb()) return;
      if (workspace.lock.isLocked()) return;
      const announcement = describeEvent(event, before, t, clock.now());
      const kind = announcement?.class;
      if (!announcement || !kind || kind === 'reply' || !isUnsaid(kind)) return;
      if (mode() === 'rest' || reads(mode(), kind)) read(announcement);
    }),
  );
}
