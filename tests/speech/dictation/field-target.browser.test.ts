import { afterEach, beforeEach, expect, test } from 'vitest';
import { fieldTarget } from '../../../src/speech/dictation/field-target.ts';

let field: HTMLTextAreaElement;
let inputs: number;

beforeEach(() => {
  field = document.createElement('textarea');
  inputs = 0;
  field.addEventListener('input', () => {
    inputs += 1;
  });
  document.body.append(field);
  field.focus();
});
afterEach(() => field.remove());

test('A47: every insertion is one step of the field’s own undo', () => {
  const target = fieldTarget(field, 'en');
  target.insert('Hello there.');
  target.insert(' Your parcel is on its way.');
  expect(field.value).toBe('Hello there. Your parcel is on its way.');
  expect(inputs).toBe(2);
  document.execCommand('undo');
  expect(field.value).toBe('Hello there.');
  document.execCommand('undo');
  expect(field.value).toBe('');
  document.execCommand('redo');
  expect(field.value).toBe('Hello there.');
});

test('it goes where the caret is and takes the place of what is selected', () => {
  field.value = 'Dear customer, bye';
  field.setSelectionRange(5, 13);
  const target = fieldTarget(field, 'en');
  expect(target.around()).toEqual({ before: 'Dear ', after: ', bye' });
  target.insert('Ada');
  expect(field.value).toBe('Dear Ada, bye');
  expect(field.selectionStart).toBe(8);
});

test('what was put in is exchanged only while it stands before the caret', () => {
  const target = fieldTarget(field, 'en');
  target.insert('partial');
  expect(target.exchange('partial', 'parcel')).toBe(true);
  expect(field.value).toBe('parcel');
  document.execCommand('undo');
  expect(field.value, 'the exchange is one step').toBe('partial');
  field.setSelectionRange(0, 0);
  expect(target.exchange('partial', 'x')).toBe(false);
  field.setSelectionRange(7, 7);
  expect(target.exchange('partial', '')).toBe(true);
  expect(field.value).toBe('');
  expect(target.exchange('', 'x'), 'nothing is no text').toBe(false);
});

test('from anywhere else the words still reach the field', () => {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  fieldTarget(field, 'zh-CN').insert('您好');
  expect(field.value).toBe('您好');
  button.remove();
});
