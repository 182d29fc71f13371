import type { KeptState, WorkerRequest } from '../../src/offline/worker-words.ts';

/** A state of a version of three files, of which `kept` are here. */
export const stateOf = (kept: number, more: Partial<KeptState> = {}): KeptState => ({
  version: 'v1',
  entry: '/assets/a.js',
  kept,
  files: 3,
  bytes: 2048,
  voice: { kept: 0, files: 2, bytes: 4096, packed: 1024 },
  ...more,
});

/** A worker that answers as the test says; a real port stands between. */
export function playWorker(
  answer: (request: WorkerRequest) => KeptState | undefined | 'silent',
  state: ServiceWorkerState = 'activated',
): { readonly worker: ServiceWorker; readonly asked: WorkerRequest[] } {
  const asked: WorkerRequest[] = [];
  const worker = Object.assign(new EventTarget(), {
    state,
    postMessage: (request: WorkerRequest, ports: readonly MessagePort[] = []) => {
      asked.push(request);
      const reply = answer(request);
      if (reply !== 'silent') ports[0]?.postMessage(reply);
    },
  }) as unknown as ServiceWorker;
  return { worker, asked };
}

/** A registration whose workers the test sets. */
export const playRegistration = (
  workers: Partial<Pick<ServiceWorkerRegistration, 'installing' | 'waiting' | 'active'>>,
): ServiceWorkerRegistration & { updates: number } => {
  const registration = Object.assign(new EventTarget(), {
    installing: null,
    waiting: null,
    active: null,
    updates: 0,
    update: async () => {
      registration.updates += 1;
      return registration;
    },
    ...workers,
  }) as unknown as ServiceWorkerRegistration & { updates: number };
  return registration;
};
