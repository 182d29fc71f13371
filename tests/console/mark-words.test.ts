import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../src/console/mark-words.ts';

const shown = (text: string, words: readonly string[]) =>
  markWords(text, words)
    .map((stretch) => (stretch.isMarked ? `[${stretch.text}]` : stretch.text))
    .join('');

describe('A45: doubtful words', () => {
  it.each([
    ['My parcel is gone.', ['parcel'], 'My [parcel] is gone.'],
    ['Parcel, my parcel!', ['parcel'], '[Parcel], my [parcel]!'],
    ['The cat is a catalogue', ['cat'], 'The [cat] is a catalogue'],
    ['一个包裹没动', ['包裹'], '一个[包裹]没动'],
    ['to and from', ['to and', 'to'], '[to and] from'],
    ['nothing here', ['parcel', ''], 'nothing here'],
    ['', ['parcel'], ''],
    ['order 30021', ['3002'], 'order 30021'],
    ['x.y*z', ['.y*'], 'x[.y*]z'],
  ])('%s with %j', (text, words, expected) => expect(shown(text, words)).toBe(expected));

  it('never loses or adds a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string(), { maxLength: 4 }),
        (text, words) => {
          expect(
            markWords(text, words)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
