import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { listenTo, type Source } from '../../src/speech/listen-to.ts';
import { speechRate } from '../../src/speech/pcm.ts';
import { createFakeClock } from '../support/fake-clock.ts';

/** A tone as a microphone gives it. */
function microphone(volume = 0.5) {
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain: volume })).connect(target);
  tone.start();
  onTestFinished(() => void context.close());
  const track = target.stream.getAudioTracks()[0] as MediaStreamTrack;
  return { track, devices: { getUserMedia: () => Promise.resolve(target.stream) } };
}

async function open(options: { readonly track?: MediaStreamTrack } = {}) {
  const clock = createFakeClock();
  const { track, devices } = microphone();
  const samples: number[] = [];
  const result = await listenTo({
    clock,
    devices,
    signal: new AbortController().signal,
    ...options,
    onSamples: (block) => samples.push(...block),
  });
  if (!result.ok) throw new Error(result.error.kind);
  const source: Source = result.value;
  onTestFinished(() => source.stop());
  return { clock, track, samples, source };
}

/** The sound of a page that nobody has touched; the one of the tests has been clicked on by others. */
class UntouchedContext extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    void this.suspend();
  }
  override resume = () => new Promise<void>(() => {});
}

test('sound that waits for a key or a click says so', async () => {
  const { track } = microphone();
  const contexts: AudioContext[] = [];
  vi.stubGlobal(
    'AudioContext',
    class extends UntouchedContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const { clock, source } = await open({ track });
  await expect.poll(() => contexts.map(({ state }) => state)).toContain('suspended');
  await clock.advance(5000);
  expect(await source.lost).toEqual({ ok: false, error: { kind: 'needs-gesture' } });
});

test('a microphone is heard at 16 kHz, and closed when it is stopped', async () => {
  await userEvent.click(document.body);
  const { samples, source, track } = await open();
  await expect.poll(() => samples.length).toBeGreaterThan(speechRate / 4);
  await source.stop();
  const { length } = samples;
  expect(track.readyState).toBe('ended');
  // By its middle period: on a busy machine the sound has gaps, and each gap crosses zero as well.
  const crossings = samples.flatMap((sample, at) =>
    sample >= 0 && (samples[at - 1] ?? 0) < 0 ? [at] : [],
  );
  const periods = crossings.slice(1).map((at, index) => at - (crossings[index] as number));
  const period = periods.sort((a, b) => a - b)[periods.length >> 1] as number;
  expect(speechRate / period).toBeGreaterThan(420);
  expect(speechRate / period).toBeLessThan(460);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(samples.length, 'nothing comes after that').toBe(length);
  await source.stop();
});

test('a microphone that gives nothing is said to', async () => {
  const { clock, source, samples } = await open();
  await expect.poll(() => samples.length).toBeGreaterThan(0);
  // Time goes on without a sample: the page's own clock stands between two of them.
  await clock.advance(5000);
  expect(await source.lost).toEqual({ ok: false, error: { kind: 'no-speech' } });
});

test('a microphone that is pulled out is missed', async () => {
  const { track, source } = await open();
  track.dispatchEvent(new Event('ended'));
  expect(await source.lost).toEqual({ ok: false, error: { kind: 'no-microphone' } });
});

test('a track that ends is over, and one that was given is left open', async () => {
  const { track } = microphone();
  const { source } = await open({ track });
  await source.stop();
  expect(track.readyState).toBe('live');
  const again = await open({ track });
  track.dispatchEvent(new Event('ended'));
  expect(await again.source.lost).toEqual({ ok: true, value: undefined });
});

test('a microphone that is switched off is told from one that is quiet', async () => {
  const off = await open({ track: microphone(0).track });
  const quiet = await open({ track: microphone(0.001).track });
  expect(off.source.wasSilent(), 'too early to say').toBe(false);
  await expect
    .poll(() => off.samples.length, { timeout: 10_000 })
    .toBeGreaterThan(speechRate * 1.2);
  await expect.poll(() => quiet.samples.length).toBeGreaterThan(speechRate);
  expect(off.source.wasSilent()).toBe(true);
  expect(quiet.source.wasSilent()).toBe(false);
});
