import type { Clock } from '../shared/clock.ts';
import { askWorker } from './ask-worker.ts';
import { isWhole, keptChannel } from './worker-words.ts';

/** What keeping needs. */
export interface Keeping {
  readonly registration: ServiceWorkerRegistration;
  readonly clock: Clock;
  /** Whether the voice is to be kept as well; asked before each file. */
  wantsVoice(): Promise<boolean>;
  /** Resolves when the link is free. */
  quiet(): Promise<void>;
  /** Ends it. */
  readonly signal: AbortSignal;
}

const firstPause = 5000;
const longestPause = 300_000;
/** Tabs stay open for days; browsers look for a new version when one is opened. */
const lookAgain = 6 * 3_600_000;

/** The newest version that is installed: what is fetched is fetched for that one. */
export const newestWorker = (registration: ServiceWorkerRegistration): ServiceWorker | undefined =>
  registration.waiting ?? registration.active ?? undefined;

/**
 * Has the worker fetch what is missing, file by file, for as long as the tab lives; the newest version
 * first. What fails is tried again, later and later; all files that came count. Tells `keptChannel`
 * after each file.
 */
export async function keepFiles(keeping: Keeping): Promise<void> {
  const { registration, clock, signal } = keeping;
  let wake = () => {};
  const nap = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
      if (signal.aborted) wake();
    });
  const onChange = () => wake();
  const onNewer = () => registration.installing?.addEventListener('statechange', onChange);
  const channel = new BroadcastChannel(keptChannel);
  channel.onmessage = onChange;
  registration.addEventListener('updatefound', onNewer);
  signal.addEventListener('abort', onChange);
  addEventListener('online', onChange);
  onNewer();

  let failures = 0;
  while (!signal.aborted) {
    const worker = newestWorker(registration);
    const voice = await keeping.wantsVoice();
    const state = worker && (await askWorker(worker, { kind: 'keep-next', voice }, clock));
    if (signal.aborted) break;
    if (state) channel.postMessage(state.failure ?? 'kept');
    if (state && !state.failure && !isWhole(state, voice)) {
      failures = 0;
      await keeping.quiet();
    } else if (state && !state.failure) {
      failures = 0;
      if (worker === registration.active) await askWorker(worker, { kind: 'sweep' }, clock);
      await nap(lookAgain);
      if (!signal.aborted) await registration.update().catch(() => undefined);
    } else {
      // What this version has is not served any more: there is a newer one.
      if (state?.failure === 'gone') await registration.update().catch(() => undefined);
      await nap(Math.min(longestPause, firstPause * 2 ** failures));
      failures += 1;
    }
  }
  channel.close();
  removeEventListener('online', onChange);
  registration.removeEventListener('updatefound', onNewer);
}
