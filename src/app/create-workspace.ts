import { batch, createEffect, createRoot, createSignal, on, onCleanup } from 'solid-js';
import {
  type AnnouncementQueue,
  type AnnouncementVoice,
  createAnnouncementQueue,
} from '../a11y/announcement-queue.ts';
import type { BackgroundAlert } from '../a11y/background-alert.ts';
import { commandInfo, createCommandRegistry } from '../a11y/commands.ts';
import { createKeymap } from '../a11y/keymap.ts';
import { createLiveRegion } from '../a11y/live-region.ts';
import type { Connector } from '../connectors/connector.ts';
import type { Announcement, EarconName } from '../domain/announcement.ts';
import type { DeskEvent, DeskState } from '../domain/desk-state.ts';
import type { Settings } from '../domain/settings.ts';
import { createI18n } from '../i18n/create-i18n.ts';
import type { Locale } from '../i18n/create-translator.ts';
import { createDrafts } from '../outbox/drafts.ts';
import { createNotes } from '../outbox/notes.ts';
import type { DeskStorage } from '../outbox/open-storage.ts';
import { saveSettings } from '../outbox/settings-store.ts';
import { createLazySender } from '../session/create-lazy-sender.ts';
import { createRouter } from '../session/create-router.ts';
import { createSession, type Session } from '../session/create-session.ts';
import { createDeskLock } from '../session/desk-lock.ts';
import type { Speech } from '../session/speech.ts';
import type { PracticeRun, Workspace } from '../session/workspace.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { formatTime } from '../shared/format-time.ts';
import { createId } from '../shared/id.ts';

/** What has been read before the first paint. */
export interface WorkspaceOptions {
  /** The sentences of the first screen, or all of them. */
  readonly locale: Partial<Locale>;
  readonly settings: Settings;
  readonly storage: DeskStorage;
  readonly clock?: Clock;
}

/** Earcons come when the first one is due; until then, and without sound, the words are enough. */
const createSounds = (settings: () => Settings, isDucked: () => boolean) => {
  let player: Promise<(name: EarconName) => void> | undefined;
  return (name: EarconName) => {
    if (!settings().earcons || isDucked()) return;
    player ??= import('../a11y/earcons.ts').then(({ createEarcons }) => {
      const earcons = createEarcons({ clock: systemClock, preferences: settings });
      return (sound: EarconName) => earcons.play(sound);
    });
    player.then((play) => play(name)).catch(() => undefined);
  };
};

/** Builds the services once; everything else gets them handed down. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { storage, clock = systemClock } = options;
  const tabId = createId();
  const lock = createDeskLock();
  const [settings, setSettings] = createSignal(options.settings);
  const [session, setSession] = createSignal<Session>();
  const [now, setNow] = createSignal(clock.now());
  const [run, setRun] = createSignal<PracticeRun>();
  const [notices, setNotices] = createSignal<readonly string[]>([]);
  let endSession: (() => void) | undefined;
  let voice: AnnouncementVoice | undefined;
  let speech: Promise<Speech> | undefined;
  const eventListeners = new Set<(event: DeskEvent, before: DeskState) => void>();

  const i18n = createI18n(
    () => settings().language,
    options.locale,
    () => say(i18n.t('app.loadFailed')),
  );
  const { t, language } = i18n;
  const find = (id: string): HTMLElement => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`No #${id}.`);
    return element;
  };
  const region = createLiveRegion({
    polite: find('polite'),
    assertive: find('assertive'),
    clock,
  });
  const pulse = () => {
    if (!settings().visualAlerts) return;
    document.documentElement.classList.add('pulse');
    clock.after(600, () => document.documentElement.classList.remove('pulse'));
  };
  let isDucked = false;
  const sounds = createSounds(settings, () => isDucked);
  const queue = createAnnouncementQueue({
    clock,
    write: (text, how) => region.write(text, how),
    sound: sounds,
    pulse,
    preferences: () => ({ ...settings(), language: language() }),
    t: () => t,
    voice: () => voice,
  });
  let background: BackgroundAlert | undefined;
  const alert = async (announcement: Announcement) => {
    const { createBackgroundAlert, showNotification } = await import('../a11y/background-alert.ts');
    background ??= createBackgroundAlert({
      page: document,
      t: () => t,
      preferences: settings,
      sound: sounds,
      notify: showNotification,
    });
    background.alert(announcement);
  };
  onCleanup(() => {
    background?.dispose();
    lock.shared?.close();
  });
  const announce: AnnouncementQueue['announce'] = (announcement) => {
    // Behind the lock nobody's words are said, and no name.
    if (lock.isLocked()) return;
    queue.announce(announcement);
    // Without it the announcement is still in the log, and said when the agent comes back.
    if (document.hidden) alert(announcement).catch(() => undefined);
  };
  const say: Workspace['say'] = (text, spoken) =>
    queue.announce({
      class: 'reply',
      priority: 1,
      text,
      language: spoken ?? language(),
    });
  const commands = createCommandRegistry();
  const [isLeading, setLeading] = createSignal(false);
  const keymap = createKeymap({
    registry: commands,
    preferences: settings,
    onLeader: setLeading,
    onUnknown: (key) => {
      void i18n.complete().then(() => say(t('keys.unknownAfterLeader', { key })));
    },
    onUnavailable: (id) => {
      const { label, values } = commandInfo(id);
      void i18n.complete().then(() => say(t('keys.unavailable', { command: t(label, values) })));
    },
  });
  const drafts = createDrafts({ storage, clock });
  const notes = createNotes({ storage, clock });

  const tick = () => {
    setNow(clock.now());
    cancelTick = clock.after(10_000, tick);
  };
  let cancelTick = clock.after(10_000, tick);
  onCleanup(() => cancelTick());

  createEffect(() => {
    const root = document.documentElement;
    const { theme, textSize, oneColumn, largeTargets } = settings();
    root.lang = language();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const paint = () => {
      root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    paint();
    dark.addEventListener('change', paint);
    onCleanup(() => dark.removeEventListener('change', paint));
    root.style.fontSize = `${textSize}%`;
    root.classList.toggle('one-column', oneColumn);
    root.classList.toggle('large-targets', largeTargets);
    // Not a media query of the stylesheet: those do not know of the agent's text size.
    const room = matchMedia(
      `(min-width: ${textSize * 0.64}rem) and (min-height: ${textSize * 0.36}rem)`,
    );
    const adapt = () => root.classList.toggle('wide', room.matches && !oneColumn);
    adapt();
    room.addEventListener('change', adapt);
    onCleanup(() => room.removeEventListener('change', adapt));
  });

  let pageTitle = document.title;
  const showTitle = () => {
    const title = lock.isLocked() ? t('app.name') : pageTitle;
    if (background) background.setTitle(title);
    else document.title = title;
  };
  createEffect(on(lock.isLocked, showTitle, { defer: true }));

  const workspace: Workspace = {
    clock,
    t,
    language,
    settings,
    changeSettings: (patch) => {
      setSettings({ ...settings(), ...patch });
      void saveSettings(storage, settings());
    },
    takeSettings: setSettings,
    router: createRouter(window),
    queue,
    duck: (on) => {
      isDucked = on;
    },
    speech: () => {
      speech ??= import('../session/create-speech.ts').then(
        ({ createSpeech }) => createSpeech(workspace),
        (error: unknown) => {
          speech = undefined;
          throw error;
        },
      );
      return speech;
    },
    setVoice: (next) => {
      voice = next;
    },
    say,
    notices,
    setTitle: (title) => {
      pageTitle = title;
      showTitle();
    },
    notify: (text) => {
      setNotices([...notices(), text]);
      queue.announce({ class: 'failure', priority: 0, text, earcon: 'failure' });
    },
    dismissNotices: () => setNotices([]),
    commands,
    keymap,
    isLeading,
    lock,
    storage,
    drafts,
    notes,
    session,
    now,
    run,
    allSentences: i18n.complete,
    formatTime: (at) => formatTime(at, language()),
    onDeskEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    startSession: (connector: Connector, practice?: PracticeRun) => {
      endSession?.();
      lock.check = undefined;
      const started = createRoot((dispose) => {
        endSession = dispose;
        return createSession({
          connector,
          clock,
          t,
          availability: { status: 'available', capacity: settings().capacity },
          announce,
          createSender: (emit) =>
            createLazySender(async () => {
              const { openSender } = await import('../session/open-sender.ts');
              return openSender({
                storage,
                connector,
                clock,
                tabId,
                locks: navigator.locks,
                settings,
                session,
                emit,
              });
            }, clock),
          onEvent: (event, before) => {
            for (const listener of eventListeners) listener(event, before);
          },
        });
      });
      batch(() => {
        setRun(practice);
        setSession(started);
      });
      return started;
    },
    endSession: () => {
      setSession(undefined);
      setRun(undefined);
      endSession?.();
      endSession = undefined;
    },
    runSlash: (word) => {
      const typed = word.toLowerCase();
      // In Chinese by its name, which is as short: `/词义`.
      const found = commands
        .list()
        .find(({ slash, label }) => slash === typed || t(label) === typed);
      return found !== undefined && commands.run(found.id);
    },
  };
  return workspace;
}
