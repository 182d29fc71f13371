import { createRoot } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import type { Conversation } from '../domain/conversation.ts';
import { createCannedStore, loadStarter } from '../session/create-canned-store.ts';
import type { Workspace } from '../session/workspace.ts';
import type { ComposerHandle } from './composer.tsx';
import { insertResponse } from './insert-response.ts';

const shortcuts = { 'describe-picture': 'picture', 'hand-over': 'handover' } as const;

/**
 * Puts the reply that goes with a command at the caret (A59): the agent's own wording of it where
 * they have changed it, else the starter library's.
 * @param id the command
 */
export async function insertStarter(
  id: keyof typeof shortcuts,
  conversation: Conversation,
  composer: ComposerHandle,
  workspace: Workspace,
): Promise<void> {
  const { storage, t, say } = workspace;
  const { store, dispose } = createRoot((end) => ({
    store: createCannedStore({ storage, loadStarter }),
    dispose: end,
  }));
  await Promise.all([store.loaded, workspace.allSentences()]);
  dispose();
  const find = (responses: readonly CannedResponse[] = []) =>
    responses.find(({ shortcut }) => shortcut === shortcuts[id]);
  const response =
    find(store.library()?.responses) ?? find(await loadStarter().catch(() => undefined));
  if (response) insertResponse(response, conversation, composer, workspace);
  else say(t('app.loadFailed'));
}
