import { onTestFinished } from 'vitest';
import { render } from '#dom';
import { App } from '../../src/app/app.tsx';
import { createWorkspace } from '../../src/app/create-workspace.ts';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { loadLocale } from '../../src/i18n/create-i18n.ts';
import { openStorage } from '../../src/outbox/open-storage.ts';
import type { Workspace } from '../../src/session/workspace.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';
import { createScriptedConnector, type ScriptedConnector } from './scripted-connector.ts';
import '../../src/ui/theme.css';

/** The whole app in this page, at a desk whose customers the test plays. */
export interface OpenDesk {
  readonly connector: ScriptedConnector;
  readonly workspace: Workspace;
  /** All that the announcer wrote, oldest first. */
  readonly spoken: readonly string[];
  /** Takes the page away as a reload does; otherwise it goes when the test ends. */
  close(): Promise<void>;
}

interface OpenDeskOptions {
  readonly settings?: Partial<Settings>;
  readonly clock?: Clock;
  /** The name of the database, to come back to it. */
  readonly database?: string;
  /** The desk's own id, to come back to what waits for it. */
  readonly desk?: string;
  readonly hash?: string;
  /** Without a shift: the start page. */
  readonly signedOut?: boolean;
}

const waitFor = async (isThere: () => boolean) => {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** Mounts the app with real storage and real keys; everything is removed when the test ends. */
export async function openDesk(options: OpenDeskOptions = {}): Promise<OpenDesk> {
  const settings = { ...defaultSettings, earcons: false, ...options.settings };
  history.replaceState({}, '', options.hash ?? (options.signedOut ? '#/' : '#/desk'));
  const root = document.createElement('div');
  root.id = 'app';
  const regions = ['polite', 'assertive'].map((live) => {
    const node = document.createElement('div');
    node.id = live;
    node.className = 'visually-hidden';
    node.ariaLive = live;
    node.ariaAtomic = 'true';
    return node;
  });
  document.body.append(root, ...regions);
  const spoken: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const text = (target.textContent ?? '').replaceAll('\u00a0', ' ').trim();
      if (text) spoken.push(text);
    }
  });
  for (const region of regions)
    observer.observe(region, { childList: true, characterData: true, subtree: true });

  const storage = await openStorage({
    name: options.database ?? `test-${createId()}`,
    onProblem: () => undefined,
  });
  const parts = await Promise.all(
    (['first', 'later', 'settings'] as const).map((part) => loadLocale(settings.language, part)),
  );
  const connector = createScriptedConnector(
    () => (options.clock ?? Date).now(),
    options.desk ?? createId(),
  );
  let workspace: Workspace | undefined;
  const dispose = render(() => {
    workspace = createWorkspace({
      locale: Object.assign({}, ...parts),
      settings,
      storage,
      ...(options.clock && { clock: options.clock }),
    });
    return <App workspace={workspace} />;
  }, root);
  const built = workspace;
  if (!built) throw new Error('The workspace was not built.');
  if (!options.signedOut) {
    const session = built.startSession(connector);
    await session.connect();
    built.router.go('desk');
    await waitFor(() => root.querySelector('.list') !== null);
    // They come behind the first screen; a clock that a test moves would not wait for them.
    await import('../../src/app/watch-desk.ts');
    await new Promise((resolve) => setTimeout(resolve));
  }
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    observer.disconnect();
    // The turn to send is the desk's: another test must not wait for it.
    built.endSession();
    dispose();
    await built.drafts.flush();
    storage.close();
    root.remove();
    for (const region of regions) region.remove();
    document.documentElement.removeAttribute('style');
    document.documentElement.className = '';
  };
  onTestFinished(close);
  return { connector, workspace: built, spoken, close };
}
