import { describe, expect, it } from 'vitest';
import { espeakPace, pauseAfter } from '../../../src/speech/espeak/espeak-pace.ts';

describe('espeakPace', () => {
  it('asks for the voice’s own pace at 1', () => {
    expect(espeakPace(1)).toEqual({ wordsPerMinute: 175, shorten: 1 });
  });

  it('asks for what eSpeak can do as far as it can, and shortens the rest', () => {
    expect(espeakPace(0.5)).toEqual({ wordsPerMinute: 87, shorten: 1 });
    expect(espeakPace(2.22)).toEqual({ wordsPerMinute: 450, shorten: 1 });
    expect(espeakPace(6).wordsPerMinute).toBe(450);
    expect(espeakPace(6).shorten).toBeCloseTo(2.7, 1);
  });

  it('becomes faster with every step, without a jump', () => {
    const speed = (rate: number) => espeakPace(rate).wordsPerMinute * espeakPace(rate).shorten;
    for (let rate = 0.5; rate < 6; rate += 0.05) {
      expect(speed(rate + 0.05)).toBeGreaterThan(speed(rate));
      expect(speed(rate + 0.05) / speed(rate)).toBeLessThan(1.15);
    }
  });

  it('takes the nearest of what it can for what is out of range', () => {
    expect(espeakPace(0)).toEqual(espeakPace(0.5));
    expect(espeakPace(99)).toEqual(espeakPace(6));
  });
});

describe('pauseAfter', () => {
  it('is longer after more, and nothing at the end', () => {
    const [text, clause, sentence, paragraph] = (
      ['text', 'clause', 'sentence', 'paragraph'] as const
    ).map((end) => pauseAfter(end, 1));
    expect(text).toBe(0);
    expect(clause).toBeGreaterThan(0.1);
    expect(sentence).toBeGreaterThan(clause ?? 1);
    expect(paragraph).toBeGreaterThan(sentence ?? 1);
  });

  it.each([
    [0.5, 0.83],
    [1, 0.295],
    [2, 0.031],
    [6, 0],
  ])('at rate %f is what eSpeak leaves within a text: %f s', (rate, seconds) => {
    expect(pauseAfter('sentence', rate)).toBeCloseTo(seconds, 1);
  });
});
