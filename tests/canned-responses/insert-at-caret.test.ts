import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertAtCaret } from '../../src/canned-responses/insert-at-caret.ts';
import { shortcutAtCaret } from '../../src/canned-responses/shortcut-at-caret.ts';

/** Puts `snippet` where `|` stands, and gives the draft with `|` at the new caret. */
const put = (marked: string, snippet: string): string => {
  const at = marked.indexOf('|');
  const draft = marked.replace('|', '');
  const { text, caret } = insertAtCaret(draft, at, at, { text: snippet });
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
};

describe('insertAtCaret', () => {
  it.each([
    ['|', 'Hello.', 'Hello.|'],
    ['Hello.|', 'One moment.', 'Hello. One moment.|'],
    ['Hello. |', 'One moment.', 'Hello. One moment.|'],
    ['Hello.\n|', 'One moment.', 'Hello.\nOne moment.|'],
    ['|Bye', 'Thanks.', 'Thanks.| Bye'],
    ['Thanks|, bye', 'Ana', 'Thanks Ana|, bye'],
    ['see (|)', 'below', 'see (below|)'],
    ['Hmm…|', 'Hello', 'Hmm… Hello|'],
    ['“|”', 'Hello', '“Hello|”'],
    ['您好。|', '请稍等。', '您好。请稍等。|'],
    ['您好|吗', '最近', '您好最近|吗'],
    ['您好，|', 'Ana', '您好，Ana|'],
    ['订单|', '{订单号}', '订单{订单号}|'],
    ['order|now', '{date}', 'order {date}| now'],
    ['{a}|', '{b}', '{a} {b}|'],
    ['👋|', 'Hello', '👋 Hello|'],
    ['안녕|', '하세요', '안녕 하세요|'],
    ['a|b', '', 'a|b'],
  ])('makes of %j and %j %j', (marked, snippet, expected) => {
    expect(put(marked, snippet)).toBe(expected);
  });

  it('stacks several snippets and keeps the draft around them', () => {
    const once = insertAtCaret('Dear Ana, bye', 9, 9, { text: 'Sorry, {reason}.' });
    const twice = insertAtCaret(once.text, once.caret, once.caret, { text: 'Wait {minutes}.' });
    expect(twice.text).toBe('Dear Ana, Sorry, {reason}. Wait {minutes}. bye');
    expect(twice.fields.map(({ name }) => name)).toEqual(['reason', 'minutes']);
    expect(twice.firstNew?.name).toBe('minutes');
  });

  it('never replaces what is selected', () => {
    const { text } = insertAtCaret('keep this', 0, 9, { text: 'Hello' });
    expect(text).toBe('keep this Hello');
  });

  it('takes the shortcut that asked for it away, and only that', () => {
    const draft = 'Hi Ana. /so bye';
    const trigger = shortcutAtCaret(draft, 11);
    expect(insertAtCaret(draft, 11, 11, { text: 'Sorry.' }, trigger).text).toBe(
      'Hi Ana. Sorry. bye',
    );
    const wrong = { query: 'An', start: 3, end: 6 };
    expect(insertAtCaret(draft, 11, 11, { text: 'X' }, wrong).text).toBe('Hi Ana. /so X bye');
  });

  it('does not tear an emoji apart', () => {
    expect(insertAtCaret('a👋b', 2, 2, { text: '，' }).text).toBe('a👋，b');
  });

  it('never throws and never loses a character of the draft', () => {
    const words = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('您好', '{a}'),
    );
    const place = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(Number.NaN, Infinity));
    fc.assert(
      fc.property(words, words, place, place, (draft, snippet, start, end) => {
        const { text, caret } = insertAtCaret(draft, start, end, { text: snippet });
        const left = text.slice(0, caret - snippet.length);
        const right = text.slice(caret);
        expect(text.slice(caret - snippet.length, caret)).toBe(snippet);
        const without = [left, left.replace(/ $/, '')].flatMap((before) =>
          [right, right.replace(/^ /, '')].map((after) => before + after),
        );
        expect(without).toContain(draft);
      }),
    );
  }, 30_000);
});
