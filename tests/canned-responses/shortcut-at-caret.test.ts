import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortcutAtCaret } from '../../src/canned-responses/shortcut-at-caret.ts';

const at = (marked: string) => shortcutAtCaret(marked.replace('|', ''), marked.indexOf('|'));

describe('shortcutAtCaret', () => {
  it.each([
    ['/|', '', 0],
    ['/so|', 'so', 0],
    ['Hello /so|', 'so', 6],
    ['Hello\n/so|', 'so', 6],
    ['Hello\u00a0/so|', 'so', 6],
    ['Hello /s|o there', 's', 6],
    ['／so|', 'so', 0],
    ['您好／bqyc|', 'bqyc', 2],
    ['您好／|', '', 2],
    ['您好，/bqyc|', 'bqyc', 3],
    ['您好。／抱歉|', '抱歉', 3],
    ['您好 /抱歉|', '抱歉', 3],
    ['/re-open_2|', 're-open_2', 0],
  ])('A20: in %j finds %j at %i', (marked, query, start) => {
    expect(at(marked)).toEqual({ query, start, end: marked.indexOf('|') });
  });

  it.each([
    '|',
    'so|',
    'http:/|',
    'http://|',
    'https://example.com/so|',
    '1/2|',
    '22/11/2026|',
    'and/or|',
    '/usr/bin|',
    '//|',
    '/so |',
    '/so.|',
    '男/女|',
    '男／女|',
    '2026／11|',
    'a/|b',
    '|/so',
    '.../so|',
    '</p|',
  ])('A20: finds nothing in %j', (marked) => {
    expect(at(marked)).toBeUndefined();
  });

  it('is found in a draft of any length', () => {
    const draft = `${'word '.repeat(5000)}/so`;
    expect(shortcutAtCaret(draft, draft.length)?.start).toBe(25_000);
  });

  it('never throws, and what it finds stands there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('/', '／', ' ', '\n', 'a', '好', '，', '1', ':', '👋')),
        fc.integer({ min: -2, max: 30 }),
        (parts, caret) => {
          const draft = parts.join('');
          const found = shortcutAtCaret(draft, caret);
          if (!found) return;
          expect(draft.slice(found.start, found.end)).toMatch(/^[/／]/);
          expect(draft.slice(found.start + 1, found.end)).toBe(found.query);
        },
      ),
    );
  }, 30_000);
});
