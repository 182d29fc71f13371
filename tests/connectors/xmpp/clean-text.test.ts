import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, longestText } from '../../../src/connectors/xmpp/clean-text.ts';
import { guessLanguage } from '../../../src/connectors/xmpp/guess-language.ts';

describe('text from outside', () => {
  test.each([
    ['a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    ['one\r\ntwo\rthree\nfour\tfive', 'one\ntwo\nthree\nfour\tfive'],
    ['user\u202etxt.exe\u202c', 'usertxt.exe'],
    ['\u2066a\u2067b\u2068c\u2069', 'abc'],
    ['\ud800lone\udfff', 'lone'],
    ['👩‍🚀 ok', '👩‍🚀 ok'],
    ['שלום \u200fעולם', 'שלום \u200fעולם'],
    ['你好，世界', '你好，世界'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('that is too long is cut with a mark, never in the middle of a character', () => {
    expect(cleanText('x'.repeat(longestText))).toHaveLength(longestText);
    expect(cleanText('x'.repeat(longestText + 1))).toBe(`${'x'.repeat(longestText)} […]`);
    const split = cleanText(`${'x'.repeat(longestText - 1)}😀`);
    expect(split).toBe(`${'x'.repeat(longestText - 1)} […]`);
  });

  test('of ten megabytes no more is left than a message may have', () => {
    expect(cleanText('\u202e'.repeat(10_000_000))).toBe(' […]');
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/(?![\n\t])\p{Cc}|\p{Surrogate}/u);
      }),
    );
  });

  test('on one line it is as long as allowed', () => {
    expect(cleanLine('  a \n b\t c ', 20)).toBe('a b c');
    expect(cleanLine('where is my parcel', 10)).toBe('where is…');
    expect(cleanLine('12345678😀0', 10)).toBe('12345678…');
    expect(cleanLine('x'.repeat(100_000), 10)).toHaveLength(10);
  });
});

describe('the language of a text', () => {
  test.each([
    ['你好', 'en', 'zh-CN'],
    ['我的 order 12345 呢', 'en', 'zh-CN'],
    ['ありがとう、元気です', 'en', 'ja'],
    ['안녕하세요', 'en', 'ko'],
    ['Hello', 'en', 'en'],
    ['Bonjour', 'fr', 'fr'],
    ['Hello', 'zh-CN', 'en'],
    ['12345', 'zh-CN', 'zh-CN'],
  ])('%s where %s is usual: %s', (text, fallback, language) => {
    expect(guessLanguage(text, fallback)).toBe(language);
  });
});
