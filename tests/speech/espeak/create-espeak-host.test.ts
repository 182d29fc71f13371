import { beforeEach, describe, expect, it } from 'vitest';
import {
  createEspeakHost,
  type EspeakHost,
  type EspeakWorker,
} from '../../../src/speech/espeak/create-espeak-host.ts';
import type {
  EspeakOrder,
  EspeakPiece,
  EspeakReport,
} from '../../../src/speech/espeak/espeak-protocol.ts';
import type { PcmChunk } from '../../../src/speech/pcm-stream.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

/** A worker that does what the test says. */
class PlayedWorker implements EspeakWorker {
  readonly orders: EspeakOrder[] = [];
  isEnded = false;
  onmessage: EspeakWorker['onmessage'] = null;
  onerror: EspeakWorker['onerror'] = null;
  postMessage(order: EspeakOrder) {
    this.orders.push(order);
  }
  terminate() {
    this.isEnded = true;
  }
  tell(report: EspeakReport) {
    this.onmessage?.({ data: report } as MessageEvent<EspeakReport>);
  }
  /** The number of its last order. */
  get id() {
    return this.orders.at(-1)?.id ?? 0;
  }
}

const piece: EspeakPiece = {
  text: 'Hello.',
  voice: 'en-us',
  needs: 'english',
  rate: 1,
  pitch: 1,
  end: 'text',
};
const sound = (id: number): EspeakReport => ({
  kind: 'sound',
  id,
  samples: new Float32Array(10),
  words: [],
});
const { signal: never } = new AbortController();

let clock: FakeClock;
let workers: PlayedWorker[];
let host: EspeakHost;
let heard: PcmChunk[];
const worker = () => workers.at(-1) as PlayedWorker;
const say = (signal = never) => host.say(piece, signal, (chunk) => heard.push(chunk));

beforeEach(() => {
  clock = createFakeClock();
  workers = [];
  heard = [];
  host = createEspeakHost(() => {
    workers.push(new PlayedWorker());
    return worker();
  }, clock);
});

describe('the page’s side of the worker', () => {
  it('starts no worker before it is needed, and one for all', () => {
    expect(workers).toHaveLength(0);
    void say();
    void say();
    expect(workers).toHaveLength(1);
    expect(worker().orders.map(({ kind }) => kind)).toEqual(['say', 'say']);
  });

  it('tells each saying its own sound, then that it is over', async () => {
    const first = say();
    const second = host.say(piece, never, () => heard.push());
    const [one, two] = worker().orders.map(({ id }) => id);
    worker().tell({ kind: 'hello' });
    worker().tell(sound(one ?? 0));
    worker().tell(sound(two ?? 0));
    worker().tell({ kind: 'done', id: one ?? 0 });
    expect(await first).toEqual({ ok: true, value: undefined });
    expect(heard).toHaveLength(1);
    worker().tell({ kind: 'done', id: two ?? 0 });
    expect(await second).toEqual({ ok: true, value: undefined });
  });

  it('settles at once when it is given up, tells the worker, and hears no more', async () => {
    const controller = new AbortController();
    const result = say(controller.signal);
    const { id } = worker();
    controller.abort();
    expect(await result).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(worker().orders.at(-1)).toEqual({ kind: 'drop', id });
    worker().tell(sound(id));
    expect(heard).toEqual([]);
  });

  it('asks nothing of the worker for what was given up before', async () => {
    expect(await say(AbortSignal.abort())).toMatchObject({ error: { kind: 'aborted' } });
    expect(workers).toHaveLength(0);
  });

  it('passes on why something failed, and goes on with the same worker', async () => {
    const result = say();
    worker().tell({ kind: 'failed', id: worker().id, reason: 'network' });
    expect(await result).toMatchObject({ error: { kind: 'network' } });
    void say();
    expect(workers).toHaveLength(1);
  });

  it('knows which parts it has used', async () => {
    expect(host.has('english')).toBe(false);
    const prepared = host.prepare('mandarin', never);
    expect(worker().orders).toEqual([{ kind: 'prepare', id: 1, part: 'mandarin' }]);
    worker().tell({ kind: 'done', id: 1 });
    await prepared;
    expect([host.has('english'), host.has('mandarin')]).toEqual([true, true]);
  });
});

describe('its watchdog', () => {
  it('waits two minutes for the script on a slow line, then blames the network', async () => {
    const result = say();
    await clock.advance(119_000);
    expect(worker().isEnded).toBe(false);
    await clock.advance(2000);
    expect(await result).toEqual({ ok: false, error: { kind: 'network' } });
    expect(worker().isEnded).toBe(true);
  });

  it('is patient as long as data comes', async () => {
    const result = say();
    worker().tell({ kind: 'hello' });
    for (let minute = 0; minute < 10; minute += 1) {
      await clock.advance(25_000);
      worker().tell({ kind: 'loading', id: worker().id });
    }
    worker().tell({ kind: 'done', id: worker().id });
    expect(await result).toMatchObject({ ok: true });
    expect(clock.pending).toBe(0);
  });

  it('ends a worker that falls silent, with all that waits for it, and starts another', async () => {
    const results = [say(), say()];
    worker().tell({ kind: 'hello' });
    worker().tell(sound(1));
    await clock.advance(31_000);
    for (const result of results) {
      expect(await result).toEqual({ ok: false, error: { kind: 'engine-silent' } });
    }
    expect(worker().isEnded).toBe(true);
    const next = say();
    expect(workers).toHaveLength(2);
    worker().tell({ kind: 'done', id: worker().id });
    expect(await next).toMatchObject({ ok: true });
  });

  it('does not watch a worker that has nothing to do', async () => {
    const result = say();
    worker().tell({ kind: 'done', id: worker().id });
    await result;
    await clock.advance(3_600_000);
    expect(worker().isEnded).toBe(false);
  });
});

describe('a worker that is lost', () => {
  it.each([
    ['its script did not come', false, 'network'],
    ['it broke', true, 'failed'],
  ])('because %s', async (_, wasHere, kind) => {
    const result = say();
    if (wasHere) worker().tell({ kind: 'hello' });
    worker().onerror?.({} as ErrorEvent);
    expect(await result).toEqual({ ok: false, error: { kind } });
    void say();
    expect(workers).toHaveLength(2);
  });

  it('cannot be started in a browser without workers', async () => {
    const without = createEspeakHost(() => {
      throw new TypeError('Worker is not a constructor');
    }, clock);
    expect(await without.say(piece, never, () => {})).toEqual({
      ok: false,
      error: { kind: 'not-in-this-browser' },
    });
    expect(clock.pending).toBe(0);
  });

  it('is let go of with what it was saying; twice is once', async () => {
    const result = say();
    host.dispose();
    host.dispose();
    expect(await result).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(worker().isEnded).toBe(true);
    expect(clock.pending).toBe(0);
  });
});
