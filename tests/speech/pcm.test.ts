import { describe, expect, test } from 'vitest';
import { speechRate, toPcm16, toWav } from '../../src/speech/pcm.ts';
import { createResampler } from '../../src/speech/resample.ts';

const sine = (rate: number, hertz: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, at) =>
    Math.sin((2 * Math.PI * hertz * at) / rate),
  );
const strength = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
const inBlocks = (
  samples: Float32Array,
  size: number,
  take: (block: Float32Array) => Float32Array,
) => {
  const out: number[] = [];
  for (let at = 0; at < samples.length; at += size) out.push(...take(samples.slice(at, at + size)));
  return Float32Array.from(out);
};

test('samples become 16 bits, cut where they are too loud', () => {
  const pcm = new Int16Array(toPcm16(Float32Array.of(0, 1, -1, 0.5, 7, -7)));
  expect([...pcm]).toEqual([0, 32767, -32767, 16384, 32767, -32767]);
});

test('a WAV file has the head that every program reads', async () => {
  const file = toWav(toPcm16(Float32Array.of(0, 1)));
  expect(file.type).toBe('audio/wav');
  const view = new DataView(await file.arrayBuffer());
  const text = (at: number) =>
    String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
  expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
  expect(view.byteLength).toBe(48);
  expect([4, 16, 24, 28, 40].map((at) => view.getUint32(at, true))).toEqual([
    40,
    16,
    speechRate,
    speechRate * 2,
    4,
  ]);
  expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 2, 16]);
});

describe('bringing sound to 16 kHz', () => {
  test.each([48_000, 44_100, 22_050])('from %i keeps a voice, whatever the blocks', (from) => {
    const voice = sine(from, 300, 1);
    const out = inBlocks(voice, 997, createResampler(from, speechRate));
    expect(Math.abs(out.length - speechRate)).toBeLessThanOrEqual(1);
    expect(strength(out)).toBeCloseTo(Math.SQRT1_2, 1);
    expect(inBlocks(voice, 128, createResampler(from, speechRate))).toEqual(out);
  });

  test('takes out what 16 kHz cannot hold', () => {
    const hiss = sine(48_000, 16_000, 1);
    expect(strength(inBlocks(hiss, 960, createResampler(48_000, speechRate)))).toBeLessThan(0.05);
  });

  test('leaves alone what is right already', () => {
    const samples = Float32Array.of(0.5);
    expect(createResampler(speechRate, speechRate)(samples)).toBe(samples);
  });
});
