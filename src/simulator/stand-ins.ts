import type { PersonKind } from './find-people.ts';
import type { PrivateKind } from './private-spans.ts';

/** What can be masked. */
export type MaskKind = PersonKind | PrivateKind;

/** A language of placeholders: the one in which the scenario's keywords are written. */
export type WordLanguage = 'en' | 'zh';

const keys: Readonly<Record<MaskKind, readonly [string, string]>> = {
  customer: ['name', '姓名'],
  agent: ['agent', '客服'],
  person: ['person', '人名'],
  phone: ['phone', '电话'],
  order: ['order', '订单'],
  number: ['number', '号码'],
  card: ['card', '卡号'],
  identity: ['identity', '证件号'],
  email: ['email', '邮箱'],
  address: ['address', '地址'],
  link: ['link', '链接'],
};

/**
 * What a placeholder is called: `order`, `order2`.
 * @param nth counted from 1
 */
export const placeholder = (kind: MaskKind, nth: number, words: WordLanguage): string =>
  `${keys[kind][words === 'zh' ? 1 : 0]}${nth > 1 ? nth : ''}`;

const digits = (nth: number, length: number) => `${nth}`.padStart(length, '0');

/**
 * What is said in the place of what was masked: made up, of the same kind, and nobody's. The phone
 * numbers are set aside for fiction (555-01xx) or cannot be dialled; no number fits its check digit.
 * @param nth counted from 1
 * @param language of the conversation
 */
export function standIn(kind: MaskKind, nth: number, language: 'en' | 'zh'): string {
  const isChinese = language === 'zh';
  switch (kind) {
    case 'customer':
      return isChinese ? '安女士' : 'Robin Lake';
    case 'agent':
      return isChinese ? '小安' : 'Sam';
    case 'person':
      return isChinese ? `某${nth}` : `Person ${nth}`;
    case 'phone':
      return isChinese ? `100${digits(nth, 8)}` : `555-01${digits(nth % 100, 2)}`;
    case 'order':
      return `${30_000 + nth}`;
    case 'number':
      return `${50_000 + nth}`;
    case 'card':
      return `0000 0000 0000 ${digits(nth, 4)}`;
    case 'identity':
      return isChinese ? `000000190001${digits(nth, 6)}` : `000-00-${digits(nth, 4)}`;
    case 'email':
      return `robin${nth}@example.com`;
    case 'address':
      return isChinese ? `示例路 ${nth} 号` : `${nth} Example Street`;
    case 'link':
      return `https://example.com/${nth}`;
  }
}
