import { isBankCard, isIdentityNumber } from '../shared/private-numbers.ts';

/** What can be private in a transcript, besides names. */
export type PrivateKind =
  | 'link'
  | 'email'
  | 'identity'
  | 'card'
  | 'phone'
  | 'address'
  | 'order'
  | 'number';

/** A stretch of a text that is private. */
export interface PrivateSpan<Kind extends string = PrivateKind> {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

interface Finder {
  readonly kind: PrivateKind;
  /** Its group `it`, or all of it, is private. */
  readonly pattern: RegExp;
  readonly fits?: (found: string) => boolean;
}

const free = '(?<![\\p{Script=Latin}\\d])';
const end = '(?![\\p{Script=Latin}\\d])';
const code = '(?<it>(?=[A-Za-z-]{0,20}\\d)[A-Za-z\\d][A-Za-z\\d-]{2,29})';
const pattern = (source: string) => new RegExp(source, 'giud');
const plain = (text: string) => text.replace(/[ -]/g, '').toUpperCase();

const streets = 'street|st|road|rd|avenue|ave|ln|boulevard|blvd|terrace|crescent';
/** These are words as well, and streets only where they are written as names. */
const named = 'Lane|Drive|Dr|Close|Court|Ct|Way|Place|Square|Gardens|Row|Mews|Hill|Park|Grove|Walk';
const town =
  '(?:,?\\s(?:[Ff]lat|[Aa]pt\\.?|[Uu]nit|[Ss]uite)\\s[\\da-zA-Z]{1,5})?(?:,\\s?\\p{Lu}\\p{Script=Latin}{1,20}){0,2}(?:,?\\s[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s?\\d[A-Za-z]{2}(?![\\p{Script=Latin}\\d])|,?\\s[A-Z]{2}\\s\\d{5}(?!\\d))?';
const counted =
  '(?!\\s?(?:items?|people|points?|customers?|pieces?|words?|characters?|km|miles?|times?|years?|days?|dollars?|euros?|pounds?|usd|eur|gbp|rmb|yuan|元|块|个|件|人|位|次|天|年|月|份|张|条|分|公里|米|字|积分|万|亿))';
const orders =
  'order|booking|reservation|ticket|tracking|parcel|shipment|invoice|reference|ref|claim|case';
const others = 'account|customer|member(?:ship)?|policy|code|pin|cvv|serial|extension|ext';
const labelled = (words: string) =>
  `\\b(?:${words})(?:\\s(?:number|no\\.?|id|code|ref))?(?:\\s(?:is|was))?\\s?[:#]?\\s?#?${code}`;

/** What leads to a Chinese address, and has no space after it. */
const leading = /^\p{Script=Han}{0,8}(?:住在|寄到|送到|发到|寄往|地址|在|到|是|为)/u;

/** In the order in which they are looked for: what is found first is not looked at again. */
const finders: readonly Finder[] = [
  {
    kind: 'link',
    pattern: pattern(
      '(?:https?:\\/\\/|\\bwww\\.)[^\\s\\p{Script=Han}，。；！？）】」”"\'<>]{1,500}',
    ),
  },
  {
    kind: 'email',
    pattern: pattern(
      '[\\p{Script=Latin}\\d._%+-]{1,64}@[\\p{Script=Latin}\\d-]{1,63}(?:\\.[\\p{Script=Latin}\\d-]{1,63}){1,4}',
    ),
  },
  {
    kind: 'identity',
    pattern: pattern(`${free}\\d{6}[ -]?\\d{8}[ -]?\\d{3}[\\dX]${end}`),
    fits: (found) => isIdentityNumber(plain(found)),
  },
  { kind: 'identity', pattern: pattern(`${free}\\d{3}-\\d{2}-\\d{4}${end}(?!-)`) },
  {
    kind: 'card',
    pattern: pattern(`${free}\\d(?:[ -]?\\d){12,18}${end}`),
    fits: (found) => isBankCard(plain(found)) || /^\d{4}(?:[ -]\d{4}){3}$/.test(found),
  },
  { kind: 'phone', pattern: pattern(`${free}\\+\\d{1,3}(?:[ -]?\\(?\\d{1,4}\\)?){2,5}${end}`) },
  { kind: 'phone', pattern: pattern(`${free}\\(\\d{3,4}\\)[ -]?\\d{3,4}[ -]?\\d{4}${end}`) },
  { kind: 'phone', pattern: pattern(`${free}1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}${end}`) },
  { kind: 'phone', pattern: pattern(`${free}0\\d{2,4}[ -]\\d{6,8}${end}`) },
  { kind: 'phone', pattern: pattern(`${free}\\d{3,5}[ -]\\d{3,4}[ -]\\d{3,4}${end}(?![ -]?\\d)`) },
  { kind: 'phone', pattern: pattern(`${free}0\\d{9,10}${end}`) },
  {
    // 12 High Street, 12b old mill rd, Leeds LS1 4AP
    kind: 'address',
    pattern: pattern(
      `${free}\\d{1,5}[a-z]?,?(?:\\s[\\p{Script=Latin}'’.]{2,20}){1,3}\\s(?:${streets})\\b\\.?${town}`,
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `${free}\\d{1,5}[A-Za-z]?,?(?:\\s\\p{Lu}[\\p{Script=Latin}'’.]{1,20}){1,3}\\s(?:${named})\\b\\.?${town}`,
      'gud',
    ),
  },
  // A British postcode by itself.
  { kind: 'address', pattern: pattern(`${free}[a-z]{1,2}\\d[a-z\\d]?\\s\\d[a-z]{2}${end}`) },
  {
    // 杭州市西湖区文三路 88 号 3 幢 502 室
    kind: 'address',
    pattern: pattern(
      '(?:\\p{Script=Han}{2,7}(?:省|自治区))?(?:\\p{Script=Han}{2,6}市)?(?:\\p{Script=Han}{1,6}[区县])?\\p{Script=Han}{1,8}?(?:路|街|大道|巷|弄|胡同)\\s?\\d{1,5}\\s?[号弄](?:\\s?[\\p{Script=Han}\\d-]{0,12}?(?:号楼|单元|室|栋|幢|座|楼|层))*',
    ),
  },
  {
    // 浙江省杭州市西湖区, 阳光花园 3 栋 502 室
    kind: 'address',
    pattern: pattern(
      '(?:\\p{Script=Han}{2,4}省)?\\p{Script=Han}{2,4}市\\p{Script=Han}{1,4}[区县](?:\\p{Script=Han}{1,6}(?:镇|街道|村))?|\\p{Script=Han}{2,6}(?:小区|花园|公寓|大厦|广场)\\s?\\d{1,4}\\s?(?:号楼|[栋幢号座])(?:[\\p{Script=Han}\\d-]{0,12}?(?:单元|室|楼|层))*',
    ),
  },
  { kind: 'order', pattern: pattern(`${labelled(orders)}${counted}`) },
  {
    kind: 'order',
    pattern: pattern(
      `(?:订单号?|运单号?|快递单号|单号|工单号?|编号|预约号)(?:是|为)?[\\s:：#]{0,3}${code}${counted}`,
    ),
  },
  { kind: 'number', pattern: pattern(`${labelled(others)}${counted}`) },
  {
    kind: 'number',
    pattern: pattern(
      '(?:会员号|账号|卡号|尾号|后四位|验证码|取件码|提货码|密码|工号|分机)(?:是|为)?[\\s:：#]{0,3}(?<it>[A-Za-z\\d]{3,30})',
    ),
  },
  {
    kind: 'number',
    pattern: pattern(
      `\\b(?:ending(?: in)?|last (?:four|4)(?: digits)?(?: are| is)?:?)\\s(?<it>\\d{3,6})${end}`,
    ),
  },
  { kind: 'number', pattern: pattern('[*•x]{2,12}[ -]?(?<it>\\d{3,6})(?!\\d)') },
  {
    // HB-20391, SF1234567890123, and not 100ml
    kind: 'number',
    pattern: pattern(
      `(?<![\\p{Script=Latin}\\d-])(?=[a-z\\d-]{0,29}[a-z])(?=[a-z-]{0,10}\\d[a-z-]{0,5}\\d[a-z-]{0,5}\\d)[a-z\\d][a-z\\d-]{4,29}${end}`,
    ),
    fits: (found) => !/^\d+-?[a-z]{1,9}$/i.test(found),
  },
  {
    kind: 'number',
    pattern: pattern(
      `(?<![\\p{Script=Latin}\\d.,$£€¥￥-])\\d{5,30}(?![\\d%]|[.,]\\d|\\p{Script=Latin})${counted}`,
    ),
  },
];

/**
 * Finds what is private in a text, names left out; the spans are in order and do not overlap.
 * Patterns and no language model: it takes too much rather than too little, and misses some.
 * @param text one message, at most a few thousand characters
 */
export function findPrivateSpans(text: string): readonly PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { kind, pattern: looked, fits } of finders) {
    for (const match of text.matchAll(looked)) {
      let [start, stop] = match.indices?.groups?.['it'] ?? [
        match.index,
        match.index + match[0].length,
      ];
      if (kind === 'address') start += leading.exec(text.slice(start, stop))?.[0].length ?? 0;
      const isTaken = spans.some((span) => start < span.end && stop > span.start);
      if (!isTaken && (fits?.(text.slice(start, stop)) ?? true))
        spans.push({ start, end: stop, kind });
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}
