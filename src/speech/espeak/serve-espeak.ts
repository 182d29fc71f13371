import { type EspeakEngine, startEspeak } from './espeak-engine.ts';
import type { EspeakOrder, EspeakPart, EspeakReport } from './espeak-protocol.ts';

/** What a worker's global object has that a window's has not. */
export interface EspeakScope {
  postMessage(report: EspeakReport, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<EspeakOrder>) => void) | null;
}

/** The network did not give what was asked for. */
class NotFetched extends Error {}

async function fetchData(address: string, onBytes: () => void): Promise<ArrayBuffer> {
  try {
    // The name changes with the content: what the browser has kept is right, with or without a network.
    const response = await fetch(address, { cache: 'force-cache' });
    if (!response.ok || !response.body) throw new NotFetched();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return await new Blob(chunks).arrayBuffer();
      chunks.push(value);
      onBytes();
    }
  } catch {
    throw new NotFetched();
  }
}

/** Says what is ordered, one piece after the other. @param addresses where the data is */
export function serveEspeak(
  scope: EspeakScope,
  addresses: Readonly<Record<EspeakPart, string>>,
): void {
  let engine: EspeakEngine | undefined;
  let hasMandarin = false;
  let queue = Promise.resolve();
  const dropped = new Set<number>();

  const prepare = async (part: EspeakPart, onBytes: () => void) => {
    engine ??= await startEspeak(await fetchData(addresses.english, onBytes));
    if (part === 'mandarin' && !hasMandarin) {
      engine.add(await fetchData(addresses.mandarin, onBytes));
      hasMandarin = true;
    }
    return engine;
  };

  const perform = async (order: Exclude<EspeakOrder, { kind: 'drop' }>) => {
    const { id } = order;
    const part = order.kind === 'say' ? order.piece.needs : order.part;
    try {
      const speaker = await prepare(part, () => scope.postMessage({ kind: 'loading', id }));
      if (order.kind === 'say' && !dropped.has(id)) {
        speaker.say(order.piece, (chunk) => {
          scope.postMessage({ kind: 'sound', id, ...chunk }, [chunk.samples.buffer]);
        });
      }
      scope.postMessage({ kind: 'done', id });
    } catch (error) {
      const reason = error instanceof NotFetched ? 'network' : 'failed';
      scope.postMessage({ kind: 'failed', id, reason });
    }
    for (const old of dropped) if (old <= id) dropped.delete(old);
    // Lets a `drop` that came meanwhile be heard before the next piece is begun.
    await new Promise((resolve) => setTimeout(resolve));
  };

  scope.onmessage = ({ data: order }) => {
    if (order.kind === 'drop') dropped.add(order.id);
    else queue = queue.then(() => perform(order));
  };
  scope.postMessage({ kind: 'hello' });
}
