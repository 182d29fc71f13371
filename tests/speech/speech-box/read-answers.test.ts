import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/speech/speech-box/clean-text.ts';
import { isWrongLanguage } from '../../../src/speech/speech-box/is-wrong-language.ts';
import { readLiveAnswer } from '../../../src/speech/speech-box/read-live-answer.ts';
import { readTranscription } from '../../../src/speech/speech-box/read-transcription.ts';

describe('text', () => {
  test.each([
    ['en', '  where is\n my\tparcel ', 'where is my parcel'],
    ['en', 'a\u202eb\u0007c\u2066', 'abc'],
    ['en', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['zh-CN', '请 把 新 地址 发 给 我们', '请把新地址发给我们'],
    ['zh-CN', '我 的 iPhone 15 坏 了', '我的 iPhone 15 坏了'],
    ['en', '请 把', '请 把'],
  ])('in %s, %j is shown as %j', (language, given, shown) => {
    expect(cleanText(given, language)).toBe(shown);
  });

  test('is cut at 64 Ki characters', () => {
    expect(cleanText('a'.repeat(70_000), 'en').length).toBe(65_536);
  });
});

describe('another language', () => {
  test.each([
    ['en', 'where is my parcel', 'english', false],
    ['en', 'where is my parcel', 'en', false],
    ['en-GB', 'where is my parcel', 'en_US', false],
    ['zh-CN', '你好', 'Chinese', false],
    ['zh-CN', '你好', 'zh', false],
    ['zh-CN', '你好', 'yue', true],
    ['', 'hello', 'english', true],
    ['en', 'wo ist mein paket', 'german', true],
    ['en', 'wo ist mein paket', 'de', true],
    ['en', '请把新地址发给我们', undefined, true],
    ['en', 'the 你好 tea', undefined, false],
    ['zh-CN', 'please send the address', undefined, true],
    ['zh-CN', 'iPhone', undefined, false],
    ['zh-CN', '', undefined, false],
    ['zh-CN', '我的 iPhone 15 Pro Max 坏了', undefined, false],
  ])('asked for %s, "%s" named %s: %s', (asked, text, named, isWrong) => {
    expect(isWrongLanguage(asked, text, named)).toBe(isWrong);
  });
});

describe('a transcription', () => {
  test('with words, as OpenAI and faster-whisper write them', () => {
    const answer = {
      task: 'transcribe',
      language: 'english',
      text: ' Where is it?',
      words: [
        { word: ' Where', start: 0.1, end: 0.4, probability: 0.5 },
        { word: 'is', start: 0.4, end: 0.5, probability: 1 },
        { word: '  ', start: 0.5, end: 0.5, probability: 1 },
        { word: 'it?', start: -1, end: 'late', probability: 7 },
        'it',
        null,
      ],
    };
    expect(readTranscription(JSON.stringify(answer), 'en')).toEqual({
      ok: true,
      value: {
        text: 'Where is it?',
        confidence: 0.75,
        words: [
          { text: 'Where', from: 0.1, to: 0.4, confidence: 0.5 },
          { text: 'is', from: 0.4, to: 0.5, confidence: 1 },
          { text: 'it?' },
        ],
        alternatives: [],
        language: 'en',
      },
    });
  });

  test('without words takes its confidence from the segments', () => {
    const segments = [
      { avg_logprob: Math.log(0.8), words: [{ word: 'hello' }] },
      { avg_logprob: Math.log(0.6) },
    ];
    const result = readTranscription(JSON.stringify({ text: 'hello', segments }), 'en');
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value.confidence).toBeCloseTo(0.7);
    expect(result.value.words).toEqual([{ text: 'hello' }]);
  });

  test('of text alone is text alone', () => {
    expect(readTranscription('{"text": "hello"}', 'en')).toEqual({
      ok: true,
      value: { text: 'hello', words: [], alternatives: [] },
    });
  });

  test.each(['', '<!doctype html>', '{"text": "ple', '[]', 'null', '"text"', '{"text": 5}', '{}'])(
    '%j is none',
    (body) => {
      expect(readTranscription(body, 'en')).toEqual({ ok: false, error: { kind: 'bad-answer' } });
    },
  );
});

describe('a live answer', () => {
  test('is a guess, or words with what the box thinks of them', () => {
    expect(readLiveAnswer('{"partial" : "where is"}', 'en')).toEqual({
      ok: true,
      value: { kind: 'partial', text: 'where is' },
    });
    const answer = {
      result: [{ conf: 0.25, start: 0, end: 0.3, word: 'where' }],
      text: 'where',
    };
    expect(readLiveAnswer(JSON.stringify(answer), 'en')).toEqual({
      ok: true,
      value: {
        kind: 'heard',
        heard: {
          text: 'where',
          confidence: 0.25,
          words: [{ text: 'where', confidence: 0.25, from: 0, to: 0.3 }],
          alternatives: [],
        },
      },
    });
  });

  test('has other readings where the box was told to give some', () => {
    const alternatives = [{ text: 'where' }, { text: 'wear' }, { confidence: 3 }];
    expect(readLiveAnswer(JSON.stringify({ alternatives }), 'en')).toMatchObject({
      value: { heard: { text: 'where', alternatives: ['wear'] } },
    });
  });

  test.each(['{"partial": "ple', '[1]', '{}', new ArrayBuffer(2), undefined])(
    '%j is none',
    (data) => {
      expect(readLiveAnswer(data, 'en')).toEqual({ ok: false, error: { kind: 'bad-answer' } });
    },
  );

  test('in another script is another language', () => {
    expect(readLiveAnswer('{"text": "你 好 你 好"}', 'en')).toMatchObject({
      error: { kind: 'wrong-language' },
    });
  });
});

test('whatever a box sends, it is read or refused', () => {
  const word = fc.record(
    { word: fc.anything(), start: fc.anything(), conf: fc.anything(), probability: fc.anything() },
    { requiredKeys: [] },
  );
  const answer = fc.record(
    {
      text: fc.oneof(fc.string(), fc.anything()),
      partial: fc.anything(),
      language: fc.anything(),
      words: fc.oneof(fc.array(word), fc.anything()),
      result: fc.oneof(fc.array(word), fc.anything()),
      segments: fc.anything(),
      alternatives: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    answer.map((value) => JSON.stringify(value) ?? ''),
  );
  fc.assert(
    fc.property(body, fc.constantFrom('en', 'zh-CN'), (text, language) => {
      const read = readTranscription(text, language);
      if (read.ok) expect(read.value.text).toBe(cleanText(read.value.text, language));
      else expect(['bad-answer', 'wrong-language']).toContain(read.error.kind);
      expect(readLiveAnswer(text, language)).toHaveProperty('ok');
    }),
  );
});
