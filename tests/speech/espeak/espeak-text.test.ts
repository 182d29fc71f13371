import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEspeakText, wordLength } from '../../../src/speech/espeak/espeak-text.ts';

describe('toEspeakText', () => {
  it('leaves ordinary text as it is', () => {
    const { text, offsets } = toEspeakText('Hi, 你好');
    expect(text).toBe('Hi, 你好');
    expect(offsets).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it.each([
    ['<break time="60s"/>', '&lt;break time="60s"/&gt;'],
    ['AT&T &amp; co', 'AT&amp;T &amp;amp; co'],
    ['[[h@l]] [[[', '[ [h@l]] [ [ ['],
    ['a\u0000b\u0007c', 'a b c'],
    ['left\u202Eright\u200B', 'left right '],
  ])('makes %j harmless', (original, safe) => {
    expect(toEspeakText(original).text).toBe(safe);
  });

  it('knows where each character stood, in code units, behind pictures and entities too', () => {
    const original = '😀 <b> word';
    const { text, offsets } = toEspeakText(original);
    expect(text).toBe('😀 &lt;b&gt; word');
    const at = [...text].indexOf('w');
    expect(original.slice(offsets[at])).toBe('word');
  });

  it('never gives eSpeak markup or phonemes, whatever a customer writes', () => {
    const hostile = fc.string({ unit: fc.constantFrom('<', '>', '&', '[', ']', 'a', '\0', '😀') });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (original) => {
        const { text, offsets } = toEspeakText(original);
        expect(text).not.toMatch(/[<>]|\[\[|&(?!(amp|lt|gt);)/);
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(offsets).toHaveLength([...text].length);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets.at(-1) ?? -1).toBeLessThan(original.length);
      }),
    );
  });
});

describe('wordLength', () => {
  it.each([
    ['wasn’t there', 'wasn’t'],
    ["don't.", "don't"],
    ['e-mail,', 'e-mail'],
    ['4711.', '4711'],
    ['3.50 dollars', '3.50'],
    ['naïve”', 'naïve'],
    ['e\u0301te\u0301 ', 'e\u0301te\u0301'],
    ['订单', '订'],
    ['& more', '&'],
    ['😀😀', '😀'],
    ['', ''],
  ])('of %j is that of %j', (text, word) => {
    expect(text.slice(0, wordLength(text, 0))).toBe(word);
  });

  it('begins where it is told', () => {
    expect(wordLength('one two', 4)).toBe(3);
  });
});
