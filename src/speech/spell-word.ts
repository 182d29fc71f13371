import { type LanguageTag, primaryLanguage } from '../shared/language.ts';

// What a voice leaves out or makes a pause of, by the language of the voice.
const signs: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>> = {
  en: {
    '@': 'at',
    '.': 'dot',
    '-': 'dash',
    '–': 'dash',
    _: 'underscore',
    '/': 'slash',
    '#': 'hash',
    '+': 'plus',
    '&': 'and',
    "'": 'apostrophe',
    '’': 'apostrophe',
  },
  zh: {
    '@': '艾特',
    '.': '点',
    '-': '横杠',
    '–': '横杠',
    _: '下划线',
    '/': '斜杠',
    '#': '井号',
    '+': '加号',
    '&': '和号',
    "'": '撇号',
    '’': '撇号',
  },
};

/**
 * The last word of a text: in Chinese a word of two or so characters, elsewhere what stands between
 * spaces, without the marks around it.
 */
export function lastWord(text: string, language: LanguageTag): string | undefined {
  const [token] = /\S*[\p{L}\p{N}]\S*(?=[^\p{L}\p{N}]*$)/u.exec(text) ?? [];
  const bare = token?.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (!bare || !/\p{Script=Han}/u.test(bare)) return bare;
  const words = new Intl.Segmenter(primaryLanguage(language), { granularity: 'word' }).segment(
    bare,
  );
  return [...words].findLast(({ isWordLike }) => isWordLike)?.segment;
}

/**
 * A word letter by letter, with a pause after each: `P, A, R`. Signs get their names; Chinese is
 * spelled character by character.
 */
export function spellWord(word: string, language: LanguageTag): string {
  const isChinese = primaryLanguage(language) === 'zh';
  const names = signs[isChinese ? 'zh' : 'en'];
  return [...word]
    .map((letter) => (Object.hasOwn(names, letter) ? names[letter] : letter.toUpperCase()))
    .join(isChinese ? '，' : ', ');
}
