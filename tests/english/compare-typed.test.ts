import { expect, test } from 'vitest';
import { compareTyped } from '../../src/english/compare-typed.ts';

test.each([
  ["I'm sorry about that", 'I’m sorry about that.'],
  ['i am sorry about that', "I'm sorry about that."],
  ['We will cover the shipping cost', "We'll cover the shipping cost."],
  ['I cannot do it, he is away', "I can't do it; he's away."],
  ["It's here", 'It is here!'],
  ['I apologize for the color', 'I apologise for the colour'],
  ['your order was canceled', 'Your order was cancelled.'],
  ['You will not be charged', "You won't be charged."],
])('“%s” is the same as “%s”', (typed, phrase) => {
  expect(compareTyped(typed, phrase)).toEqual({ likeness: 'same', misspelt: [] });
});

test.each([
  ['Thank you for your patiance', 'Thank you for your patience.', ['patience']],
  ['Sorry for the incovenience', 'Sorry for the inconvenience.', ['inconvenience']],
  ['Please cofirm your adress', 'Please confirm your address', ['confirm', 'address']],
  ['It is on the tabel', 'It is on the table', ['table']],
])('“%s” is “%s” with a slip of spelling, which is named', (typed, phrase, misspelt) => {
  expect(compareTyped(typed, phrase)).toEqual({ likeness: 'near', misspelt });
});

test.each([
  ['', 'One moment, please.'],
  ['One moment', 'One moment, please.'],
  ['It is up', 'It is in'],
  ['Thenk yuo fer waitng', 'Thank you for waiting'],
  ['The parcel is here', 'The refund is here'],
])('“%s” is something else than “%s”', (typed, phrase) => {
  expect(compareTyped(typed, phrase)).toEqual({ likeness: 'other', misspelt: [] });
});
