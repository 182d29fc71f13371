import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PcmChunk } from '../pcm-stream.ts';
import type { SpeechError, SpeechErrorKind } from '../speech-error.ts';
import type { EspeakOrder, EspeakPart, EspeakPiece, EspeakReport } from './espeak-protocol.ts';

/** What we use of a `Worker`. */
export interface EspeakWorker {
  postMessage(order: EspeakOrder): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<EspeakReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The page's side of the worker. */
export interface EspeakHost {
  /** Says a piece; resolves when it is said, and tells the sound meanwhile. */
  say(
    piece: EspeakPiece,
    signal: AbortSignal,
    onSound: (chunk: PcmChunk) => void,
  ): Promise<Result<void, SpeechError>>;
  /** Fetches and starts what a language needs. */
  prepare(part: EspeakPart, signal: AbortSignal): Promise<Result<void, SpeechError>>;
  /** Whether that part has been used already. */
  has(part: EspeakPart): boolean;
  dispose(): void;
}

/** Longest that the worker may give no sign of life (ms), until its script is there and after. */
const patience = { script: 120_000, data: 30_000 };

interface Job {
  readonly onSound?: (chunk: PcmChunk) => void;
  settle(result: Result<void, SpeechError>): void;
}

/** Keeps a worker from the first use on, and starts another one when it is lost. */
export function createEspeakHost(createWorker: () => EspeakWorker, clock: Clock): EspeakHost {
  let worker: EspeakWorker | undefined;
  let isHere = false;
  let lastId = 0;
  let cancelWatch = () => {};
  const jobs = new Map<number, Job>();
  const parts = new Set<EspeakPart>();

  const end = (kind: SpeechErrorKind) => {
    cancelWatch();
    worker?.terminate();
    worker = undefined;
    isHere = false;
    parts.clear();
    for (const job of [...jobs.values()]) job.settle(err({ kind }));
  };
  const watch = () => {
    cancelWatch();
    if (jobs.size === 0) return;
    const late = () => end(isHere ? 'engine-silent' : 'network');
    cancelWatch = clock.after(isHere ? patience.data : patience.script, late);
  };
  const hear = (report: EspeakReport) => {
    isHere = true;
    if (report.kind !== 'hello') {
      const job = jobs.get(report.id);
      if (report.kind === 'sound') job?.onSound?.(report);
      if (report.kind === 'done') job?.settle(ok(undefined));
      if (report.kind === 'failed') job?.settle(err({ kind: report.reason }));
    }
    watch();
  };
  const start = () => {
    const started = createWorker();
    started.onmessage = ({ data }) => hear(data);
    // Without a word from it, its script did not come; afterwards it broke.
    started.onerror = () => end(isHere ? 'failed' : 'network');
    return started;
  };

  const order = (
    part: EspeakPart,
    signal: AbortSignal,
    toOrder: (id: number) => EspeakOrder,
    onSound?: (chunk: PcmChunk) => void,
  ) =>
    new Promise<Result<void, SpeechError>>((resolve) => {
      lastId += 1;
      const id = lastId;
      if (signal.aborted) return resolve(err({ kind: 'aborted' }));
      const onAbort = () => {
        worker?.postMessage({ kind: 'drop', id });
        settle(err({ kind: 'aborted' }));
      };
      const settle = (result: Result<void, SpeechError>) => {
        jobs.delete(id);
        signal.removeEventListener('abort', onAbort);
        if (result.ok) parts.add('english').add(part);
        watch();
        resolve(result);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      jobs.set(id, { settle, ...(onSound && { onSound }) });
      try {
        worker ??= start();
      } catch {
        return settle(err({ kind: 'not-in-this-browser' }));
      }
      worker.postMessage(toOrder(id));
      watch();
    });

  return {
    say: (piece, signal, onSound) =>
      order(piece.needs, signal, (id) => ({ kind: 'say', id, piece }), onSound),
    prepare: (part, signal) => order(part, signal, (id) => ({ kind: 'prepare', id, part })),
    has: (part) => parts.has(part),
    dispose: () => end('aborted'),
  };
}
