import { figureSource, numberSource, readNumberWords } from './read-numbers.ts';

/** What is counted: only what has the same kind can agree or disagree. */
export type AmountKind = 'money' | 'percent' | 'duration' | 'count';

/** A quantity that a text names. */
export interface Amount {
  readonly kind: AmountKind;
  /** A currency code; `%`; `hour` or `workday`; `GB`, `kg` or `times`. */
  readonly unit: string;
  /** In that unit; 0 for "up to". */
  readonly min: number;
  /** `Infinity` for "at least". */
  readonly max: number;
  /** "About", "大概": meant less strictly than it reads. */
  readonly isAbout: boolean;
  /** Where it stands in the text. */
  readonly at: number;
  /** As it is written there, with what makes it a bound. */
  readonly words: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What a unit looks like in a text, and what one of it is. */
interface Unit {
  readonly kind: AmountKind;
  readonly unit: string;
  readonly words: RegExp;
  /** What must stand in a text for it to be worth a look: found far faster than the amount. */
  readonly sign: RegExp;
  readonly read: (groups: Groups) => readonly [number, number];
}

const joint = '\\s?(?:to|or|and|-|–|—|~|～|至|到|或)\\s?';
const both = `(?<least>${numberSource})(?:${joint}(?<most>${figureSource}|${numberSource}))?`;
const end = '(?![A-Za-z])';

const expressions = (sign: string, words: string) => ({
  sign: new RegExp(sign, 'iu'),
  words: new RegExp(words, 'giu'),
});

const range = ({ least = '', most, tenths }: Groups): readonly [number, number] => {
  const [min, same] = readNumberWords(least);
  const max = most === undefined ? same : readNumberWords(most)[1];
  const more = tenths ? readNumberWords(tenths)[0] / 10 : 0;
  return [min + more, max + more];
};
const times = ([min, max]: readonly [number, number], factor: number) =>
  [min * factor, max * factor] as const;

const money: readonly Unit[] = (
  [
    ['HKD', 'HK\\$|HKD', 'HKD|港币|港元'],
    ['USD', '(?:US)?\\$|USD', '(?:US )?dollars?|bucks?|USD|美元|美金'],
    ['EUR', '€|EUR', 'euros?|EUR|€|欧元'],
    ['GBP', '£|GBP', 'pounds?(?: sterling)?|quid|GBP|£|英镑'],
    ['JPY', 'JP¥|JPY', 'yen|JPY|日元'],
    [
      'CNY',
      '(?:CN)?[¥￥]|RMB|CNY|人民币',
      'yuan|kuai|RMB|CNY|元|圆|块钱?(?<tenths>[1-9一二三四五六七八九](?![0-9十百千个天小]))?',
    ],
  ] as const
).flatMap(([unit, before, after]) =>
  [
    // The symbol in front decides: "$20-30", "￥50元".
    [
      before,
      `(?<![A-Za-z])(?:${before})\\s?(?<least>${figureSource})(?:${joint}(?:${before})?\\s?(?<most>${figureSource}))?(?:\\s?(?:元|块|yuan|dollars))?`,
    ],
    [after, `${both}\\s?(?:${after})${end}`],
  ].map(([sign = '', source = '']) => ({
    ...expressions(sign, source),
    kind: 'money' as const,
    unit,
    read: range,
  })),
);

const percentUnit = (sign: string, source: string, read: Unit['read']): Unit => ({
  ...expressions(sign, source),
  kind: 'percent',
  unit: '%',
  read,
});
const tenths = (text: string): number =>
  [...text].reduce((all, letter) => all * 10 + '零一二三四五六七八九'.indexOf(letter), 0);
const percents: readonly Unit[] = [
  percentUnit('[%％]|per ?cent|pct', `${both}\\s?(?:%|％|percent|per cent|pct)${end}`, range),
  percentUnit('百分之', '百分之(?<least>[零一二两三四五六七八九十百]{1,5}|[0-9]{1,3})', range),
  // 八五折 is what is left to pay; "15 % off" is the same.
  percentUnit(
    '折',
    '(?<![0-9.])(?<left>[1-9](?:\\.[0-9])?|[1-9][0-9]|[一二三四五六七八九]{1,2})\\s?折(?![扣叠腾旧])',
    ({ left = '' }) => {
      const value = /\d/.test(left) ? Number(left) : tenths(left);
      const off = Math.round(100 - (value < 10 ? value * 10 : value));
      return [off, off];
    },
  ),
  percentUnit(
    'half|半',
    '(?<![A-Za-z])(?:half[- ]price|half off|half back|half (?:of )?(?:the|your|its?)(?! (?:hour|day|year)))(?![A-Za-z])|半价|一半',
    () => [50, 50],
  ),
  percentUnit(
    'full|all |全',
    '(?<![A-Za-z])(?:full(?:y)? refund(?:ed)?|refund(?:ed)? (?:\\S{1,20} ){0,6}in full|(?:the )?full (?:amount|price)|all (?:of )?your money)(?![A-Za-z])|全额|全款|全退',
    () => [100, 100],
  ),
];

/** Hours of one. */
const hours: readonly (readonly [number, string])[] = [
  [1 / 3600, 'seconds?|secs?|秒钟?'],
  [1 / 60, 'minutes?|mins?|分钟'],
  [1 / 4, '刻钟'],
  [1, 'hours?|hrs?|(?<=[0-9])h|小时|钟头'],
  [24, '(?:calendar )?days?|自然日|天|日(?=之内|以内|内)'],
  [168, 'weeks?|wks?|周(?![岁年一二三四五六日末])|星期(?![一二三四五六日天])|礼拜'],
  [336, 'fortnights?'],
  [720, 'months?|(?<=个半?)月'],
  [8760, 'years?(?! old)|yrs?|年(?![级纪])'],
];
const spans: readonly Unit[] = [
  ['workday', 1, '(?:working|business|work|week)[ -]?days?|工作日'] as const,
  ...hours.map(([factor, source]) => ['hour', factor, source] as const),
].map(([unit, factor, source]) => ({
  kind: 'duration' as const,
  unit,
  ...expressions(
    source,
    `(?:(?<half>(?<![A-Za-z])(?:an? )?half(?: an?)?|(?<!一)半)|${both}|(?<![A-Za-z])(?<one>an?))(?<more> and a half)?(?:\\s?个(?<more1>半)?)?[ -]?(?:${source})(?<more2> and a half|半(?![夜路价]))?${end}`,
  ),
  read: ({ half, one, more, more1, more2, ...groups }) => {
    const [min, max] = half ? [0.5, 0.5] : one ? [1, 1] : range(groups);
    const added = more || more1 || more2 ? 0.5 : 0;
    return times([min + added, max + added], factor);
  },
}));

const counts: readonly Unit[] = (
  [
    ['GB', 1, 'GB|gigs?|gigabytes?'],
    ['GB', 1 / 1024, 'MB|megabytes?'],
    ['kg', 1, 'kg|kilos?|kilograms?|公斤|千克'],
    ['kg', 1 / 2, '斤'],
    ['times', 1, 'times|次'],
  ] as const
).map(([unit, factor, source]) => ({
  kind: 'count' as const,
  unit,
  ...expressions(source, `${both}\\s?(?:${source})${end}`),
  read: (groups) => times(range(groups), factor),
}));

const units: readonly Unit[] = [...money, ...percents, ...spans, ...counts];

/** What makes a bound of an amount, before it and behind it. */
const bounds = {
  most: [
    /(?:\b(?:within|inside|up to|no (?:more|later|longer) than|at most|not more than|under|less than|below|max(?:imum)?(?: of)?|as much as|until)(?: the (?:next|first))?|最多|至多|不超过|不高于|不得超过|最高|最长|最晚|最迟|上限(?:是|为)?|低于|不到|少于|不足)\s?$/i,
    /^\s?(?:or (?:less|under|sooner|fewer)\b|at (?:most|the (?:most|latest))\b|max\b|tops\b|之内|以内|内|以下|封顶)/i,
  ],
  least: [
    /(?:\b(?:at least|over|more than|above|from|minimum|longer than|after|beyond|past)|至少|最少|超过|超出|高于|大于|起码|不少于|满)\s?$/i,
    /^\s?(?:or (?:more|longer|over|above)\b|and (?:more|over|up|above)\b|at least\b|plus\b|及?以上|或以上|起(?![来床])|以后|之后|后)/i,
  ],
} as const;
const about =
  /(?:\b(?:about|around|roughly|approximately|approx\.?|almost|nearly|some|probably)|大概|大约|约|差不多|左右|将近|预计)\s?$/i;
/** How long before something: no bound, however it is put. */
const lead = /^\s?(?:before|beforehand|in advance|ahead|earlier)\b/i;
const leadBefore = /(?:提前|提早)\s?(?:至少|最少|大概|大约)?\s?$/;
/** What looks like an amount and is none: ages, hotlines that never close, how often, days of a month. */
const noAmount =
  /^(?:[- ]?(?:hotline|helpline|line|service|support|year-old|old)\b| a day\b| old\b|岁|在线|营业|服务|客服|热线|开放|值班)/i;
/** "20 GB a month", "25 元一天", "once a week": a rate. */
const rate =
  /(?:\d[\d.,]*\s?[a-z%£$€元块]{0,10}|[元块次]|\b(?:once|twice|times|per|each|every)|每)\s?$/i;

/** Figures and marks in their plain width, letter for letter. */
const plain = (text: string): string =>
  text.replace(/[\uff10-\uff19\uff0e\uff05]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );

/**
 * Finds the quantities in a text, English and Chinese mixed: money, percentages, durations, and how
 * much data, weight or how often. Order numbers, phone numbers, times of day and dates are none.
 * @returns in the order in which they stand
 */
export function readAmounts(original: string): readonly Amount[] {
  const text = plain(original);
  const found: Amount[] = [];
  const taken: { from: number; to: number }[] = [];
  for (const { kind, unit, words, sign, read } of units) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(words)) {
      const at = match.index;
      const to = at + match[0].length;
      if (taken.some((other) => at < other.to && to > other.from)) continue;
      const before = text.slice(Math.max(0, at - 24), at);
      const after = text.slice(to, to + 16);
      const groups = match.groups ?? {};
      const [least, most] = read(groups);
      if (kind === 'duration') {
        const isOne = groups['one'] !== undefined || /^(?:one|一)/i.test(match[0]);
        if (isOne && rate.test(before)) continue;
        if (noAmount.test(after) || (unit === 'hour' && least >= 1900 * 8760)) continue;
      }
      taken.push({ from: at, to });
      const isLead = kind === 'duration' && (lead.test(after) || leadBefore.test(before));
      const hedge = about.exec(before) ?? /^\s?(?:左右|上下|or so\b|-ish\b)/i.exec(after);
      const start = before.replace(about, '');
      const upTo = bounds.most[0].exec(start) ?? bounds.most[1].exec(after);
      const from = upTo ? null : (bounds.least[0].exec(start) ?? bounds.least[1].exec(after));
      const isBound = !isLead && least === most;
      found.push({
        kind,
        unit,
        min: isBound && upTo ? 0 : least,
        max: isBound && from ? Number.POSITIVE_INFINITY : most,
        isAbout: hedge !== null,
        at,
        words: original.slice(at, to).trim(),
      });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** All numbers of a text, whatever they count. */
export const numbersIn = (text: string): readonly number[] =>
  [...plain(text).matchAll(new RegExp(numberSource, 'giu'))].flatMap(([words]) => [
    ...readNumberWords(words),
  ]);
