import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';
import type { Voice } from '../synthesizer.ts';

/** What a browser tells of a voice (Web Speech API, SpeechSynthesisVoice). */
export type BrowserVoice = Pick<
  SpeechSynthesisVoice,
  'voiceURI' | 'name' | 'lang' | 'localService' | 'default'
>;

/** A voice as Harebell names it, and the browser's own. */
export interface RankedVoice<V extends BrowserVoice> {
  readonly voice: Voice;
  readonly own: V;
}

const cantonese = /\b(?:yue|cantonese)\b|粤|粵|廣東話|广东话/i;

/**
 * The language of a voice, by one name each. Platforms write Mandarin as `cmn`, `zh`, `zh_CN`,
 * `zh-Hans-CN` or `cmn-CN`, and Cantonese as `yue`, `zh-HK` or plain `zh` with a telling name.
 */
export function voiceLanguage({ lang, name }: Pick<BrowserVoice, 'lang' | 'name'>): LanguageTag {
  const tag = lang.replaceAll('_', '-');
  const parts = tag.toLowerCase().split('-');
  const [primary = ''] = parts;
  if (!['zh', 'cmn', 'yue'].includes(primary)) return tag;
  if (cantonese.test(`${tag} ${name}`) || parts.includes('hk') || parts.includes('mo')) {
    return 'zh-HK';
  }
  return parts.includes('tw') || parts.includes('hant') ? 'zh-TW' : 'zh-CN';
}

/** One spelling for a language that is asked for. */
const wanted = (language: LanguageTag) => voiceLanguage({ lang: language, name: '' });

/** Whether a voice of `own` can read a text in `language`: never Cantonese for Mandarin. */
function speaks(own: LanguageTag, language: LanguageTag): boolean {
  if (primaryLanguage(own) !== primaryLanguage(language)) return false;
  return primaryLanguage(own) !== 'zh' || (own === 'zh-HK') === (language === 'zh-HK');
}

/**
 * Names that are another voice's name with something after a `+` are eSpeak's variants of it:
 * speech-dispatcher lists 13,362 voices, a hundred a language.
 */
function withoutVariants<V extends BrowserVoice>(voices: readonly V[]): readonly V[] {
  const plain = voices.filter(({ name }) => !name.includes('+'));
  const names = new Map<string, string[]>();
  for (const { lang, name } of plain) names.set(lang, [...(names.get(lang) ?? []), name]);
  return voices.filter(({ lang, name }) => {
    const [base = ''] = name.split('+', 1);
    return base === name || !names.get(lang)?.some((other) => other.startsWith(base));
  });
}

/**
 * The voices of a browser, without variants, the best first: those that keep the text here, then
 * the language as it was asked for, then the platform's own choice.
 * @param language all languages, if left out
 */
export function rankVoices<V extends BrowserVoice>(
  voices: readonly V[],
  language?: LanguageTag,
): readonly RankedVoice<V>[] {
  const asked = language && wanted(language);
  const ids = new Set<string>();
  const score = ({ voice, own }: RankedVoice<V>): number =>
    (voice.place === 'device' ? 0 : 100) +
    (voice.language.toLowerCase() === asked?.toLowerCase() ? 0 : 10) +
    // `cmn-latn-pinyin` and `en-GB-scotland` are for those who ask for them.
    (own.lang.split(/[-_]/).length > 2 ? 5 : 0) +
    (own.default ? 0 : 2) +
    (/^en-(?:US|GB)$/i.test(voice.language) ? 0 : 1);
  return withoutVariants(voices)
    .map((own): RankedVoice<V> => {
      const tag = voiceLanguage(own);
      const id = ids.has(own.voiceURI) ? `${own.voiceURI} ${own.lang}` : own.voiceURI;
      ids.add(id);
      return {
        own,
        voice: {
          id,
          name: own.name,
          language: tag,
          place: own.localService ? 'device' : 'cloud',
        },
      };
    })
    .filter(({ voice }) => !asked || speaks(voice.language, asked))
    .map((ranked) => ({ ranked, points: score(ranked) }))
    .sort((a, b) => a.points - b.points)
    .map(({ ranked }) => ranked);
}
