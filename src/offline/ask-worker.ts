import type { Clock } from '../shared/clock.ts';
import type { KeptState, WorkerRequest } from './worker-words.ts';

/** The part of a ServiceWorker that is spoken to. */
export type Listener = Pick<ServiceWorker, 'postMessage'>;

/** Milliseconds until no answer is expected any more: the voice's heaviest file over a 2G link, twice. */
const patience = 240_000;

const isState = (value: unknown): value is KeptState =>
  typeof value === 'object' && value !== null && 'kept' in value && 'voice' in value;

/**
 * Asks a service worker something.
 * @returns its answer; nothing when it has none, or was ended by the browser meanwhile
 */
export function askWorker(
  worker: Listener,
  request: WorkerRequest,
  clock: Clock,
): Promise<KeptState | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (state: KeptState | undefined) => {
      cancel();
      port1.close();
      resolve(state);
    };
    const cancel = clock.after(patience, () => end(undefined));
    port1.onmessage = ({ data }: MessageEvent<unknown>) => end(isState(data) ? data : undefined);
    worker.postMessage(request, [port2]);
  });
}
