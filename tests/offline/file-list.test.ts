import { expect, it } from 'vitest';
import { type FileList, keyOf, pageOf, readList } from '../../src/offline/file-list.ts';

const list: FileList = {
  version: 'v1',
  entry: '/assets/a.js',
  files: [
    ['/assets/a.js', 4],
    ['/', 9, 'cafe'],
  ],
  voice: [],
  voicePacked: 0,
};

it('keeps a file under its address, and under its revision where that has no hash', () => {
  expect(list.files.map(keyOf)).toEqual(['/assets/a.js', '/?cafe']);
  expect(keyOf(pageOf(list))).toBe('/?cafe');
});

it('is read as it was written', () => {
  expect(readList(JSON.stringify(list))).toEqual(list);
});

it.each([
  '',
  'null',
  '[]',
  '{"version":"v1"}',
  JSON.stringify({ ...list, version: 1 }),
  JSON.stringify({ ...list, entry: undefined }),
  JSON.stringify({ ...list, files: ['/assets/a.js'] }),
  JSON.stringify({ ...list, files: [[4, '/assets/a.js']] }),
  JSON.stringify({ ...list, files: [] }),
])('is nothing when it reads %s', (text) => {
  expect(readList(text)).toBeUndefined();
});
