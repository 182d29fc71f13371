import { onTestFinished } from 'vitest';
import { render } from '#dom';
import { createWorkspace } from '../../src/app/create-workspace.ts';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { loadLocale } from '../../src/i18n/create-i18n.ts';
import { openStorage } from '../../src/outbox/open-storage.ts';
import { type Workspace, WorkspaceProvider } from '../../src/session/workspace.ts';
import { createId } from '../../src/shared/id.ts';
import type { SignInValues } from '../../src/sign-in/check-sign-in.ts';
import type { CreateLiveConnector } from '../../src/sign-in/create-live-connector.ts';
import { SignIn } from '../../src/sign-in/sign-in.tsx';
import '../../src/ui/theme.css';

/** The form alone, with a desk that the test plays. */
export interface ShownSignIn {
  readonly workspace: Workspace;
  /** What was asked for, in order. */
  readonly asked: readonly SignInValues[];
  readonly spoken: readonly string[];
  /** Takes the form away, as going to another screen does. */
  leave(): void;
}

/** Shows the form on an empty page; everything is removed when the test ends. */
export async function showSignIn(
  createConnector: CreateLiveConnector,
  patch: Partial<Settings> = {},
): Promise<ShownSignIn> {
  const settings = { ...defaultSettings, earcons: false, ...patch };
  localStorage.clear();
  history.replaceState({}, '', '#/sign-in');
  const root = document.createElement('div');
  const spoken: string[] = [];
  const regions = ['polite', 'assertive'].map((id) => {
    const node = document.createElement('div');
    node.id = id;
    node.ariaLive = id;
    node.className = 'visually-hidden';
    return node;
  });
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const text = (target.textContent ?? '').replaceAll('\u00a0', ' ').trim();
      if (text) spoken.push(text);
    }
  });
  for (const node of regions) {
    observer.observe(node, { childList: true, characterData: true, subtree: true });
  }
  document.body.append(root, ...regions);
  const storage = await openStorage({ name: `test-${createId()}`, onProblem: () => undefined });
  const [first, later] = await Promise.all([
    loadLocale(settings.language, 'first'),
    loadLocale(settings.language, 'later'),
  ]);
  const asked: SignInValues[] = [];
  let workspace: Workspace | undefined;
  const dispose = render(() => {
    workspace = createWorkspace({ locale: { ...first, ...later }, settings, storage });
    return (
      <WorkspaceProvider value={workspace}>
        <SignIn
          createConnector={(values, given) => {
            asked.push(values);
            return createConnector(values, given);
          }}
        />
      </WorkspaceProvider>
    );
  }, root);
  if (!workspace) throw new Error('The workspace was not built.');
  onTestFinished(() => {
    observer.disconnect();
    dispose();
    storage.close();
    root.remove();
    for (const node of regions) node.remove();
  });
  return { workspace, asked, spoken, leave: dispose };
}
