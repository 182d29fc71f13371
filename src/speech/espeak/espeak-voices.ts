import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import type { Voice } from '../synthesizer.ts';
import type { EspeakPart } from './espeak-protocol.ts';

/** A voice, eSpeak's name for it, and the data that it needs. */
export interface EspeakVoice extends Voice {
  readonly needs: EspeakPart;
}

const voice = (id: string, language: LanguageTag, name: string, needs: EspeakPart) =>
  ({ id, language, name, needs, place: 'device' }) as const;

/** eSpeak's own voices, the best first; `id` is what eSpeak calls them. */
const voices: readonly EspeakVoice[] = [
  voice('en-us', 'en-US', 'eSpeak NG, English (America)', 'english'),
  voice('en-gb', 'en-GB', 'eSpeak NG, English (Great Britain)', 'english'),
  voice('en-gb-scotland', 'en-GB', 'eSpeak NG, English (Scotland)', 'english'),
  voice('cmn', 'zh-CN', 'eSpeak NG, 普通话', 'mandarin'),
];

const cantonese = /^(yue|zh)-(.*-)?(yue|hk|mo)\b|^yue$/;

/** The voices for a language, those of its region first. Cantonese is not Mandarin: it has none. */
export function findVoices(language?: LanguageTag): readonly EspeakVoice[] {
  if (language === undefined) return voices;
  const tag = language.toLowerCase();
  if (cantonese.test(tag)) return [];
  const primary = primaryLanguage(tag === 'cmn' || tag.startsWith('cmn-') ? 'zh' : tag);
  const fits = (each: Voice) => Number(each.language.toLowerCase() === tag);
  return voices
    .filter((each) => primaryLanguage(each.language) === primary)
    .toSorted((a, b) => fits(b) - fits(a));
}
