import { type Accessor, createContext, useContext } from 'solid-js';
import type { AnnouncementQueue } from '../a11y/announcement-queue.ts';
import type { CommandRegistry } from '../a11y/commands.ts';
import type { Keymap } from '../a11y/keymap.ts';
import type { Connector } from '../connectors/connector.ts';
import type { DeskEvent, DeskState } from '../domain/desk-state.ts';
import type { Settings } from '../domain/settings.ts';
import type { Drafts } from '../outbox/drafts.ts';
import type { Notes } from '../outbox/notes.ts';
import type { DeskStorage } from '../outbox/open-storage.ts';
import type { Clock } from '../shared/clock.ts';
import type { InterfaceLanguage, LanguageTag } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';
import type { Router } from './create-router.ts';
import type { Session } from './create-session.ts';

/** A practice that is going on. */
export interface PracticeRun {
  readonly title: string;
  /** Ends it now; its report comes as an event. */
  finish(): void;
}

/** What every screen works with; built once in `app/` and handed down. */
export interface Workspace {
  readonly clock: Clock;
  readonly t: Translate;
  readonly language: Accessor<InterfaceLanguage>;
  /** Resolves when `t` has the sentences of every screen, not only of the first. */
  allSentences(): Promise<void>;
  readonly settings: Accessor<Settings>;
  /** Changes some settings, at once and for good. */
  changeSettings(patch: Partial<Settings>): void;
  readonly router: Router;
  readonly queue: AnnouncementQueue;
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
  /** Runs the command that is typed as `/word`; false if there is none. */
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
  if (!workspace) throw new Error('A component was used outside of the workspace.');
  return workspace;
}

/** The shift; a component that needs one is mounted only while there is one. */
export function useSession(): Session {
  const session = useWorkspace().session();
  if (!session) throw new Error('A component of the console was used outside of a shift.');
  return session;
}
