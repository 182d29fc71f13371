import type { SayRule } from './apply-rules.ts';
import type { CurrencyCode, SpokenWords } from './spoken-words.ts';

const symbols: Readonly<Record<string, CurrencyCode>> = {
  US$: 'USD',
  HK$: 'HKD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  USD: 'USD',
  HKD: 'HKD',
  EUR: 'EUR',
  GBP: 'GBP',
  CNY: 'CNY',
  RMB: 'CNY',
  JPY: 'JPY',
  元: 'CNY',
  块: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  港元: 'HKD',
  港币: 'HKD',
  日元: 'JPY',
};

const number = '(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(?<decimals>\\d+))?';
const before =
  '(?<sign>[-−–])?(?<unit>US\\$|HK\\$|[$€£¥￥]|\\b(?:USD|HKD|EUR|GBP|CNY|RMB|JPY))\\s?';
const after =
  '\\s?(?<unit>(?:USD|HKD|EUR|GBP|CNY|RMB|JPY)\\b|[€£]|美元|欧元|英镑|港元|港币|日元|元|块)';

/** Sums of money, however they are written. */
export function amountRules(words: SpokenWords): readonly SayRule[] {
  const say = ({ groups = {} }: RegExpExecArray) => {
    const { sign, unit = '', whole = '', decimals = '' } = groups;
    const currency = symbols[unit.toUpperCase()];
    if (!currency) return undefined;
    return words.amount({
      negative: sign !== undefined,
      whole: whole.replaceAll(',', ''),
      decimals,
      currency,
    });
  };
  return [
    { pattern: new RegExp(`${before}${number}(?![\\d.,]*\\d|\\s?[kKmM万]\\b|万)`, 'giu'), say },
    { pattern: new RegExp(`(?<![\\d.,])(?<sign>[-−])?${number}${after}`, 'giu'), say },
  ];
}
