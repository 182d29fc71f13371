import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../src/shared/clock.ts';
import { createPcmTrack } from '../../src/speech/create-pcm-track.ts';
import { eventually } from '../support/eventually.ts';
import { makeUpStream } from './made-up-stream.ts';

const { signal: never } = new AbortController();
beforeAll(() => userEvent.click(document.body));

/** Listens to a track: how loud it is now, the mean of squares. */
async function listenTo(track: MediaStreamTrack) {
  const context = new AudioContext();
  await context.resume();
  onTestFinished(() => context.close());
  const ear = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(ear);
  return () => {
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
  };
}

it('carries what is said, is silent between, and stays open for more', async () => {
  const voice = createPcmTrack(22_050, systemClock);
  onTestFinished(() => voice.close());
  const loudness = await listenTo(voice.track);
  const settings = { signal: never, volume: 1 };
  for (let saying = 0; saying < 2; saying += 1) {
    expect(loudness()).toBeLessThan(0.001);
    const playing = voice.play(makeUpStream([{ seconds: 1.5 }]), settings);
    await eventually(() => loudness() > 0.1 || undefined);
    expect(await playing).toEqual({ ok: true, value: undefined });
    await eventually(() => loudness() < 0.001 || undefined);
    expect(voice.track.readyState).toBe('live');
  }
});

it('falls silent when it is given up', async () => {
  const voice = createPcmTrack(22_050, systemClock);
  onTestFinished(() => voice.close());
  const loudness = await listenTo(voice.track);
  const controller = new AbortController();
  const playing = voice.play(makeUpStream([{ seconds: 30 }]), {
    signal: controller.signal,
    volume: 1,
  });
  await eventually(() => loudness() > 0.1 || undefined);
  controller.abort();
  expect(await playing).toEqual({ ok: false, error: { kind: 'aborted' } });
  await eventually(() => loudness() < 0.001 || undefined);
});

it('ends with its owner', () => {
  const voice = createPcmTrack(22_050, systemClock);
  expect(voice.track.kind).toBe('audio');
  voice.close();
  expect(voice.track.readyState).toBe('ended');
});
