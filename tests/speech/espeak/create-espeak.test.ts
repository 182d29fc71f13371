import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { ok } from '../../../src/shared/result.ts';
import type { PcmPlayer } from '../../../src/speech/create-pcm-player.ts';
import { createEspeak, type Espeak } from '../../../src/speech/espeak/create-espeak.ts';
import type { EspeakWorker } from '../../../src/speech/espeak/create-espeak-host.ts';
import type { EspeakOrder, EspeakReport } from '../../../src/speech/espeak/espeak-protocol.ts';
import type { Utterance } from '../../../src/speech/synthesizer.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const second = 22_050;
const { signal: never } = new AbortController();
const utterance = (text: string, more: Partial<Utterance> = {}): Utterance => ({
  text,
  language: 'en',
  rate: 1,
  pitch: 1,
  volume: 0.5,
  ...more,
});

/** Says a second of sound for each piece, with a word at its beginning. */
function createReadyWorker(orders: EspeakOrder[]): EspeakWorker {
  const worker: EspeakWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => {},
    postMessage: (order) => {
      orders.push(order);
      const tell = (report: EspeakReport) =>
        worker.onmessage?.({ data: report } as MessageEvent<EspeakReport>);
      if (order.kind !== 'say') return;
      const { id } = order;
      const words = [{ time: 0.25, at: 0, length: 3 }];
      queueMicrotask(() => {
        tell({ kind: 'sound', id, samples: new Float32Array(second).fill(0.1), words });
        tell({ kind: 'done', id });
      });
    },
  };
  return worker;
}

let orders: EspeakOrder[];
let played: Parameters<PcmPlayer['play']>[1][];
let isOnline: boolean;
let espeak: Espeak;
const said = () => orders.flatMap((order) => (order.kind === 'say' ? order.piece : []));

beforeEach(() => {
  orders = [];
  played = [];
  isOnline = true;
  espeak = createEspeak({
    clock: createFakeClock(),
    player: {
      play: async (stream, options) => {
        played.push(options);
        for (;;) {
          const pulled = await stream.pull();
          if (!pulled.ok) return pulled;
          if (!pulled.value) return ok(undefined);
        }
      },
      dispose: () => {},
    },
    createWorker: () => createReadyWorker(orders),
    isOnline: () => isOnline,
  });
});

it('says a text sentence by sentence, each with its pause', async () => {
  expect(await espeak.speak(utterance('One. Two.'), { signal: never })).toEqual(ok(undefined));
  expect(said()).toEqual([
    { text: 'One.', end: 'sentence', voice: 'en-us', needs: 'english', rate: 1, pitch: 1 },
    { text: 'Two.', end: 'sentence', voice: 'en-us', needs: 'english', rate: 1, pitch: 1 },
  ]);
});

it('puts words where they are in the whole text and the whole sound', async () => {
  const result = await espeak.render(utterance('One. Two. Six.'), never);
  if (!result.ok) throw new Error(result.error.kind);
  expect(result.value.samples).toHaveLength(3 * second);
  expect(result.value.sampleRate).toBe(second);
  expect(result.value.words).toEqual([
    { time: 0.25, at: 0, length: 3 },
    { time: 1.25, at: 5, length: 3 },
    { time: 2.25, at: 10, length: 3 },
  ]);
});

it('makes no more than is asked for: a long text waits as text', async () => {
  const stream = espeak.stream(utterance('One. Two. Three. Four.'), never);
  await stream.pull();
  expect(said()).toHaveLength(1);
  await stream.pull();
  expect(said()).toHaveLength(2);
});

it('takes the voice that is asked for, the first one of its language when that is gone', async () => {
  await espeak.render(utterance('One.', { voice: 'en-gb' }), never);
  await espeak.render(utterance('One.', { voice: 'cmn' }), never);
  await espeak.render(utterance('一。', { language: 'zh-CN', voice: 'gone' }), never);
  expect(said().map(({ voice }) => voice)).toEqual(['en-gb', 'en-us', 'cmn']);
  expect(said().map(({ needs }) => needs)).toEqual(['english', 'english', 'mandarin']);
});

it('hands volume, side and output device to the player, not to the engine', async () => {
  await espeak.speak(utterance('One.', { pan: -1, outputDevice: 'headset' }), { signal: never });
  expect(played[0]).toMatchObject({ volume: 0.5, pan: -1, outputDevice: 'headset' });
  await espeak.speak(utterance('One.'), { signal: never });
  expect(played[1]).not.toHaveProperty('pan');
  expect(played[1]).not.toHaveProperty('outputDevice');
});

it('is ready when there is a network, and without one when it was used before', async () => {
  vi.stubGlobal('Worker', class {});
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const noNetwork = { kind: 'unavailable', reason: 'network' };
  expect(await espeak.availability('en')).toEqual({ kind: 'ready' });
  expect(await espeak.availability('fr')).toEqual({ kind: 'unavailable', reason: 'no-voice' });
  isOnline = false;
  expect(await espeak.availability('en')).toEqual(noNetwork);
  await espeak.render(utterance('One.'), never);
  expect(await espeak.availability('en')).toEqual({ kind: 'ready' });
  expect(await espeak.availability('zh-CN')).toEqual(noNetwork);
});

it('is nothing for a browser without workers', async () => {
  expect(await espeak.availability('en')).toEqual({
    kind: 'unavailable',
    reason: 'not-in-this-browser',
  });
});

it('lets a render go on while something is said', async () => {
  const rendering = espeak.render(utterance('One. Two. Three.'), never);
  expect(await espeak.speak(utterance('Hello.'), { signal: never })).toEqual(ok(undefined));
  expect(await rendering).toMatchObject({ ok: true });
});

it('gives up a render in the middle', async () => {
  const controller = new AbortController();
  const stream = espeak.stream(utterance('One. Two. Three.'), controller.signal);
  await stream.pull();
  controller.abort();
  expect(await stream.pull()).toEqual({ ok: false, error: { kind: 'aborted' } });
  expect(await stream.pull()).toEqual({ ok: false, error: { kind: 'aborted' } });
});
