import { isBankCard, isIdentityNumber } from '../../shared/private-numbers.ts';
import type { SayRule } from './apply-rules.ts';
import { type PrivateKind, type SpokenWords, sayCode } from './spoken-words.ts';

/** Digits that may stand in groups, with the Chinese label that would only be said twice. */
const longNumber =
  /(?:(?:(?:银行|信用)?卡号|身份证(?:号码?)?)[是为:：\s]*)?(?<![\p{Script=Latin}\d+])(?<number>\d(?:[ -]?\d){11,17}[ -]?[\dXx])(?![\p{Script=Latin}\d])/gu;

/** Written like a card: one that is mistyped is as private as the right one. */
const inFours = /^\d{4}(?:[ -]\d{4}){3}$/;

/** Numbers that are not for other ears: named by their last four, or in fours if `aloud`. */
export function privateRules(words: SpokenWords, aloud: boolean): readonly SayRule[] {
  const name = (kind: PrivateKind, text: string) =>
    aloud
      ? words.groups((text.match(/.{1,4}/g) ?? []).map((group) => words.digits(group)))
      : words.privateNumber(kind, text.slice(-4));
  return [
    {
      pattern: longNumber,
      say: ({ groups: { number = '' } = {} }) => {
        const plain = number.replaceAll(/[ -]/g, '').toUpperCase();
        if (isIdentityNumber(plain)) return name('identity', plain);
        return isBankCard(plain) || inFours.test(number) ? name('bankCard', plain) : undefined;
      },
    },
    {
      pattern: /(?<![\p{L}\d-])\d{3}-\d{2}-\d{4}(?![\p{L}\d-])/gu,
      say: ([whole]) =>
        aloud ? sayCode(whole, words) : words.privateNumber('socialSecurity', whole.slice(-4)),
    },
    {
      pattern:
        /(?<label>\b(?:cvv2?|cvc2?|security code|pin)\b|安全码|后三位|密码)(?:\s+(?:is|number))*[是为:：\s]*(?<code>\d{3,6})(?!\d)/giu,
      say: ({ groups: { label = '', code = '' } = {} }) =>
        aloud ? `${label} ${words.digits(code)}` : `${label}${words.keptPrivate}`,
    },
  ];
}
