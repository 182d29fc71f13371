import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/canned-responses/search.ts';
import { starterLibrary } from '../../src/canned-responses/starter-library.ts';
import { sample } from './sample.ts';

const search = createSearch(starterLibrary);
const found = (query: string, limit?: number) =>
  search(query, limit).map(({ shortcut }) => shortcut);

describe('search in the starter library', () => {
  it.each([
    ['sorry', 'sorry'],
    ['sor', 'sorry'],
    ['/SORRY', 'sorry'],
    ['／ｓｏｒｒｙ', 'sorry'],
    ['refund', 'refund'],
    ['order number', 'order'],
    ['number order', 'order'],
    ['charged twice', 'double'],
    ['describe picture', 'picture'],
    ['抱歉延迟', 'sorrylate'],
    ['bqyc', 'sorrylate'],
    ['BQYC', 'sorrylate'],
    ['请描述图片', 'picture'],
    ['qmstp', 'picture'],
    ['zjts', 'handover'],
    ['cfkk', 'double'],
    ['重复 退还', 'double'],
    ['czmm', 'reset'],
  ])('finds for %j first %s', (query, shortcut) => {
    expect(found(query)[0]).toBe(shortcut);
  });

  it('gives all in their own order for nothing', () => {
    expect(search('  ')).toEqual(starterLibrary);
    expect(search('/')).toEqual(starterLibrary);
  });

  it('finds nothing when one of the words is nowhere', () => {
    expect(found('refund xylophone')).toEqual([]);
  });

  it('gives no more than is asked for', () => {
    expect(found('r', 5)).toHaveLength(5);
  });

  it('finds each reply first by its shortcut', () => {
    for (const { shortcut } of starterLibrary) expect(found(shortcut)[0]).toBe(shortcut);
  });

  it('finds each reply by its Chinese title', () => {
    for (const { shortcut, titles } of starterLibrary) {
      expect(found(titles['zh'] ?? ''), shortcut).toContain(shortcut);
    }
  });
});

describe('ranking', () => {
  it('puts shortcut before title before text, and beginnings before insides', () => {
    const responses = [
      sample('t3', { texts: { en: 'unlatex' } }),
      sample('t2', { texts: { en: 'so late' } }),
      sample('n3', { titles: { en: 'Translated' } }),
      sample('n2', { titles: { en: 'Being late' } }),
      sample('n1', { titles: { en: 'Late parcel' } }),
      sample('later'),
      sample('late'),
    ];
    expect(createSearch(responses)('late').map(({ shortcut }) => shortcut)).toEqual([
      'late',
      'later',
      'n1',
      'n2',
      'n3',
      't2',
      't3',
    ]);
  });

  it('keeps the order of the library among equals', () => {
    const responses = ['b', 'a', 'c'].map((shortcut) =>
      sample(shortcut, { titles: { en: 'Refund' } }),
    );
    expect(createSearch(responses)('refund')).toEqual(responses);
  });

  it.each(['cafe', 'CAFÉ', 'cafe\u0301', 'ｃａｆｅ'])('finds Café by %j', (query) => {
    const response = sample('x', { titles: { fr: 'Le Café' } });
    expect(createSearch([response])(query)).toEqual([response]);
  });

  it('finds a character by either of its readings', () => {
    const response = sample('x', { titles: { zh: '重新发送' } });
    expect(createSearch([response])('cxfs')).toEqual([response]);
    expect(createSearch([response])('zxfs')).toEqual([response]);
  });

  it('never throws, and finds each at most once', () => {
    const few = starterLibrary.slice(0, 8);
    const searchFew = createSearch(few);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const results = searchFew(query);
        expect(new Set(results).size).toBe(results.length);
        expect(results.every((response) => few.includes(response))).toBe(true);
      }),
    );
  }, 30_000);

  it('answers in a full library', () => {
    const many = Array.from({ length: 2000 }, (_, at) => {
      return { ...(starterLibrary[at % starterLibrary.length] ?? sample('x')), id: `${at}` };
    });
    const big = createSearch(many);
    big('bqyc');
    expect(big('bqyc').length).toBeGreaterThan(10);
  });
});
