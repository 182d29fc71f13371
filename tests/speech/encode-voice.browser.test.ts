import { expect, test, vi } from 'vitest';
import { encodeVoice } from '../../src/speech/encode-voice.ts';

const tone = (seconds: number, rate: number) =>
  Float32Array.from({ length: seconds * rate }, (_, at) => 0.3 * Math.sin((at * 2765) / rate));

const decode = async (file: Blob) =>
  new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await file.arrayBuffer());

test.each([8000, 16_000, 22_050, 48_000])(
  'samples at %i a second come back as they were: an Ogg file with Opus in it',
  async (rate) => {
    const encoded = await encodeVoice(tone(2, rate), rate);
    if (!encoded.ok) throw new Error(encoded.error.kind);
    expect(encoded.value.type).toBe('audio/ogg');
    expect(await encoded.value.slice(0, 40).text()).toMatch(/^OggS.*OpusHead/s);
    const sound = await decode(encoded.value);
    expect(sound.duration).toBeCloseTo(2, 1);
    // As many times through zero as a tone of 440 Hz: neither faster nor slower.
    const samples = sound.getChannelData(0);
    let crossings = 0;
    for (let at = 24_001; at < 72_000; at += 1) {
      if ((samples[at - 1] ?? 0) < 0 !== (samples[at] ?? 0) < 0) crossings += 1;
    }
    expect(crossings / 2).toBeGreaterThan(430);
    expect(crossings / 2).toBeLessThan(450);
  },
);

test('nothing is no recording, and a browser without an encoder says so', async () => {
  expect(await encodeVoice(new Float32Array(0), 16_000)).toEqual({
    ok: false,
    error: { kind: 'empty-audio' },
  });
  vi.stubGlobal('AudioEncoder', undefined);
  const refused = await encodeVoice(tone(1, 12_000), 12_000);
  vi.unstubAllGlobals();
  expect(refused).toEqual({ ok: false, error: { kind: 'not-in-this-browser' } });
});
