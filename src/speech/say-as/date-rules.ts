import type { SayRule } from './apply-rules.ts';
import { chineseYear, englishYear, type SpokenWords } from './spoken-words.ts';

const isDate = (year: number, month: number, day: number) =>
  year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Dates and times that stand as numbers. */
export function dateRules(words: SpokenWords): readonly SayRule[] {
  return [
    {
      pattern: /(?<![\d.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-]|\.\d)/gu,
      say: ([, year, , inYear, day]) =>
        isDate(Number(year), Number(inYear), Number(day))
          ? words.date(Number(year), Number(inYear), Number(day))
          : undefined,
    },
    {
      // Day or month first? Only where one of them cannot be a month is it told apart.
      pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu,
      say: ([, first, second, year]) => {
        const [a, b, c] = [Number(first), Number(second), Number(year)];
        if (a > 12 && isDate(c, b, a)) return words.date(c, b, a);
        return (b > 12 || a === b) && isDate(c, a, b) ? words.date(c, a, b) : undefined;
      },
    },
    {
      pattern: /(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/gu,
      say: ([, hours = '', minutes = '']) => words.time(hours, minutes),
    },
  ];
}

/** Years in an English sentence, which voices would read as a number of things. */
export const englishYearRules: readonly SayRule[] = [
  {
    pattern: new RegExp(
      `\\b(${month}(?:\\s\\d{1,2}(?:st|nd|rd|th)?)?,?\\s|\\b(?:in|since|until|till|from|year)\\s)((?:19|20)\\d{2})\\b(?![-/.,]?\\d)`,
      'giu',
    ),
    say: ([, lead = '', year]) => `${lead}${englishYear(Number(year))}`,
  },
];

/** Years in a Chinese sentence, which voices would read as a number of things. */
export const chineseYearRules: readonly SayRule[] = [
  {
    pattern: /(?<!\d)((?:19|20)\d{2})(?=\s?年(?!前|后|来|内|间))/gu,
    say: ([year = '']) => chineseYear(year),
  },
];
