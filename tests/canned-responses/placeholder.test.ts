import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findFields,
  nextField,
  previousField,
  unfilledBlanks,
} from '../../src/canned-responses/placeholder.ts';

describe('unfilledBlanks', () => {
  it.each([
    ['Your order {order number} is here.', ['order number']],
    ['{Customer}, {customer}: {date}', ['customer', 'date']],
    ['您的订单{订单号}已发货', ['订单号']],
    ['您的订单｛订单号｝已发货', ['订单号']],
    ["{customer's name} {e-mail} {line_2}", ["customer's name", 'e-mail', 'line_2']],
    ['https://example.com/track/{tracking number}', ['tracking number']],
    ['{नाम} {имя}', ['नाम', 'имя']],
    ['Multi\nline {date}\n', ['date']],
  ])('A20: names the blanks of %j', (draft, names) => {
    expect(unfilledBlanks(draft)).toEqual(names);
  });

  it.each([
    '',
    'Hello',
    '{}',
    '{ }',
    '{1}',
    '{ name }',
    '{name ',
    'name}',
    '{two  spaces}',
    '{trailing }',
    '{line\nbreak}',
    '{"a":1}',
    '{"a":{"b":[]}}',
    '{a: 1}',
    '{a,b}',
    '{{name}}',
    '{{{name}}}',
    `$${'{name}'}`,
    '\\{name}',
    'function f(){return}',
    '{name.first}',
    '{name｝',
    '｛name}',
    `{${'a'.repeat(41)}}`,
    ':-{ and :-}',
  ])('A20: takes %j for literal text, which does not block sending', (draft) => {
    expect(unfilledBlanks(draft)).toEqual([]);
  });

  it('never throws, and every field is a pair of braces in the draft', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '｛',
      '｝',
      'a',
      '名',
      ' ',
      '$',
      '\\',
      '1',
      '\n',
      '"',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (draft) => {
          let from = 0;
          for (const { name, start, end } of findFields(draft)) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(draft.slice(start + 1, end - 1).toLowerCase()).toBe(name);
            expect(draft[start]).toMatch(/[{｛]/);
            expect(draft[end - 1]).toMatch(/[}｝]/);
            from = end;
          }
        },
      ),
    );
  }, 30_000);

  it('comes to the end of a long draft of braces', () => {
    expect(unfilledBlanks('{a '.repeat(100_000))).toEqual([]);
  });
});

describe('stepping through fields', () => {
  const draft = 'a {one} b {two} c';
  it.each([
    [0, 'one', 'two'],
    [2, 'one', 'two'],
    [3, 'two', 'two'],
    [12, 'one', 'one'],
    [17, 'one', 'two'],
  ])('A20: from %i goes on to %s and back to %s', (caret, next, previous) => {
    expect(nextField(draft, caret)?.name).toBe(next);
    expect(previousField(draft, caret)?.name).toBe(previous);
  });

  it('goes nowhere when nothing is left to fill', () => {
    expect(nextField('done', 0)).toBeUndefined();
    expect(previousField('done', 4)).toBeUndefined();
  });
});
