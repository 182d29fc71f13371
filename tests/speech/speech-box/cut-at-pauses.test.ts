import { describe, expect, test } from 'vitest';
import { speechRate } from '../../../src/speech/pcm.ts';
import { createPauseCutter, type Piece } from '../../../src/speech/speech-box/cut-at-pauses.ts';

const block = speechRate / 8;
const sound = (loud: boolean) => new Float32Array(block).fill(loud ? 0.1 : 0.001);
const secondsOf = (piece: Piece | undefined) => (piece?.samples.length ?? 0) / speechRate;

/** Adds seconds of speech or quiet; gives the pieces that came out. */
function add(
  cutter: ReturnType<typeof createPauseCutter>,
  seconds: number,
  loud: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < seconds * 8; at += 1) {
    const piece = cutter.add(sound(loud));
    if (piece) pieces.push(piece);
  }
  return pieces;
}

describe('speech for a box that takes recordings', () => {
  test('is cut at the first pause after twelve seconds', () => {
    const cutter = createPauseCutter();
    expect(add(cutter, 5, true)).toEqual([]);
    expect(add(cutter, 2, false), 'too early').toEqual([]);
    expect(add(cutter, 8, true), 'in the middle of a word').toEqual([]);
    const [piece] = add(cutter, 1, false);
    expect(secondsOf(piece)).toBeCloseTo(15.5, 1);
    expect(piece?.hasVoice).toBe(true);
  });

  test('is cut after 28 seconds without any pause', () => {
    const cutter = createPauseCutter();
    const pieces = add(cutter, 60, true);
    expect(pieces.map(secondsOf)).toEqual([28, 28]);
    expect(secondsOf(cutter.rest()), 'nothing is lost').toBe(4);
    expect(cutter.rest()).toBeUndefined();
  });

  test('that is none is marked, so that no words are made up for it', () => {
    const cutter = createPauseCutter();
    const [piece] = add(cutter, 13, false);
    expect(piece?.hasVoice).toBe(false);
    add(cutter, 0.25, true);
    expect(cutter.rest()?.hasVoice, 'of the rest only').toBe(true);
  });

  test('keeps every sample, in order', () => {
    const cutter = createPauseCutter();
    cutter.add(Float32Array.of(0.1, 0.2));
    cutter.add(Float32Array.of(0.3));
    expect(cutter.rest()?.samples).toEqual(Float32Array.of(0.1, 0.2, 0.3));
  });
});
