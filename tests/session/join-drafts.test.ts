import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DraftCopy,
  type DraftWord,
  joinDrafts,
  parseDraftWord,
} from '../../src/session/join-drafts.ts';

const copy = (patch: Partial<DraftCopy> = {}): DraftCopy => ({
  text: '',
  over: '',
  own: '',
  ...patch,
});
const word = (text: string, over = ''): DraftWord => ({
  conversationId: 'ann',
  text,
  over,
  selectionStart: text.length,
  selectionEnd: text.length,
});

describe('the draft of another tab', () => {
  test('takes the place of one that was not typed here', () => {
    expect(joinDrafts(copy({ text: 'old', over: 'old' }), word('new'))).toEqual(
      copy({ text: 'new', over: 'new' }),
    );
  });

  test('takes the place of words that it had before the agent went on there', () => {
    const here = copy({ text: 'I am', own: 'I am' });
    expect(joinDrafts(here, word('I was', 'I am')).text).toBe('I was');
    expect(joinDrafts(here, word('', 'I am')).text).toBe('');
  });

  test('takes the place of words that it still has', () => {
    const here = copy({ text: 'b', own: 'b' });
    expect(joinDrafts(here, word('a\nb'))).toEqual(copy({ text: 'a\nb', over: 'a\nb' }));
  });

  test('stands above words that it never had', () => {
    const here = copy({ text: 'mine', own: 'mine' });
    expect(joinDrafts(here, word('theirs')).text).toBe('theirs\nmine');
    expect(joinDrafts(here, word('')).text).toBe('mine');
  });

  test('that grows on does not repeat those', () => {
    let here = copy({ text: 'mine', own: 'mine' });
    for (const text of ['t', 'th', 'the', 'they']) here = joinDrafts(here, word(text));
    expect(here.text).toBe('they\nmine');
    expect(joinDrafts(here, word('they and mine', 'they\nmine')).text).toBe('they and mine');
  });

  test('never makes words disappear that were typed here and seen nowhere else', () => {
    const text = fc.string({ maxLength: 5 });
    const words = fc.array(fc.record({ text, over: text }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 5 }), words, (own, told) => {
        let here = copy({ text: own, own });
        for (const { text: next, over } of told) {
          const before = here;
          here = joinDrafts(here, word(next, over));
          if (over === before.text || here.own === '') {
            expect(over === before.text || here.text.includes(before.own)).toBe(true);
            return;
          }
          expect(here.text).toContain(own);
        }
      }),
    );
  });
});

describe('what another tab tells', () => {
  test('is a draft if it looks like one', () => {
    expect(parseDraftWord(JSON.parse(JSON.stringify(word('Hello', 'Hel'))))).toEqual(
      word('Hello', 'Hel'),
    );
  });

  test('has its selection put right', () => {
    const told = { conversationId: 'ann', text: 'Hi', selectionStart: 9, selectionEnd: -1 };
    expect(parseDraftWord(told)).toEqual(word('Hi'));
  });

  test('is not one otherwise, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (told) => {
        const read = parseDraftWord(told);
        if (read) expect(typeof read.text).toBe('string');
      }),
    );
    const others = [undefined, null, 'text', 7, {}, { text: 'x' }, { conversationId: 'ann' }];
    for (const told of others) expect(parseDraftWord(told)).toBeUndefined();
  });
});
