const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const english = (text: string): number | undefined => {
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== 'number');
  const [first = '', second, ...more] = words;
  if (more.length) return undefined;
  const ten = tens.indexOf(first);
  const one = ones.indexOf(second ?? (ten < 0 ? first : ''));
  if (ten >= 0 && second === undefined) return (ten + 2) * 10;
  if (ten >= 0) return one >= 1 && one <= 9 ? (ten + 2) * 10 + one : undefined;
  return second === undefined && one >= 0 ? one : undefined;
};

const chinese = (text: string): number | undefined => {
  const [, before, after] =
    /^(?:第|编号)?([一二两三四五六七八九]?)十([一二三四五六七八九]?)号?$/.exec(text) ?? [];
  const value = (digit: string) => '零一二三四五六七八九'.indexOf(digit.replace('两', '二'));
  if (before !== undefined && after !== undefined) {
    return (before ? value(before) : 1) * 10 + (after ? value(after) : 0);
  }
  const [, digit] = /^(?:第|编号)?([零一二两三四五六七八九])号?$/.exec(text) ?? [];
  return digit ? value(digit) : undefined;
};

/**
 * The number that was said or typed, from 0 to 99 in words: `twelve`, `number 12`, `十二`, `12号`.
 * Undefined where it is none.
 */
export function spokenNumber(said: string): number | undefined {
  const plain = said
    .normalize('NFKC')
    .replaceAll(/[\s。，.!！]+$/gu, '')
    .trim();
  const [, digits] = /^(?:number\s*|编号|第)?(\d{1,4})号?$/iu.exec(plain) ?? [];
  return digits ? Number(digits) : (chinese(plain.replaceAll(/\s/g, '')) ?? english(plain));
}
