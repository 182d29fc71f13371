import { describe, expect, test } from 'vitest';
import { rankVoices, voiceLanguage } from '../../../src/speech/web-speech-synthesis/rank-voices.ts';
import { aVoice } from '../../support/played-synthesis.ts';

const names = (voices: ReturnType<typeof rankVoices>) => voices.map(({ voice }) => voice.name);

describe('the language of a voice', () => {
  test.each([
    ['cmn', 'Chinese (Mandarin)', 'zh-CN'],
    ['cmn-latn-pinyin', 'Chinese (Mandarin, latin as Pinyin)', 'zh-CN'],
    ['zh', 'Chinese', 'zh-CN'],
    ['zh-CN', 'Ting-Ting', 'zh-CN'],
    ['zh_CN', 'Chinese China', 'zh-CN'],
    ['zh-Hans-CN', 'Li-mu', 'zh-CN'],
    ['cmn-CN', 'Google 普通话', 'zh-CN'],
    ['zh-TW', 'Mei-Jia', 'zh-TW'],
    ['zh_TW_#Hant', 'Taiwan', 'zh-TW'],
    ['zh-HK', 'Sin-ji', 'zh-HK'],
    ['yue', 'Chinese (Cantonese)', 'zh-HK'],
    ['yue-HK', 'Google 粤語', 'zh-HK'],
    ['zh-yue', 'Chinese', 'zh-HK'],
    ['zh', 'Chinese (Cantonese)', 'zh-HK'],
    ['zh', '廣東話', 'zh-HK'],
    ['en_US', 'English', 'en-US'],
    ['de', 'Deutsch', 'de'],
  ])('%s, named %s, is %s', (lang, name, language) => {
    expect(voiceLanguage({ lang, name })).toBe(language);
  });
});

describe('the voices for a language', () => {
  test('A57: Mandarin is never read by a Cantonese voice, though that stands first', () => {
    const list = [
      aVoice('Chinese (Cantonese)', 'yue', { default: true }),
      aVoice('Sin-ji', 'zh-HK'),
      aVoice('Chinese (Mandarin)', 'cmn'),
      aVoice('Mei-Jia', 'zh-TW'),
    ];
    expect(names(rankVoices(list, 'zh-CN'))).toEqual(['Chinese (Mandarin)', 'Mei-Jia']);
    expect(names(rankVoices(list, 'zh'))).toEqual(['Chinese (Mandarin)', 'Mei-Jia']);
    expect(names(rankVoices(list, 'zh-TW'))).toEqual(['Mei-Jia', 'Chinese (Mandarin)']);
    expect(names(rankVoices(list, 'zh-HK'))).toEqual(['Chinese (Cantonese)', 'Sin-ji']);
    expect(names(rankVoices(list.slice(0, 2), 'zh-CN'))).toEqual([]);
  });

  test('variants of eSpeak are hidden, whatever follows their name, and other pluses are not', () => {
    const list = [
      aVoice('English (America)+f1 espeak-ng', 'en-US'),
      aVoice('English (America)+Mr serious espeak-ng', 'en-US'),
      aVoice('English (America) espeak-ng', 'en-US'),
      aVoice('Voice+ Premium', 'en-US'),
      aVoice('German+f1', 'de'),
    ];
    expect(names(rankVoices(list))).toEqual([
      'English (America) espeak-ng',
      'Voice+ Premium',
      'German+f1',
    ]);
  });

  test('local voices stand before remote ones, which send the text away', () => {
    const list = [
      aVoice('Google US English', 'en-US', { localService: false, default: true }),
      aVoice('Some English', 'en-ZA'),
    ];
    const [first, second] = rankVoices(list, 'en-US');
    expect(first?.voice).toMatchObject({ name: 'Some English', place: 'device' });
    expect(second?.voice).toMatchObject({ name: 'Google US English', place: 'cloud' });
  });

  test('the language as it was asked for comes first, then the platform’s own choice', () => {
    const list = [
      aVoice('Scottish', 'en-GB-scotland'),
      aVoice('Indian', 'en-IN'),
      aVoice('British', 'en-GB'),
      aVoice('Own', 'en-AU', { default: true }),
    ];
    expect(names(rankVoices(list, 'en-GB'))[0]).toBe('British');
    expect(names(rankVoices(list, 'en'))).toEqual(['Own', 'British', 'Indian', 'Scottish']);
  });

  test('two voices of one address get ids of their own', () => {
    const list = [
      aVoice('A', 'en-US', { voiceURI: 'same' }),
      aVoice('A', 'en-GB', { voiceURI: 'same' }),
    ];
    expect(new Set(rankVoices(list).map(({ voice }) => voice.id)).size).toBe(2);
  });

  test('of 13,362 voices the variants are hidden', () => {
    const list = Array.from({ length: 134 }, (_, at) => aVoice(`Voice ${at}`, 'en')).flatMap(
      (one) => [one, ...Array.from({ length: 99 }, (_, at) => aVoice(`${one.name}+v${at}`, 'en'))],
    );
    expect(rankVoices(list, 'en')).toHaveLength(134);
  });
});
