import { expect, onTestFinished, test } from 'vitest';
import { recordVoice } from '../../src/speech/record-voice.ts';
import { createFakeClock } from '../support/fake-clock.ts';

/** Seconds. */
const minutes = 300;

/** A recording of a tone, of nothing, or of what cannot be had. */
async function record(volume: number, longest = minutes) {
  const context = new AudioContext();
  onTestFinished(() => void context.close());
  const target = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain: volume })).connect(target);
  tone.start();
  const [track] = target.stream.getAudioTracks();
  const clock = createFakeClock();
  let full = 0;
  const started = await recordVoice({
    clock,
    devices: { getUserMedia: async () => target.stream },
    signal: new AbortController().signal,
    longest,
    onFull: () => {
      full += 1;
    },
  });
  if (!started.ok) throw new Error(started.error.kind);
  return { clock, track, recorder: started.value, full: () => full };
}
const pass = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

test('what was heard comes back whole, and the microphone is closed', async () => {
  const { recorder, track } = await record(0.5);
  await pass(1.5);
  const stopped = recorder.stop();
  expect(recorder.stop(), 'twice is once').toBe(stopped);
  const result = await stopped;
  if (!result.ok) throw new Error(result.error.kind);
  expect(result.value.length).toBeGreaterThan(16_000);
  expect(Math.max(...result.value)).toBeGreaterThan(0.3);
  expect(track?.readyState).toBe('ended');
});

test('what comes after its time, before it is stopped, is left out', async () => {
  const { recorder } = await record(0.5, 1);
  await pass(1.5);
  const result = await recorder.stop();
  expect(result.ok && result.value.length).toBe(16_000);
});

test('a microphone that is switched off gives no recording', async () => {
  const { recorder } = await record(0);
  await pass(1.5);
  expect(await recorder.stop()).toEqual({ ok: false, error: { kind: 'no-speech' } });
});

test('after as long as it may last, and when nothing more comes, it asks to be ended; after the end it does not', async () => {
  const { recorder, clock, full } = await record(0.5);
  await clock.advance(minutes * 1000);
  await expect.poll(full).toBeGreaterThan(0);
  const lost = await record(0.5);
  lost.track?.stop();
  lost.track?.dispatchEvent(new Event('ended'));
  await expect.poll(lost.full).toBe(1);
  const done = await record(0.5);
  await done.recorder.stop();
  await done.clock.advance(minutes * 1000);
  expect(done.full()).toBe(0);
  await Promise.all([recorder.stop(), lost.recorder.stop()]);
});
