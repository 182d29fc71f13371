import type { Clock } from '../shared/clock.ts';
import { askWorker } from './ask-worker.ts';
import { newestWorker } from './keep-files.ts';
import { isWhole } from './worker-words.ts';

/** The address of this page's own script, by which its version is known; empty while developing. */
export const entryOf = (page: Document): string => {
  const script = page.querySelector<HTMLScriptElement>('script[type=module][src^="/assets/"]');
  return script?.getAttribute('src') ?? '';
};

/**
 * Looks whether a newer version than the page's is here, with all of its files.
 * @returns the worker that has it
 */
export async function findUpdate(
  registration: ServiceWorkerRegistration,
  entry: string,
  clock: Clock,
): Promise<ServiceWorker | undefined> {
  const worker = newestWorker(registration);
  const state = worker && (await askWorker(worker, { kind: 'state' }, clock));
  return state && isWhole(state) && state.entry !== entry ? worker : undefined;
}

/** Has the newer version answer from now on. Resolves when the page can be opened anew. */
export function takeOver(
  worker: ServiceWorker,
  container: ServiceWorkerContainer,
  clock: Clock,
): Promise<void> {
  return new Promise((resolve) => {
    const request = { kind: 'take-over' } as const;
    // It is the one already: every tab of the one before was closed.
    if (worker.state === 'activated') return resolve();
    const cancel = clock.after(10_000, resolve);
    container.addEventListener(
      'controllerchange',
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
    worker.postMessage(request);
  });
}
