import { expect, it } from 'vitest';
import { listFiles } from '../../scripts/vite/offline-files.ts';

const content = (text: string) => new TextEncoder().encode(text);
const built = (page = '<h1>') =>
  new Map([
    ['icon.svg', content('<svg/>')],
    ['icon-192.png', content('PNG')],
    ['reset.html', content('<h1>')],
    ['.vite/manifest.json', content('{}')],
    ['assets/help-a1.js', content('help')],
    ['assets/index-b2.css', content('p{}')],
    ['assets/index-c3.js', content('entry')],
    ['assets/espeak-worker-d4.js', content('voice '.repeat(100))],
    ['assets/espeak-english-e5.bin', content('data')],
    ['index.html', content(page)],
  ]);
const list = listFiles(built(), 'assets/index-c3.js');

it('lists what is needed first at the beginning, and the page at the end', () => {
  expect(list.files.map(([path]) => path)).toEqual([
    '/assets/index-c3.js',
    '/assets/index-b2.css',
    '/assets/help-a1.js',
    '/icon.svg',
    '/',
  ]);
  expect(list.entry).toBe('/assets/index-c3.js');
});

it('weighs each, and gives a revision to those whose name has no hash', () => {
  for (const [path, bytes, revision] of [...list.files, ...list.voice]) {
    const name = path === '/' ? 'index.html' : path.slice(1);
    expect(bytes).toBe(built().get(name)?.length);
    expect(revision === undefined).toBe(path.startsWith('/assets/'));
  }
});

it('keeps the voice apart, and weighs it as it is sent', () => {
  expect(list.voice.map(([path]) => path)).toEqual([
    '/assets/espeak-english-e5.bin',
    '/assets/espeak-worker-d4.js',
  ]);
  const whole = list.voice.reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(list.voicePacked).toBeGreaterThan(0);
  expect(list.voicePacked).toBeLessThan(whole);
});

it('is another version when anything is different, and the same one when nothing is', () => {
  expect(listFiles(built(), 'assets/index-c3.js').version).toBe(list.version);
  expect(listFiles(built('<h2>'), 'assets/index-c3.js').version).not.toBe(list.version);
});
