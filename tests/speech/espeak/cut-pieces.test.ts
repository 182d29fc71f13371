import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPieces } from '../../../src/speech/espeak/cut-pieces.ts';

const ends = (text: string, language = 'en') =>
  cutPieces(text, language).map((piece) => [piece.text, piece.end]);

describe('cutPieces', () => {
  it('cuts at sentences, which are followed by a pause, also at the end of the text', () => {
    expect(ends('Hello there. Is it late? Yes!')).toEqual([
      ['Hello there.', 'sentence'],
      ['Is it late?', 'sentence'],
      ['Yes!', 'sentence'],
    ]);
  });

  it('pauses after Chinese marks and behind closing quotation marks', () => {
    expect(ends('您好。“好的！”谢谢', 'zh-CN').map(([, end]) => end)).toEqual([
      'sentence',
      'sentence',
      'text',
    ]);
  });

  it('pauses longer between paragraphs', () => {
    expect(ends('One.\n\nTwo.\nThree.').map(([, end]) => end)).toEqual([
      'paragraph',
      'sentence',
      'sentence',
    ]);
  });

  it('cuts a long sentence at a comma, with a short pause', () => {
    const half = 'it goes on and on and on and on and on and on and on and on and on and on';
    const [first, second] = cutPieces(`${half}, ${half}, ${half}`, 'en');
    expect(first?.end).toBe('clause');
    expect(first?.text.endsWith(',')).toBe(true);
    expect(second?.at).toBeGreaterThan(100);
  });

  it.each(['', '   ', '\n\n', '...', '–'])('has nothing to say for %j', (text) => {
    expect(cutPieces(text, 'en')).toEqual([]);
  });

  it('says all of 10,000 characters without a space, in pieces', () => {
    const pieces = cutPieces('😀'.repeat(5000), 'en');
    expect(pieces.map(({ text }) => text).join('')).toBe('😀'.repeat(5000));
    for (const { text } of pieces) expect(text).toMatch(/^(😀)+$/u);
  });

  it('leaves nothing out and keeps every piece in its place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '.', ',', '\n', '你', '。', '😀') }),
        (text) => {
          const pieces = cutPieces(text, 'en');
          for (const piece of pieces) {
            expect(piece.text.length).toBeLessThanOrEqual(160);
            expect(text.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text);
          }
          const letters = (from: string) => from.replace(/[\s.,。]/g, '');
          expect(letters(pieces.map((piece) => piece.text).join(''))).toBe(letters(text));
        },
      ),
    );
  });
});
