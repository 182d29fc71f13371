import type { InterfaceLanguage } from '../shared/language.ts';
import type { AnnouncementClass, Verbosity } from './announcement.ts';
import type { SpeechSettings } from './speech-settings.ts';

/** Timers that an agent can switch off, make longer or extend (A42). */
export const timerNames = ['accept', 'wrapUp', 'idle', 'practice'] as const;

/** One of {@link timerNames}. */
export type TimerName = (typeof timerNames)[number];

/** `factor` makes a timer 1 to 10 times as long; 0 switches it off. */
export type TimerFactor = 0 | 1 | 2 | 3 | 5 | 10;

/** Minutes after which a desk that nobody uses is locked; 0 for the usual. */
export const lockTimes = [0, 5, 10, 15, 30, 60] as const;

/** One of {@link lockTimes}. */
export type LockTime = (typeof lockTimes)[number];

/** Help while one practises: none, hints on request, or hints said as the customer's words come. */
export const coachModes = ['off', 'request', 'spoken'] as const;

/** One of {@link coachModes}. */
export type CoachMode = (typeof coachModes)[number];

/** How the desk looks. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** All that an agent can set. Kept in one place, exported as one file. */
export interface Settings {
  readonly version: 1;
  readonly language: InterfaceLanguage;
  readonly agentName: string;
  /** Per cent: 100, 125, 150, 175 or 200. */
  readonly textSize: number;
  /** Per cent on top of `textSize`, for the transcript only (A53). */
  readonly transcriptSize: number;
  readonly theme: Theme;
  /** One column at any width. */
  readonly oneColumn: boolean;
  /** 56 px targets instead of 44 (A51). */
  readonly largeTargets: boolean;
  readonly oneTask: boolean;
  /** A heading on each message (A3). */
  readonly messageHeadings: boolean;
  /** Show how long is left of a timer. */
  readonly countdowns: boolean;
  /** Pulse the page's edge when something is announced (A44). */
  readonly visualAlerts: boolean;
  readonly announcements: Readonly<Record<AnnouncementClass, Verbosity>>;
  /** Milliseconds in which announcements are gathered: 1000, or 30000 for few interruptions. */
  readonly batch: number;
  readonly earcons: boolean;
  /** 0 to 1. */
  readonly earconVolume: number;
  readonly notifications: boolean;
  readonly enterSends: boolean;
  readonly characterKeys: boolean;
  /** Only what differs from the defaults: command id → bindings, empty for none. */
  readonly bindings: Readonly<Record<string, readonly string[]>>;
  readonly autoAccept: boolean;
  /** Seconds in which a sent message can be taken back, 0 to 10 (A18). */
  readonly undoSend: number;
  /** Customers see that the agent types, and the agent that they do. */
  readonly typingStates: boolean;
  readonly timers: Readonly<Record<TimerName, TimerFactor>>;
  /** Minutes until the desk is locked; left out: never, and ten on a shared computer. */
  readonly lockAfter?: LockTime;
  /** How many conversations at once, 1 to 9. */
  readonly capacity: number;
  /** Left out until it was chosen: off. */
  readonly coach?: CoachMode;
  /** Slips of English stand beneath the reply box; not, if left out. */
  readonly englishAdvice?: boolean;
  /** Only what was changed; `speechOf` (`speech-settings.ts`) puts in the rest. */
  readonly speech?: Partial<SpeechSettings>;
}

/** What a new agent starts with. */
export const defaultSettings: Settings = {
  version: 1,
  language: 'en',
  agentName: '',
  textSize: 100,
  transcriptSize: 100,
  theme: 'system',
  oneColumn: false,
  largeTargets: false,
  oneTask: false,
  messageHeadings: false,
  countdowns: true,
  visualAlerts: true,
  announcements: {
    'message-open': 'full',
    'message-other': 'full',
    offer: 'full',
    failure: 'full',
    connection: 'full',
    waiting: 'full',
    typing: 'off',
    presence: 'off',
  },
  batch: 1000,
  earcons: true,
  earconVolume: 0.5,
  notifications: false,
  enterSends: true,
  characterKeys: false,
  bindings: {},
  autoAccept: false,
  undoSend: 0,
  typingStates: true,
  timers: { accept: 1, wrapUp: 1, idle: 1, practice: 1 },
  capacity: 3,
};
