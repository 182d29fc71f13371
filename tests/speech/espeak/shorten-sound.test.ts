import { describe, expect, it } from 'vitest';
import { createShortener } from '../../../src/speech/espeak/shorten-sound.ts';

const sampleRate = 22_050;
/** A voice of a kind: a tone with two overtones. */
const tone = (hertz: number, seconds: number) =>
  Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => {
    const turn = (2 * Math.PI * hertz * index) / sampleRate;
    return 0.4 * Math.sin(turn) + 0.2 * Math.sin(2 * turn) + 0.1 * Math.sin(3 * turn);
  });

function shorten(sound: Float32Array, factor: number, stretch = sound.length): Float32Array {
  const shortener = createShortener(factor, sampleRate);
  const parts: Float32Array[] = [];
  for (let at = 0; at < sound.length; at += stretch) {
    parts.push(shortener.push(sound.subarray(at, at + stretch)));
  }
  parts.push(shortener.finish());
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

/** Swings a second, counted where the sound goes up through nothing. */
function pitchOf(sound: Float32Array): number {
  let found = 0;
  for (let index = 1; index < sound.length; index += 1) {
    if ((sound[index - 1] ?? 0) < 0 && (sound[index] ?? 0) >= 0) found += 1;
  }
  return (found * sampleRate) / sound.length;
}

describe('createShortener', () => {
  it.each([1.1, 1.5, 1.99, 2, 2.3, 2.7])('makes sound %f times shorter', (factor) => {
    const sound = tone(120, 2);
    expect(sound.length / shorten(sound, factor).length).toBeCloseTo(factor, 1);
  });

  it.each([80, 120, 210, 350])('keeps a voice of %i Hz as high as it is', (hertz) => {
    const pitch = pitchOf(shorten(tone(hertz, 2), 2.5));
    expect(Math.abs(pitch - hertz) / hertz).toBeLessThan(0.03);
  });

  it('does not make it louder, and does not crack', () => {
    const short = shorten(tone(150, 1), 2.2);
    const original = tone(150, 1);
    const loudest = (sound: Float32Array) => Math.max(...sound);
    expect(loudest(short)).toBeLessThanOrEqual(loudest(original) + 0.001);
    const steepest = (sound: Float32Array) =>
      sound.reduce((most, value, at) => Math.max(most, Math.abs(value - (sound[at - 1] ?? 0))), 0);
    expect(steepest(short)).toBeLessThan(steepest(original) * 1.5);
  });

  it('gives the same sound however it comes in', () => {
    const sound = tone(130, 1);
    const whole = shorten(sound, 2.4);
    for (const stretch of [100, 2205, 7919]) expect(shorten(sound, 2.4, stretch)).toEqual(whole);
  });

  it.each([0, 1, 50, 600])('comes to an end with %i samples too', (length) => {
    const short = shorten(tone(120, 1).slice(0, length), 2);
    expect(short.length).toBe(Math.floor(length / 2));
    expect(short.every(Number.isFinite)).toBe(true);
  });

  it('takes silence as it is', () => {
    const short = shorten(new Float32Array(sampleRate), 2);
    expect(short.every((value) => value === 0)).toBe(true);
    expect(short.length / sampleRate).toBeCloseTo(0.5, 1);
  });
});
