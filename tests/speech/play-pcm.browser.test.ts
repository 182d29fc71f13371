import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../src/shared/clock.ts';
import { type PlayPcmOptions, playPcm } from '../../src/speech/play-pcm.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeUpStream } from './made-up-stream.ts';

const { signal: never } = new AbortController();
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
let context: AudioContext;
let target: ChannelSplitterNode;
let ears: AnalyserNode[];

// Browsers let a page be heard after a click.
beforeAll(() => userEvent.click(document.body));
beforeEach(async () => {
  context = new AudioContext({ sampleRate: 22_050 });
  await context.resume();
  target = context.createChannelSplitter(2);
  ears = [0, 1].map((channel) => {
    const ear = context.createAnalyser();
    target.connect(ear, channel);
    return ear;
  });
});
afterEach(() => context.close());

const play = (stream: ReturnType<typeof makeUpStream>, options: Partial<PlayPcmOptions> = {}) =>
  playPcm(stream, context, target, systemClock, { signal: never, volume: 1, ...options });
/** How loud it is now, left and right: the mean of squares. */
const loudness = () =>
  ears.map((ear) => {
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
  });
const whileHeard = async (options: Partial<PlayPcmOptions>) => {
  const controller = new AbortController();
  const playing = play(makeUpStream([{ seconds: 4 }]), { ...options, signal: controller.signal });
  await wait(500);
  const [left = 0, right = 0] = loudness();
  controller.abort();
  await playing;
  return { left, right };
};

it('is heard from the beginning to the end, in time', async () => {
  const events: string[] = [];
  const begun = context.currentTime;
  const stream = makeUpStream([
    { seconds: 0.3, at: 0 },
    { seconds: 0.3, at: 5 },
  ]);
  const result = await play(stream, {
    onStart: () => events.push('start'),
    onWord: (at, length) => events.push(`${at}+${length}`),
  });
  expect(result).toEqual({ ok: true, value: undefined });
  expect(context.currentTime - begun).toBeGreaterThan(0.6);
  expect(events).toEqual(['start', '0+1', '5+1']);
});

it('is heard on the side that is asked for', async () => {
  const left = await whileHeard({ pan: -1 });
  expect(left.left).toBeGreaterThan(0.1);
  expect(left.right).toBeLessThan(0.001);
  const right = await whileHeard({ pan: 1 });
  expect(right.left).toBeLessThan(0.001);
  expect(right.right).toBeGreaterThan(0.1);
});

it('is as loud as is asked for', async () => {
  const [loud, soft, none] = [
    await whileHeard({ volume: 1 }),
    await whileHeard({ volume: 0.5 }),
    await whileHeard({ volume: 0 }),
  ];
  expect(soft.left / loud.left).toBeCloseTo(0.25, 1);
  expect(none.left).toBe(0);
});

it('falls silent at once when it is given up', async () => {
  const controller = new AbortController();
  const playing = play(makeUpStream([{ seconds: 4 }]), { signal: controller.signal });
  await wait(400);
  expect(loudness()[0]).toBeGreaterThan(0.1);
  controller.abort();
  expect(await playing).toEqual({ ok: false, error: { kind: 'aborted' } });
  // What an analyser shows is the last tenth of a second.
  await wait(250);
  expect(loudness()[0]).toBe(0);
});

it('asks for no more than a few seconds ahead', async () => {
  const controller = new AbortController();
  const stream = makeUpStream(Array.from({ length: 60 }, () => ({ seconds: 1 })));
  const begun = context.currentTime;
  const playing = play(stream, { signal: controller.signal });
  await wait(500);
  expect(stream.pulls()).toBeGreaterThanOrEqual(4);
  expect(stream.pulls()).toBeLessThan(7 + context.currentTime - begun);
  controller.abort();
  await playing;
});

it('waits for an engine that is late, and moves its words on', async () => {
  let pulls = 0;
  const late = () => wait(pulls++ === 1 ? 1500 : 0);
  const times: number[] = [];
  const stream = makeUpStream(
    [
      { seconds: 0.2, at: 0 },
      { seconds: 0.2, at: 1 },
    ],
    undefined,
    late,
  );
  const begun = performance.now();
  await play(stream, { onWord: () => times.push(performance.now() - begun) });
  expect(times).toHaveLength(2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(400);
});

it('passes on why there is no more sound', async () => {
  expect(await play(makeUpStream([{ seconds: 0.1 }], 'network'))).toEqual({
    ok: false,
    error: { kind: 'network' },
  });
});

it('has nothing to say where nothing comes', async () => {
  const events: string[] = [];
  const result = await play(makeUpStream([]), { onStart: () => events.push('start') });
  expect(result).toEqual({ ok: true, value: undefined });
  expect(events).toEqual([]);
});

it('gives up a sound card that stands still', async () => {
  await context.suspend();
  const clock = createFakeClock();
  const stream = makeUpStream([{ seconds: 1 }]);
  const playing = playPcm(stream, context, target, clock, { signal: never, volume: 1 });
  for (let second = 0; second < 12; second += 1) await clock.advance(1000);
  expect(await playing).toEqual({ ok: false, error: { kind: 'engine-silent' } });
});
