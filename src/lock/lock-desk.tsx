import { type Accessor, createSignal } from 'solid-js';
import { render } from '#dom';
import { type Workspace, WorkspaceProvider } from '../session/workspace.ts';
import { LockScreen } from './lock-screen.tsx';

/** How a lock is shared with the other tabs of the desk. */
interface LockOptions {
  /** Another tab knows what unlocks it. */
  readonly asksElsewhere: Accessor<boolean>;
  /** Has the other tabs judge what was typed. */
  attemptElsewhere(typed: string): Promise<boolean>;
  /** The agent locked another tab, and knows. */
  readonly isQuiet: boolean;
  /** What was typed is right, or nothing is asked: unlocks. */
  open(typed: string): void;
}

const restart = () => {
  history.replaceState(null, '', '#/');
  location.reload();
};

/**
 * Hides the desk from sight and from screen readers, as it stands: what is half typed stays where it
 * is, customers go on being served by their timers, and what is news is counted and not said.
 * @returns unlocks it, silently or with how much is new; undefined if it is locked already
 */
export function lockDesk(
  workspace: Workspace,
  options: LockOptions,
): ((isQuiet: boolean) => void) | undefined {
  const { lock, t, say, commands, drafts, notes } = workspace;
  const { door } = workspace.storage;
  const { asksElsewhere, attemptElsewhere } = options;
  const app = document.getElementById('app');
  if (lock.isLocked() || !app) return undefined;
  // No voice goes on behind it; the microphone is closed by who holds it.
  commands.run('stop-reading');
  for (const sound of document.querySelectorAll('audio')) sound.pause();
  void drafts.flush();
  void notes.flush();
  const before = document.activeElement;
  app.hidden = true;
  door.isHidden = true;
  lock.setLocked(true);
  // Who gives up what is kept, in a tab that was opened beside it, must not open this one by it.
  const wasShut = door.locks !== undefined;
  const look = () => {
    if (wasShut && !door.locks && !lock.check) restart();
  };
  door.addEventListener('change', look);
  const [missed, setMissed] = createSignal(0);
  const stopCounting = workspace.onDeskEvent(({ type }) => {
    if (type === 'message.received' || type === 'offer.received') setMissed(missed() + 1);
  });
  const place = document.createElement('div');
  place.className = 'locked';
  app.after(place);
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <LockScreen
          missed={missed()}
          asksElsewhere={asksElsewhere()}
          attemptElsewhere={attemptElsewhere}
          onUnlock={options.open}
        />
      </WorkspaceProvider>
    ),
    place,
  );
  const hasPassword = lock.check !== undefined || asksElsewhere();
  const asks = wasShut ? 'lock.lockedSecret' : hasPassword ? 'lock.locked' : 'lock.lockedOpen';
  if (!options.isQuiet) say(t(asks));
  return (isQuiet) => {
    stopCounting();
    door.removeEventListener('change', look);
    door.isHidden = false;
    lock.setLocked(false);
    app.hidden = false;
    dispose();
    place.remove();
    const back = before instanceof HTMLElement && before.isConnected ? before : undefined;
    (back ?? app.querySelector<HTMLElement>('h1'))?.focus();
    if (!isQuiet) say(missed() ? t('lock.unlockedNews', { count: missed() }) : t('lock.unlocked'));
  };
}
