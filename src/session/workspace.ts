import { type Accessor, createContext, useContext } from 'solid-js';
import type { AnnouncementQueue, AnnouncementVoice } from '../a11y/announcement-queue.ts';
import type { CommandRegistry } from '../a11y/commands.ts';
import type { Keymap } from '../a11y/keymap.ts';
import type { Connector } from '../connectors/connector.ts';
import type { DeskEvent, DeskState } from '../domain/desk-state.ts';
import type { PracticeMode } from '../domain/run-record.ts';
import type { Settings } from '../domain/settings.ts';
import type { Drafts } from '../outbox/drafts.ts';
import type { Notes } from '../outbox/notes.ts';
import type { DeskStorage } from '../outbox/open-storage.ts';
import type { Clock } from '../shared/clock.ts';
import type { InterfaceLanguage, LanguageTag } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';
import type { Scenario } from '../simulator/scenario.ts';
import type { Router } from './create-router.ts';
import type { Session } from './create-session.ts';
import type { DeskLock } from './desk-lock.ts';
import type { Speech } from './speech.ts';
import type { Tape } from './tape.ts';

/** What is to be practised. */
export interface PracticeStart {
  readonly scenario: Scenario;
  readonly title: string;
  /** The language that customers write in. */
  readonly language: LanguageTag;
  readonly mode: PracticeMode;
  /** The same seed gives the same customers; a new one if left out. */
  readonly seed?: number;
  /** Hints are said as the customer's words come, not only when they are asked for. */
  readonly spokenHints?: boolean;
  /** It is being written: its debrief leads back to the editor. */
  readonly isDraft?: boolean;
  /** What this is a part of, begun anew in the middle: a rehearsal, of which no record is kept. */
  readonly whole?: PracticeStart;
}

/** A practice that is going on. */
export interface PracticeRun {
  readonly title: string;
  /** What is true at this desk, a rule each, in the customers' language; empty if nothing is told. */
  readonly policy: readonly string[];
  readonly language: LanguageTag;
  /** What it was begun with; with it, it can be begun again. */
  readonly start: PracticeStart;
  /** Ends it now; its report comes as an event. */
  finish(): void;
  /** What the scenario advises at this point of a conversation, if it does. */
  hint?(conversationId: string): string | undefined;
  /** What has moved it so far; left out where nothing is to be told again. */
  readonly tape?: Tape;
}

/** Fetches sentences that the first screen does not have. Rejected when they cannot be fetched. */
export type AllSentences = (part?: 'settings') => Promise<void>;

/** What every screen works with; built once in `app/` and handed down. */
export interface Workspace {
  readonly clock: Clock;
  readonly t: Translate;
  readonly language: Accessor<InterfaceLanguage>;
  /** Resolves when `t` has the sentences behind the first screen; those of the settings if named. */
  readonly allSentences: AllSentences;
  readonly settings: Accessor<Settings>;
  /** Changes some settings, at once and for good. */
  changeSettings(patch: Partial<Settings>): void;
  /** Takes the settings that another tab has saved. */
  takeSettings(settings: Settings): void;
  readonly router: Router;
  readonly queue: AnnouncementQueue;
  /** Keeps the desk's own sounds quiet while a microphone is open (A47); their texts stay. */
  duck(on: boolean): void;
  /** Engines that speak and listen, fetched when first asked for; rejected if they cannot be. */
  speech(): Promise<Speech>;
  /** Takes the voice that speaks some announcements in place of the live region (A33), or none. */
  setVoice(voice: AnnouncementVoice | undefined): void;
  /** Answers a key that the agent pressed: said at once. */
  say(text: string, language?: LanguageTag): void;
  /** Sets the document's title; in a background tab a count of news stands before it (A31). */
  setTitle(title: string): void;
  /** Tells of a trouble of the desk itself: said, logged, and shown until it is put away. */
  notify(text: string): void;
  readonly notices: Accessor<readonly string[]>;
  dismissNotices(): void;
  readonly commands: CommandRegistry;
  readonly keymap: Keymap;
  /** The leader key was pressed and its letter is awaited. */
  readonly isLeading: Accessor<boolean>;
  readonly lock: DeskLock;
  readonly storage: DeskStorage;
  readonly drafts: Drafts;
  readonly notes: Notes;
  /** The shift that is going on, if any. */
  readonly session: Accessor<Session | undefined>;
  /** What is being practised; undefined in a real shift. */
  readonly run: Accessor<PracticeRun | undefined>;
  /** Takes a desk; the caller connects. A shift that went on is left. */
  startSession(connector: Connector, run?: PracticeRun): Session;
  endSession(): void;
  /** Calls `listener` after each event of the shift; the returned function ends it. */
  onDeskEvent(listener: (event: DeskEvent, before: DeskState) => void): () => void;
  /** Runs the command that is typed as `/word`, or by its name; false if there is none. */
  runSlash(word: string): boolean;
  /** Epoch milliseconds, moving on every ten seconds, for waiting times. */
  readonly now: Accessor<number>;
  /** A time of day in the agent's language: `14:05`. */
  formatTime(at: number): string;
}

const WorkspaceContext = createContext<Workspace>();

/** Hands a workspace down. */
export const WorkspaceProvider = WorkspaceContext.Provider;

/** The workspace; a component outside of one is a bug. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No workspace.');
  return workspace;
}

/** The shift; a component that needs one is mounted only while there is one. */
export function useSession(): Session {
  const session = useWorkspace().session();
  if (!session) throw new Error('No shift.');
  return session;
}
