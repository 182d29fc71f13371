import { groupDigits } from './group-digits.ts';

/** Which sum: the unit's name, and whether it has hundredths with a name of their own. */
export type CurrencyCode = 'USD' | 'EUR' | 'GBP' | 'CNY' | 'HKD' | 'JPY';

/** A private number, by what it is. */
export type PrivateKind = 'bankCard' | 'identity' | 'socialSecurity';

/** A sum of money as it was written. */
export interface Amount {
  readonly negative: boolean;
  /** Without separators. */
  readonly whole: string;
  /** The digits after the point; empty for none. */
  readonly decimals: string;
  readonly currency: CurrencyCode;
}

/**
 * How one language says things. These words belong to the language of the *message*, which need not
 * be that of the interface, and so do not stand in `locales/`.
 */
export interface SpokenWords {
  /** Digits one by one: `482` → `4 8 2`. */
  digits(digits: string): string;
  /** Letters one by one. */
  letters(letters: string): string;
  /** Groups with a short pause between them. */
  groups(groups: readonly string[]): string;
  /** A phone number's leading `+`. */
  readonly plus: string;
  link(host: string): string;
  email(name: string, host: string): string;
  privateNumber(kind: PrivateKind, ending: string): string;
  /** Stands in for a code that nobody should hear. */
  readonly keptPrivate: string;
  amount(amount: Amount): string;
  date(year: number, month: number, day: number): string;
  percent(number: string): string;
  range(from: string, to: string): string;
  time(hours: string, minutes: string): string | undefined;
}

const stripZeros = (decimals: string) => (/^0*$/.test(decimals) ? '' : decimals);
const decimal = ({ whole, decimals }: Amount) =>
  stripZeros(decimals) ? `${whole}.${decimals}` : whole;

const english: Readonly<Record<CurrencyCode, readonly [string, string, string?, string?]>> = {
  USD: ['dollar', 'dollars', 'cent', 'cents'],
  EUR: ['euro', 'euros', 'cent', 'cents'],
  GBP: ['pound', 'pounds', 'penny', 'pence'],
  CNY: ['yuan', 'yuan'],
  HKD: ['Hong Kong dollar', 'Hong Kong dollars', 'cent', 'cents'],
  JPY: ['yen', 'yen'],
};
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A year as English says it: `20 26` is read "twenty twenty-six". */
export const englishYear = (year: number): string => {
  const text = String(year);
  return year % 100 < 10 ? text : `${text.slice(0, 2)} ${text.slice(2)}`;
};

const ones = (text: string) => [...text].join(' ');

/** English. */
export const englishWords: SpokenWords = {
  digits: ones,
  letters: ones,
  groups: (groups) => groups.join(', '),
  plus: 'plus ',
  link: (host) => `link to ${host}`,
  email: (name, host) => `${name} at ${host}`,
  privateNumber: (kind, ending) => {
    const end = `ending ${ones(ending)}`;
    switch (kind) {
      case 'bankCard':
        return `a bank card number ${end}`;
      case 'identity':
        return `an identity number ${end}`;
      case 'socialSecurity':
        return `a social security number ${end}`;
    }
  },
  keptPrivate: ', not read out',
  amount: (sum) => {
    const [one, many, minorOne, minorMany] = english[sum.currency];
    const sign = sum.negative ? 'minus ' : '';
    const whole = Number(sum.whole);
    const minor = stripZeros(sum.decimals);
    if (minor && minorOne && sum.decimals.length <= 2) {
      const count = Number(sum.decimals.padEnd(2, '0'));
      const cents = `${count} ${count === 1 ? minorOne : minorMany}`;
      if (whole === 0) return `${sign}${cents}`;
      return `${sign}${sum.whole} ${whole === 1 ? one : many} and ${cents}`;
    }
    return `${sign}${decimal(sum)} ${whole === 1 && !minor ? one : many}`;
  },
  date: (year, month, day) => `${day} ${months[month - 1]} ${englishYear(year)}`,
  percent: (number) => `${number} percent`,
  range: (from, to) => `${from} to ${to}`,
  // Every voice reads 14:05.
  time: () => undefined,
};

const units: Readonly<Record<CurrencyCode, string>> = {
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  CNY: '元',
  HKD: '港元',
  JPY: '日元',
};
const inTurn = (digits: string, names: string) =>
  digits.replaceAll(/\d/g, (digit) => names[Number(digit)] ?? digit);
/** In numbers that are dictated, 1 is 幺: 一 and 七 are too easily taken for one another. */
const dictated = (digits: string) => inTurn(digits, '零幺二三四五六七八九');

/** A year in Chinese: digit by digit, with 一. */
export const chineseYear = (year: number | string): string =>
  inTurn(String(year), '零一二三四五六七八九');

/** Mandarin. */
export const chineseWords: SpokenWords = {
  digits: dictated,
  letters: ones,
  groups: (groups) => groups.join('，'),
  plus: '加',
  link: (host) => `链接 ${host}`,
  email: (name, host) => `邮箱 ${name} at ${host}`,
  privateNumber: (kind, ending) => {
    switch (kind) {
      case 'bankCard':
        return `银行卡号，尾号${dictated(ending)}`;
      case 'identity':
        return `身份证号，尾号${dictated(ending)}`;
      case 'socialSecurity':
        return `社会保障号，尾号${dictated(ending)}`;
    }
  },
  keptPrivate: '，不读出来',
  amount: (sum) => `${sum.negative ? '负' : ''}${decimal(sum)}${units[sum.currency]}`,
  date: (year, month, day) => `${chineseYear(year)}年${month}月${day}日`,
  percent: (number) => `百分之${number}`,
  range: (from, to) => `${from}到${to}`,
  time: (hours, minutes) => {
    const hour = `${Number(hours)}点`;
    if (Number(minutes) === 0) return hour;
    return `${hour}${minutes.startsWith('0') ? `零${Number(minutes)}` : minutes}分`;
  },
};

/** A code digit by digit, in groups, its letters spelled: `HB-20391` → `H B, 2 0 3, 9 1`. */
export function sayCode(code: string, words: SpokenWords): string {
  const parts = code.match(/\d+|\p{L}+/gu) ?? [];
  return words.groups(
    parts.flatMap((part) => {
      if (/\d/.test(part)) return groupDigits(part).map((group) => words.digits(group));
      return part.length > 4 ? part : words.letters(part);
    }),
  );
}
