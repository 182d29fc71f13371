import { describe, expect, test } from 'vitest';
import { cutSentences } from '../../src/speech/cut-sentences.ts';
import { nextRate, rateSteps } from '../../src/speech/next-rate.ts';
import { lastWord, spellWord } from '../../src/speech/spell-word.ts';
import { createSlots, tellApart } from '../../src/speech/tell-apart.ts';

const texts = (text: string, language = 'en', most?: number) =>
  cutSentences(text, language, most).map((piece) => piece.text);

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', 'en', ['One.', 'Two!', 'Three?']],
    ['It costs 3.50 in all. Yes.', 'en', ['It costs 3.50 in all.', 'Yes.']],
    ['你好。订单到了吗？谢谢！', 'zh-CN', ['你好。', '订单到了吗？', '谢谢！']],
    ['  One.\n\nTwo.  ', 'en', ['One.', 'Two.']],
    ['… – !', 'en', []],
    ['', 'en', []],
    ['😀', 'en', ['😀']],
    ['No language', 'not a tag!', ['No language']],
  ])('%j', (text, language, pieces) => {
    expect(texts(text, language)).toEqual(pieces);
  });

  test('that are too long are cut at a mark, else at a space, else anywhere', () => {
    expect(texts('a long one; and then some, yes', 'en', 20)).toEqual([
      'a long one;',
      'and then some, yes',
    ]);
    expect(texts('one two three four five six', 'en', 12)).toEqual([
      'one two',
      'three four',
      'five six',
    ]);
    expect(texts('x'.repeat(25), 'en', 10).map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(texts('字，'.repeat(12), 'zh-CN', 10).join('')).toBe('字，'.repeat(12));
    for (const piece of texts('😀'.repeat(20), 'en', 7)) expect(piece).toMatch(/^(?:😀)+$/u);
  });

  test('say where in the text they stand', () => {
    const text = '  First one.  Second, which is longer than that, much. ';
    for (const { text: piece, at } of cutSentences(text, 'en', 20)) {
      expect(text.slice(at, at + piece.length)).toBe(piece);
    }
  });
});

describe('the last word', () => {
  test.each([
    ['It goes to Elm Road.', 'en', 'Road'],
    ['Is it “AB-12”?', 'en', 'AB-12'],
    ['Write to ann@example.org!', 'en', 'ann@example.org'],
    ['it wasn’t …', 'en', 'wasn’t'],
    ['…', 'en', undefined],
    ['', 'en', undefined],
    ['我的订单号是 A77。', 'zh-CN', 'A77'],
    ['谢谢你', 'zh-CN', '你'],
  ])('%j', (text, language, word) => {
    expect(lastWord(text, language)).toBe(word);
  });

  test.each([
    ['road', 'en', 'R, O, A, D'],
    ['AB-12', 'en', 'A, B, dash, 1, 2'],
    ['a_b@c.de', 'en', 'A, underscore, B, at, C, dot, D, E'],
    ['wasn’t', 'en', 'W, A, S, N, apostrophe, T'],
    ['北京', 'zh-CN', '北，京'],
    ['A-7', 'zh-CN', 'A，横杠，7'],
    ['naïve', 'en', 'N, A, Ï, V, E'],
  ])('%s is spelled in %s', (word, language, spelled) => {
    expect(spellWord(word, language)).toBe(spelled);
  });
});

describe('the speed', () => {
  test('goes up and down by steps that can be heard, and stays at the ends', () => {
    expect(nextRate(1, 'faster')).toBe(1.2);
    expect(nextRate(1, 'slower')).toBe(0.9);
    expect(nextRate(1.1, 'faster')).toBe(1.2);
    expect(nextRate(1.1, 'slower')).toBe(1);
    expect(nextRate(6, 'faster')).toBe(6);
    expect(nextRate(0.5, 'slower')).toBe(0.5);
    expect([rateSteps[0], rateSteps.at(-1)]).toEqual([0.5, 6]);
    for (const [at, step] of rateSteps.entries()) {
      if (at) expect(step / (rateSteps[at - 1] ?? step)).toBeGreaterThan(1.05);
    }
  });
});

describe('telling apart', () => {
  test('A32: four chats differ in pitch by more than a tone, or stand at four places', () => {
    const four = [0, 1, 2, 3];
    const pitches = four.map((slot) => tellApart(slot, 'pitch', true).pitch).sort();
    for (const [at, pitch] of pitches.entries()) {
      if (at) expect(pitch / (pitches[at - 1] ?? 1)).toBeGreaterThan(1.15);
    }
    expect(new Set(four.map((slot) => tellApart(slot, 'side', true).pan)).size).toBe(4);
    expect(tellApart(7, 'side', true)).toEqual(tellApart(2, 'side', true));
  });

  test('numbers are the lowest that are free', () => {
    const slots = createSlots();
    expect([slots.of('a'), slots.of('b'), slots.of('a')]).toEqual([0, 1, 0]);
    slots.free('a');
    slots.free('never there');
    expect([slots.of('c'), slots.of('b'), slots.of('d')]).toEqual([0, 1, 2]);
  });
});
