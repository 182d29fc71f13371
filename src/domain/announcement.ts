import type { LanguageTag } from '../shared/language.ts';

/** Kinds of announcement that an agent can turn up or down one by one (A24). */
export const announcementClasses = [
  'message-open',
  'message-other',
  'offer',
  'failure',
  'connection',
  'waiting',
  'typing',
  'presence',
] as const;

/** One of {@link announcementClasses}. */
export type AnnouncementClass = (typeof announcementClasses)[number];

/** How much of a class is heard: nothing, a sound, how many, or the words. */
export type Verbosity = 'off' | 'earcon' | 'count' | 'full';

/** 0 interrupts, 1 is the open conversation, 2 the others, 3 the rest (A23). */
export type Priority = 0 | 1 | 2 | 3;

/** The sounds that exist (A32). */
export const earconNames = [
  'message',
  'message-other',
  'offer',
  'failure',
  'lost',
  'slow',
  'back',
  'mic-open',
  'mic-closed',
] as const;

/** One of {@link earconNames}. */
export type EarconName = (typeof earconNames)[number];

/** Something to be said. Composed by pure functions, so that whole sentences can be tested (A23–A25). */
export interface Announcement {
  /** `reply` answers a key that the agent just pressed: it is never filtered, batched or delayed. */
  readonly class: AnnouncementClass | 'reply';
  readonly priority: Priority;
  readonly text: string;
  readonly language?: LanguageTag;
  readonly earcon?: EarconName;
  /** Whom it is about; floods are counted per source. */
  readonly source?: { readonly id: string; readonly name: string };
}
