import type { SayRule } from './apply-rules.ts';
import { type SpokenWords, sayCode } from './spoken-words.ts';

const phone: readonly RegExp[] = [
  // +86 138 1234 5678, +1 (555) 123-4567, +44 20 7946 0958
  /(?<![\p{Script=Latin}\d])\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\d)/gu,
  // (555) 123-4567
  /(?<![\p{Script=Latin}\d])\(\d{3,4}\)[ -]?\d{3,4}[ -]?\d{4}(?!\d)/gu,
  // 555-123-4567, 400-800-1234, 0571-8765 4321, 020 7946 0958
  /(?<![\p{Script=Latin}\d-]|\d )\d{3,4}[ -]\d{3,4}[ -]\d{3,4}(?![ -]?\d)/gu,
  /(?<![\p{Script=Latin}\d-])0\d{2,3}-\d{7,8}(?![\d-])/gu,
];

const sayPhone = (text: string, words: SpokenWords) => {
  const groups = (text.match(/\d+/g) ?? []).flatMap((group) =>
    // A Chinese mobile number is said three, four, four.
    /^1\d{10}$/.test(group)
      ? [group.slice(0, 3), group.slice(3, 7), group.slice(7)]
      : sayable(group),
  );
  const said = words.groups(groups.map((group) => words.digits(group)));
  return text.startsWith('+') ? `${words.plus}${said}` : said;
};
const sayable = (group: string) =>
  group.length === 8 || group.length === 7
    ? [group.slice(0, group.length - 4), group.slice(-4)]
    : [group];

/** What makes the number after it a name and not a count. */
const labels =
  '\\b(?:order|ref(?:erence)?|number|no\\.?|code|ending(?: in)?|extension|ext\\.?|room|ticket|case|account|booking|locker)(?:\\s+(?:number|no\\.?|id|code))?(?:\\s+is)?|订单号?|单号|验证码|取件码|提货码|编号|工号|尾号|分机号?|房间号?|代码|号码';

/** What makes the number before it a count. */
const counted =
  '(?!\\s?(?:items?|people|persons?|points?|customers?|pieces?|units?|steps?|words?|characters?|km|miles?|meters?|metres?|times?|years?|days?|个|件|人|位|次|天|年|月|份|张|条|分|名|公里|米|步|字|积分|万|亿|台|只|箱|吨|斤|公斤|毫升|克))';

/** Phone numbers, order numbers, codes: what an agent has to type, digit by digit and in groups. */
export function numberRules(words: SpokenWords): readonly SayRule[] {
  return [
    ...phone.map((pattern) => ({
      pattern,
      say: ([whole]: RegExpExecArray) => sayPhone(whole, words),
    })),
    {
      pattern: /(?<![\p{Script=Latin}\d-])1[3-9]\d{9}(?![\p{Script=Latin}\d-])/gu,
      say: ([whole]) => sayPhone(whole, words),
    },
    {
      pattern: /(?<![\p{Script=Latin}\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/gu,
      say: ([whole]) => words.groups(whole.split('.').map((part) => words.digits(part))),
    },
    {
      pattern: new RegExp(
        `(?<label>${labels})(?<between>[\\s:：#是为]*)(?<code>[\\p{Script=Latin}\\d]*\\d[\\p{Script=Latin}\\d]*(?:-[\\p{Script=Latin}\\d]+)*)(?![\\p{Script=Latin}\\d.,:/]*\\d)${counted}`,
        'giu',
      ),
      say: ({ groups: { label = '', between = '', code = '' } = {} }) =>
        `${label}${between.replaceAll('#', '')}${sayCode(code, words)}`,
    },
    {
      pattern: /#\s?([\p{Script=Latin}\d-]*\d[\p{Script=Latin}\d-]*)/gu,
      say: ([, code = '']) => sayCode(code, words),
    },
    {
      // Letters and at least three digits: HB-20391, SF1234567890123, 1Z999AA10123456784.
      pattern:
        /(?<![\p{Script=Latin}\d-])(?=[A-Z\d-]*[A-Z])(?=(?:[A-Z-]*\d){3})[A-Z\d]+(?:-[A-Z\d]+)*(?![\p{Script=Latin}\d-])/gu,
      say: ([whole]) => sayCode(whole, words),
    },
    {
      // Digits in groups of their own: 123-456.
      pattern: /(?<![\p{Script=Latin}\d./-])\d{3,}(?:[ -]\d{3,})+(?![\d./-]*\d)/gu,
      say: ([whole]) => sayCode(whole, words),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{Script=Latin}\\d.,])\\d{5,}(?![\\d]|[.,]\\d|\\p{Script=Latin}|%)${counted}`,
        'gu',
      ),
      say: ([whole]) => sayCode(whole, words),
    },
  ];
}

const counts = {
  english:
    '(?=\\s?(?:%|(?:business|working|calendar)?\\s?(?:days?|hours?|minutes?|weeks?|months?|years?|items?|people|kg|km|percent)\\b))',
  chinese: '(?=\\s?(?:个|天|小时|分钟|周|月|年|元|块|件|人|次|工作日|%))',
} as const;

/** Ranges and shares, which voices read as a minus and a sign. */
export const measureRules = (
  words: SpokenWords,
  language: keyof typeof counts,
): readonly SayRule[] => [
  {
    pattern: new RegExp(
      `(?<![\\d-])(\\d+(?:\\.\\d+)?)\\s?[-–~～]\\s?(\\d+(?:\\.\\d+)?)(?:(\\s?[%％])|${counts[language]})`,
      'giu',
    ),
    say: ([, from = '', to = '', share]) =>
      share ? words.percent(words.range(from, to)) : words.range(from, to),
  },
  {
    pattern: /(?<![\d.])(\d+(?:\.\d+)?)\s?[%％]/gu,
    say: ([, number = '']) => words.percent(number),
  },
];
