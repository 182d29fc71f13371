import { answerRequest } from './answer-request.ts';
import type { FileList } from './file-list.ts';
import { createKeptFiles } from './kept-files.ts';
import { type KeptState, tabLock, type WorkerRequest } from './worker-words.ts';

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** The part of a ServiceWorkerGlobalScope that is used; the compiler's library of the page has none. */
interface WorkerScope extends EventTarget {
  readonly location: Location;
  readonly navigator: { readonly locks?: LockManager };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}

/** Written in by the build (scripts/vite/offline-files.ts). */
declare const harebellFiles: FileList;

const scope = globalThis as unknown as WorkerScope;
const prefix = tabLock('');

const kept = createKeptFiles({
  list: harebellFiles,
  caches,
  fetch: (...asked) => fetch(...asked),
  entriesInUse: async () => {
    const locks = await scope.navigator.locks?.query();
    return locks?.held
      ?.map(({ name = '' }) => name)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  },
});

const answer = (request: WorkerRequest): Promise<KeptState | undefined> => {
  switch (request.kind) {
    case 'state':
      return kept.state();
    case 'keep-next':
      return kept.keepNext(request.voice);
    case 'forget-voice':
      return kept.forgetVoice();
    case 'sweep':
      return kept.sweep();
    case 'take-over':
      return scope.skipWaiting().then(() => undefined);
    default:
      // A page that is newer than its worker.
      return Promise.resolve(undefined);
  }
};

scope.addEventListener('install', (event) => {
  (event as WorkerEvent).waitUntil(kept.install());
});
// So that what comes later, in a page that was opened before, comes from here as well.
scope.addEventListener('activate', (event) => {
  (event as WorkerEvent).waitUntil(scope.clients.claim());
});
scope.addEventListener('message', (event) => {
  const { data, ports } = event as MessageEvent<WorkerRequest>;
  (event as unknown as WorkerEvent).waitUntil(
    answer(data).then(
      (state) => ports[0]?.postMessage(state),
      () => ports[0]?.postMessage(undefined),
    ),
  );
});
scope.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Event & {
    readonly request: Request;
    respondWith(response: Promise<Response>): void;
  };
  const find = answerRequest(request, kept, scope.location.origin);
  if (!find) return;
  // Whatever goes wrong here, the network is asked: it must never be worse than without.
  const found = find().catch(() => undefined);
  respondWith.call(
    event,
    found.then((response) => response ?? fetch(request)),
  );
});
