import { expect, test } from 'vitest';
import { findFaults } from './find-faults.ts';

const wanted = ['One.', 'Two.', 'Three.'];

test.each([
  ['all, once, in order', ['One.', 'Two.', 'Three.'], []],
  ['one that is missing', ['One.', 'Three.'], ['here: lost Two.']],
  ['one that is there twice', ['One.', 'Two.', 'One.', 'Three.'], ['here: twice One.']],
  ['one that nobody wrote', ['One.', 'Two.', 'Four.', 'Three.'], ['here: unknown Four.']],
  ['one before its turn', ['Two.', 'One.', 'Three.'], ['here: out of order Two. One.']],
  [
    'all at once',
    ['Three.', 'One.', 'One.'],
    ['here: lost Two.', 'here: twice One.', 'here: out of order Three. One.'],
  ],
])('finds %s', (_, there, faults) => {
  expect(findFaults('here', there, wanted)).toEqual(faults);
});

test.each([
  ['may stand late', ['Two.', 'Three.', 'One.'], []],
  ['may stand where it was written', ['One.', 'Two.', 'Three.'], []],
  ['may not be lost', ['Two.', 'Three.'], ['here: lost One.']],
  ['may not be shown twice', ['One.', 'Two.', 'Three.', 'One.'], ['here: twice One.']],
  ['excuses no other', ['Three.', 'Two.', 'One.'], ['here: out of order Three. Two.']],
])('what was sent again %s', (_, there, faults) => {
  expect(findFaults('here', there, wanted, ['One.'])).toEqual(faults);
});
