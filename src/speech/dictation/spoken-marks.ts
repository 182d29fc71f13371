import { type LanguageTag, primaryLanguage } from '../../shared/language.ts';

/** How a mark sits between the words beside it. */
type Side = 'after' | 'before' | 'between' | 'line';

interface Mark {
  readonly text: string;
  /** `after` clings to the word before it, `before` to the one after it, `between` to both. */
  readonly side: Side;
}

const after = (text: string): Mark => ({ text, side: 'after' });
const before = (text: string): Mark => ({ text, side: 'before' });
const between = (text: string): Mark => ({ text, side: 'between' });
const line = (text: string): Mark => ({ text, side: 'line' });

const english: Readonly<Record<string, Mark>> = {
  comma: after(','),
  period: after('.'),
  'full stop': after('.'),
  'question mark': after('?'),
  'exclamation mark': after('!'),
  'exclamation point': after('!'),
  colon: after(':'),
  semicolon: after(';'),
  'dot dot dot': after('…'),
  ellipsis: after('…'),
  hyphen: between('-'),
  'at sign': between('@'),
  'forward slash': between('/'),
  underscore: between('_'),
  'percent sign': after('%'),
  'dollar sign': before('$'),
  'pound sign': before('£'),
  'euro sign': before('€'),
  'number sign': before('#'),
  'open bracket': before('('),
  'close bracket': after(')'),
  'open parenthesis': before('('),
  'close parenthesis': after(')'),
  'open quote': before('“'),
  'close quote': after('”'),
  'new line': line('\n'),
  'new paragraph': line('\n\n'),
};

const chinese: Readonly<Record<string, Mark>> = {
  逗号: after('，'),
  句号: after('。'),
  问号: after('？'),
  感叹号: after('！'),
  叹号: after('！'),
  顿号: after('、'),
  冒号: after('：'),
  分号: after('；'),
  省略号: after('……'),
  破折号: between('——'),
  左括号: before('（'),
  右括号: after('）'),
  左引号: before('“'),
  右引号: after('”'),
  左书名号: before('《'),
  右书名号: after('》'),
  百分号: after('%'),
  换行: line('\n'),
  另起一段: line('\n\n'),
  新段落: line('\n\n'),
};

/** The marks that can be spoken in a language, for showing them: what is said → what is written. */
export function spokenMarks(language: LanguageTag): readonly (readonly [string, string])[] {
  const marks = primaryLanguage(language) === 'zh' ? chinese : english;
  return Object.entries(marks).map(([spoken, { text }]) => [spoken, text]);
}

const longestFirst = (marks: Readonly<Record<string, Mark>>) =>
  Object.keys(marks)
    .sort((a, b) => b.length - a.length)
    .join('|');
const englishPattern = new RegExp(
  ` *(?<![\\p{L}\\d'])(${longestFirst(english).replaceAll(' ', ' +')})(?![\\p{L}\\d']) *`,
  'giu',
);
// A recogniser may have put a mark of its own beside the spoken one.
const chinesePattern = new RegExp(`[ ，。]*(${longestFirst(chinese)})[ ，。]*`, 'gu');

/**
 * Writes spoken punctuation as marks: `thank you comma Ada full stop` → `thank you, Ada.`
 * A mark's name after "the" or "a", or before "s", is a word: "put a comma there".
 * @param heard what a recogniser understood
 */
export function writeMarks(heard: string, language: LanguageTag): string {
  const isChinese = primaryLanguage(language) === 'zh';
  const marks = isChinese ? chinese : english;
  const written = heard.replaceAll(
    isChinese ? chinesePattern : englishPattern,
    (all, spoken: string, at: number) => {
      const isWord =
        !isChinese && /(?:^|\s)(?:the|an?|this|that|each|every)$/i.test(heard.slice(0, at));
      const mark = marks[spoken.toLowerCase().replaceAll(/ +/g, ' ')];
      if (isWord || !mark) return all;
      const space = isChinese ? '' : ' ';
      switch (mark.side) {
        case 'after':
          return `${mark.text}${space}`;
        case 'before':
          return `${space}${mark.text}`;
        case 'between':
        case 'line':
          return mark.text;
      }
    },
  );
  // Two marks beside one another leave a space between them that neither wants.
  return written
    .replaceAll(/ +([,.?!:;…)”%])/g, '$1')
    .replaceAll(/ {2,}/g, ' ')
    .replace(/^ +| +$/g, '');
}
