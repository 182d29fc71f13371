import { expect, it } from 'vitest';
import { listFolders, suggestFolders } from '../../src/canned-responses/folders.ts';
import { sample } from './sample.ts';

it('counts what is in each folder', () => {
  const responses = [
    sample('a', { folder: 'Parcels' }),
    sample('b', { folder: '' }),
    sample('c', { folder: 'Parcels' }),
  ];
  expect(listFolders(responses)).toEqual([
    { folder: 'Parcels', count: 2 },
    { folder: '', count: 1 },
  ]);
});

it.each([
  ['pa', ['Parcels', 'Lost parcels']],
  ['ＬＯＳＴ', ['Lost parcels']],
  ['退', ['退款', '拒绝退款']],
  ['', ['Parcels', 'Lost parcels', '退款', '拒绝退款']],
  ['x', []],
])('suggests folders for %j', (typed, expected) => {
  const folders = ['Lost parcels', 'Parcels', '', '拒绝退款', '退款', 'Parcels'];
  expect(suggestFolders(folders, typed).toSorted()).toEqual(expected.toSorted());
  expect(suggestFolders(folders, typed)[0]).toBe(typed === '' ? 'Lost parcels' : expected[0]);
});
