import { expect, test } from 'vitest';
import { spokenNumber } from '../../src/speech/spoken-number.ts';

test.each([
  ['12', 12],
  ['number 12', 12],
  ['twelve', 12],
  ['Twelve.', 12],
  ['number twenty one', 21],
  ['twenty-one', 21],
  ['thirty', 30],
  ['zero', 0],
  ['十二', 12],
  ['二十', 20],
  ['二十一号', 21],
  ['编号十', 10],
  ['第三', 3],
  ['两', 2],
  ['１２号', 12],
])('%s is %i', (said, number) => expect(spokenNumber(said)).toBe(number));

test.each(['', 'hello', 'one two', 'twenty eleven', 'one customer', 'number', '十二个', '客户'])(
  '%s is none',
  (said) => expect(spokenNumber(said)).toBeUndefined(),
);
