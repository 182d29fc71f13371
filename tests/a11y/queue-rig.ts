import en from '../../locales/en.json';
import {
  type AnnouncementQueue,
  createAnnouncementQueue,
  type QueuePreferences,
} from '../../src/a11y/announcement-queue.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';

/** What was said, and how many milliseconds after the start. */
export interface Said {
  readonly text: string;
  readonly at: number;
  readonly assertive: boolean;
  readonly language: string | undefined;
}

/** A queue whose every output is written down. */
export interface QueueRig {
  readonly queue: AnnouncementQueue;
  readonly clock: FakeClock;
  readonly said: Said[];
  readonly sounds: string[];
  readonly pulses: number[];
  /** A message from `name`, in the open conversation or another. */
  message(name: string, text: string, open?: boolean, language?: string): void;
  texts(): string[];
}

/** Makes a queue on a fake clock. */
export function createQueueRig(
  preferences: Partial<QueuePreferences> = {},
  voice?: (announcement: Announcement) => boolean,
): QueueRig {
  const clock = createFakeClock();
  const start = clock.now();
  const said: Said[] = [];
  const sounds: string[] = [];
  const pulses: number[] = [];
  const t = createTranslator('en', en);
  const queue = createAnnouncementQueue({
    clock,
    write: (text, { assertive, language }) =>
      said.push({ text, at: clock.now() - start, assertive, language }),
    sound: (name) => sounds.push(name),
    pulse: () => pulses.push(clock.now() - start),
    preferences: () => ({
      announcements: defaultSettings.announcements,
      batch: 1000,
      language: 'en',
      ...preferences,
    }),
    t: () => t,
    voice: () => voice,
  });
  return {
    queue,
    clock,
    said,
    sounds,
    pulses,
    message: (name, text, open = false, language) =>
      queue.announce({
        class: open ? 'message-open' : 'message-other',
        priority: open ? 1 : 2,
        text: open ? text : `${name}: ${text}`,
        source: { id: name, name },
        ...(language ? { language } : {}),
      }),
    texts: () => said.map((one) => one.text),
  };
}
