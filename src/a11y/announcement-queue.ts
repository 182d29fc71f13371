import type { Announcement, EarconName } from '../domain/announcement.ts';
import type { Settings } from '../domain/settings.ts';
import type { Clock } from '../shared/clock.ts';
import type { LanguageTag } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';
import { composeAnnouncements, joinSentences, type Waiting } from './compose-announcements.ts';

/** An announcement as it can be read again (A29). */
export interface LogEntry {
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly class: Announcement['class'];
  readonly language?: LanguageTag;
}

/** What the queue is told of the agent's settings; `language` is that of the interface. */
export interface QueuePreferences {
  readonly announcements: Settings['announcements'];
  /** Milliseconds in which announcements are gathered. */
  readonly batch: number;
  readonly language?: LanguageTag;
}

/** The built-in voice: returns whether it speaks this one (A33). */
export type AnnouncementVoice = (announcement: Announcement) => boolean;

/** What the queue needs. */
export interface QueueOptions {
  readonly clock: Clock;
  /** Has a text said; see `createLiveRegion`. */
  write(text: string, how: { readonly assertive: boolean; readonly language?: LanguageTag }): void;
  sound(name: EarconName): void;
  /** The visual twin of a sound; called at most once a second (A44). */
  pulse?(): void;
  preferences(): QueuePreferences;
  t(): Translate;
  /** The built-in voice, if it is on. */
  voice?(): AnnouncementVoice | undefined;
}

/** Orders, gathers and paces all that is said. */
export interface AnnouncementQueue {
  announce(announcement: Announcement): void;
  /** To be told of each key typed into a text field (A27). */
  keystroke(): void;
  /** To be told of every key that goes down or up: a reply waits until the keys are at rest. */
  keyMoved(): void;
  /**
   * What waits about this source is out of date, or only these words of it are said already: it is not
   * said any more; the log keeps it.
   */
  drop(sourceId: string, text?: string): void;
  /** Says the last announcement again, or that there was none. */
  repeatLast(): void;
  /** Says that it did so, and on leaving how many were kept back. */
  setDoNotDisturb(on: boolean): void;
  doNotDisturb(): boolean;
  /** The last 50, newest last; replies to the agent's own keys are not among them. */
  log(): readonly LogEntry[];
  /** Calls `listener` when the log or do-not-disturb has changed. */
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

const gap = 1000;
/** Writes 20 to 50 ms apart were read in the wrong order, 100 ms apart never (measured, Orca 43). */
const replyGap = 100;
const afterKey = 500;
/** A write in the same turn as a key, or while one is still held, is never heard (measured, Orca 43). */
const afterKeyMoved = 100;
const floodWindow = 2000;
const logged = 50;

interface Pending extends Waiting {
  readonly due: number;
}

/** Makes the one announcer (A22–A29, A33). */
export function createAnnouncementQueue(options: QueueOptions): AnnouncementQueue {
  const { clock } = options;
  let log: readonly LogEntry[] = [];
  let pending: readonly Pending[] = [];
  let reply: Announcement | undefined;
  let last: Announcement | undefined;
  let arrivals: readonly number[] = [];
  let lastWrite = Number.NEGATIVE_INFINITY;
  let lastPaced = Number.NEGATIVE_INFINITY;
  let lastKey = Number.NEGATIVE_INFINITY;
  let lastKeyMove = Number.NEGATIVE_INFINITY;
  let lastPulse = Number.NEGATIVE_INFINITY;
  let missed: number | undefined;
  let cancel: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  const say = (announcement: Announcement) => {
    lastWrite = clock.now();
    if (announcement.class !== 'reply') {
      lastPaced = lastWrite;
      last = announcement;
    }
    if (options.voice?.()?.(announcement)) return;
    const { text, language } = announcement;
    options.write(text, {
      assertive: announcement.priority === 0,
      ...(language ? { language } : {}),
    });
  };

  /**
   * Says what waits, as far as it is in the language of the first sentence; the rest comes next.
   * One sentence alone where the built-in voice may take it: another one may not be for it.
   */
  const flush = (items: readonly Pending[]) => {
    const now = clock.now();
    arrivals = arrivals.filter((at) => now - at <= floodWindow);
    const { language = 'en' } = options.preferences();
    const sentences = composeAnnouncements(items, arrivals.length > 3, options.t()).map((one) => ({
      ...one,
      language: one.language ?? language,
    }));
    const [first] = sentences;
    const [lead] = first?.covers ?? [];
    if (!first || !lead) return;
    const chosen = options.voice?.()
      ? [first]
      : sentences.filter((one) => one.language === first.language);
    const said = new Set<Waiting>(chosen.flatMap((one) => one.covers));
    pending = pending.filter((item) => !said.has(item));
    const { class: kind, priority, source } = lead.announcement;
    say({
      class: kind,
      priority,
      text: joinSentences(
        chosen.map((one) => one.text),
        first.language,
      ),
      ...(first.language === language ? {} : { language: first.language }),
      ...(source && said.size === 1 ? { source } : {}),
    });
  };

  const pump = () => {
    cancel?.();
    cancel = undefined;
    const now = clock.now();
    const urgent = pending.filter((item) => item.announcement.priority === 0);
    const calm = pending.filter((item) => item.announcement.priority !== 0);
    const due = Math.min(...calm.map((item) => item.due));
    const steps: readonly (readonly [at: number, step: () => void])[] = [
      [
        reply
          ? Math.max(lastWrite + replyGap, lastKeyMove + afterKeyMoved)
          : Number.POSITIVE_INFINITY,
        () => {
          const answer = reply;
          reply = undefined;
          if (answer) say(answer);
        },
      ],
      [
        urgent.length
          ? Math.max(lastPaced + gap, lastWrite + replyGap, lastKeyMove + afterKeyMoved)
          : Number.POSITIVE_INFINITY,
        () => flush(urgent),
      ],
      // What falls due within the next second goes along rather than making a write of its own.
      [
        Math.max(due, lastWrite + gap, lastKey + afterKey),
        () => flush(calm.filter((item) => item.due <= now + gap)),
      ],
    ];
    const ready = steps.find(([at]) => at <= now);
    if (ready) {
      ready[1]();
      pump();
      return;
    }
    const next = Math.min(...steps.map(([at]) => at));
    if (next < Number.POSITIVE_INFINITY) cancel = clock.after(next - now, pump);
  };

  const answer = (text: string, language?: LanguageTag) => {
    reply = { class: 'reply', priority: 1, text, ...(language ? { language } : {}) };
    pump();
  };

  const attract = (earcon: EarconName | undefined) => {
    if (earcon) options.sound(earcon);
    if (clock.now() - lastPulse < gap) return;
    lastPulse = clock.now();
    options.pulse?.();
  };

  const announce = (announcement: Announcement) => {
    const { class: kind, priority, text, language, earcon } = announcement;
    if (kind === 'reply') {
      reply = announcement;
      pump();
      return;
    }
    const { announcements, batch } = options.preferences();
    // A failure is always said in full, whatever is set (A26).
    const verbosity = priority === 0 ? 'full' : announcements[kind];
    if (verbosity === 'off') return;
    const now = clock.now();
    log = [...log, { text, at: now, class: kind, ...(language ? { language } : {}) }].slice(
      -logged,
    );
    if (missed !== undefined && priority !== 0) {
      missed += 1;
      changed();
      return;
    }
    attract(earcon ?? (verbosity === 'earcon' ? 'message' : undefined));
    if (verbosity !== 'earcon') {
      if (kind.startsWith('message-')) arrivals = [...arrivals, now];
      // Few interruptions must not mean that the open customer or an offer is noticed too late.
      const soon = priority <= 1 || kind === 'offer' || kind === 'connection';
      const due = now + (soon ? Math.min(batch, gap) : batch);
      pending = [...pending, { announcement, counted: verbosity === 'count', due }];
    }
    changed();
    pump();
  };

  return {
    announce,
    keystroke: () => {
      lastKey = clock.now();
      if (pending.length) pump();
    },
    keyMoved: () => {
      lastKeyMove = clock.now();
      if (reply) pump();
    },
    drop: (sourceId, words) => {
      pending = pending.filter(
        ({ announcement: { source, text } }) => source?.id !== sourceId || text !== (words ?? text),
      );
    },
    repeatLast: () =>
      last ? answer(last.text, last.language) : answer(options.t()('announce.nothingYet')),
    setDoNotDisturb: (on) => {
      if (on === (missed !== undefined)) return;
      if (on) {
        const quiet = pending.filter((item) => item.announcement.priority !== 0);
        missed = quiet.length;
        pending = pending.filter((item) => !quiet.includes(item));
        answer(options.t()('announce.dndOn'));
      } else {
        const count = missed ?? 0;
        missed = undefined;
        const t = options.t();
        answer(count ? t('announce.dndOffMissed', { count }) : t('announce.dndOff'));
      }
      changed();
    },
    doNotDisturb: () => missed !== undefined,
    log: () => log,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      cancel?.();
      pending = [];
      reply = undefined;
      listeners.clear();
    },
  };
}
