import type { Sentence, Token } from './sentence.ts';

/** Signs that are written for one another, and marks. */
const plainSigns: ReadonlyMap<string, string> = new Map(
  [
    '您你',
    '妳你',
    '帐账',
    '係是',
    '幺么',
    '嚒么',
    '拉啦',
    '啰咯',
    '％%',
    '＃#',
    '＋+',
    '￥¥',
    '？?',
    '。.',
    '！!',
    '：:',
    '．.',
  ].map(([sign = '', plain = '']) => [sign, plain] as const),
);

/** Slips of the input method, as long as what was meant. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/以经/g, '已经'],
  [/定单/g, '订单'],
  [/预定/g, '预订'],
  [/受里/g, '受理'],
  [/预记/g, '预计'],
  [/在见/g, '再见'],
  [/报歉|抱谦/g, '抱歉'],
  [/请稍後|请稍侯|请稍后/g, '请稍候'],
  [/帮(?:您|你)从新/g, '帮你重新'],
  [/不好意死/g, '不好意思'],
  [/联係|连系/g, '联系'],
  [/己经/g, '已经'],
];

/** A number with its sign, a Latin word, a single sign, or the end of something. */
const pieces = /¥?\d+(?:[.:]\d+)*|[a-z]+|[?.!…\n]+|\p{Script=Han}|[%#+@]|\S/gu;

/** Sentences with plain marks, "你" for "您", sign by sign, cut at their commas. */
export function readChinese(text: string): readonly Sentence[] {
  const meant = slips.reduce((all, [slip, word]) => all.replace(slip, word), text);
  const plain = meant.replace(/[\s\S]/g, (sign) => plainSigns.get(sign) ?? sign.toLowerCase());
  const sentences: Sentence[] = [];
  let parts: Token[][] = [[]];
  const finish = (asks: boolean) => {
    const whole = parts.filter((part) => part.length > 0);
    if (whole.length > 0) sentences.push({ parts: whole, asks });
    parts = [[]];
  };
  for (const match of plain.matchAll(pieces)) {
    const [piece] = match;
    const from = match.index;
    if (/^[?.!…\n]/.test(piece)) finish(piece.includes('?'));
    // An emoji or another odd mark parts words as a comma does.
    else if (!/^[\p{Script=Han}a-z\d¥%#+@]/u.test(piece)) parts.push([]);
    else {
      const word = /\d/.test(piece) ? '0' : piece;
      parts.at(-1)?.push({ word, from, to: from + piece.length });
    }
  }
  finish(false);
  return sentences;
}
