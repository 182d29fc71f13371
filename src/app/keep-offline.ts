import { getOwner, onCleanup, runWithOwner } from 'solid-js';
import { entryOf, findUpdate } from '../offline/find-update.ts';
import { keepFiles } from '../offline/keep-files.ts';
import { findContainer, registerWorker } from '../offline/register-worker.ts';
import { whenQuiet } from '../offline/when-quiet.ts';
import { keptChannel, tabLock } from '../offline/worker-words.ts';
import { wantsVoice } from '../session/keep-voice.ts';
import type { Workspace } from '../session/workspace.ts';
import { addManifest } from './add-manifest.ts';

/**
 * Keeps the program on this computer, when the screen stands and the link is free, until its owner
 * goes; and offers a newer version.
 * @param isDeskEmpty whether there is no shift, so that the page may be opened anew
 */
export function keepOffline(workspace: Workspace, isDeskEmpty: boolean): void {
  const { clock, storage } = workspace;
  const owner = getOwner();
  const end = new AbortController();
  const { signal } = end;
  onCleanup(() => end.abort());
  const entry = entryOf(document);
  const container = findContainer(window);
  // While developing there is nothing to keep.
  if (!entry) return;
  addManifest(document);
  if (!container.ok) return;
  const locks: LockManager | undefined = navigator.locks;
  // While it is held, what this version fetches later is not swept away.
  const held = () => new Promise((resolve) => signal.addEventListener('abort', resolve));
  void locks?.request(tabLock(entry), { mode: 'shared' }, held);

  const offer = async (registration: ServiceWorkerRegistration) => {
    const channel = new BroadcastChannel(keptChannel);
    signal.addEventListener('abort', () => channel.close());
    let isOffered = false;
    const look = async () => {
      if (isOffered) return;
      const worker = await findUpdate(registration, entry, clock);
      if (!worker || isOffered || signal.aborted) return;
      isOffered = true;
      const { showUpdate } = await import('./offer-update.tsx');
      if (!signal.aborted)
        runWithOwner(owner, () => showUpdate({ workspace, worker, container: container.value }));
    };
    channel.onmessage = () => void look();
    await look();
  };
  const begin = async () => {
    const quiet = () => whenQuiet(clock, window, signal);
    await quiet();
    if (signal.aborted) return;
    const registered = await registerWorker(container.value);
    if (!registered.ok || signal.aborted) return;
    const registration = registered.value;
    if (isDeskEmpty) void offer(registration);
    const voice = () => wantsVoice(storage);
    const keep = () => keepFiles({ registration, clock, wantsVoice: voice, quiet, signal });
    // One tab at a time; when it is closed, the next one goes on.
    await (locks ? locks.request('harebell-keeper', { signal }, keep) : keep());
  };
  // Whoever waits for a turn when this ends is sent away.
  begin().catch(() => undefined);
}
