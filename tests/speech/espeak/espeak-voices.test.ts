import { describe, expect, it } from 'vitest';
import { findVoices } from '../../../src/speech/espeak/espeak-voices.ts';

const ids = (language?: string) => findVoices(language).map(({ id }) => id);

describe('findVoices', () => {
  it.each([
    ['en', 'en-us'],
    ['en-US', 'en-us'],
    ['EN-gb', 'en-gb'],
    ['en-NZ', 'en-us'],
    ['zh', 'cmn'],
    ['zh-CN', 'cmn'],
    ['zh-Hans-SG', 'cmn'],
    ['zh-TW', 'cmn'],
    ['cmn', 'cmn'],
    ['cmn-Hans-CN', 'cmn'],
  ])('speaks %s with %s', (language, voice) => {
    expect(ids(language)[0]).toBe(voice);
  });

  it.each(['yue', 'zh-HK', 'zh-Hant-HK', 'zh-MO', 'zh-yue', 'fr', 'xx', '', 'z', 'eng-gibberish'])(
    'has no voice for %j',
    (language) => {
      expect(ids(language)).toEqual([]);
    },
  );

  it('names each voice once, without variants', () => {
    expect(ids()).toEqual(['en-us', 'en-gb', 'en-gb-scotland', 'cmn']);
  });

  it('needs the Mandarin dictionary for Mandarin only', () => {
    for (const { language, needs } of findVoices()) {
      expect(needs).toBe(language === 'zh-CN' ? 'mandarin' : 'english');
    }
  });

  it('keeps the sound on the device', () => {
    expect(findVoices().every(({ place }) => place === 'device')).toBe(true);
  });
});
