const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const english: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, index) => [word, index] as const),
  ...tens.map((word, index) => [word, 20 + index * 10] as const),
  ['couple', 2],
  ['dozen', 12],
]);
const englishPowers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
]);
const digits = '零一二三四五六七八九';
const chinesePowers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
]);
const tail: Readonly<Record<string, number>> = { k: 1000, w: 10_000 };

const word = `(?:${[...english.keys(), ...englishPowers.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** Source of an expression for a number in figures: separators, and k, w, 千, 万 behind it. */
export const figureSource =
  '(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\\.[0-9]{1,4})?(?:\\s?(?:thousand|hundred|grand|million|[百千万]|[kw](?![A-Za-z])))?';

/**
 * Source of an expression for any number: figures, English words, Chinese characters. Beside a Latin
 * letter, a slash or a colon it is part of a name, a date or a time ("HT6618", "24/7"); 第三 is a
 * place in a row, 周一 a day. Without regard to case.
 */
export const numberSource = `(?:${[
  `(?<![A-Za-z0-9:/#_+-]|[0-9][.,])${figureSource}`,
  `(?<![A-Za-z-])(?:a )?${word}(?:(?:[ -]|(?<=hundred|thousand) and )${word}){0,8}(?: of)?(?![A-Za-z])`,
  '(?<![第周期拜〇零一二两三四五六七八九十百千万])[〇零一二两三四五六七八九十百千万]{1,9}',
].join('|')})`;

function readEnglish(words: string): number {
  let whole = 0;
  let part = 0;
  for (const each of words.split(/[ -]+/)) {
    const power = englishPowers.get(each);
    if (power === 100) part = (part || 1) * 100;
    else if (power) {
      whole += (part || 1) * power;
      part = 0;
    } else part += english.get(each) ?? 0;
  }
  return whole + part;
}

/** A Chinese number; 三五 and 两三 mean a range, 一百二 is 120. */
function readChinese(text: string): readonly [number, number] {
  const plain = text.replace(/〇/g, '零').replace(/两/g, '二');
  const values = [...plain].map((letter) => digits.indexOf(letter));
  if (values.every((value) => value >= 0)) {
    const [first = 0, second = 0] = values;
    // 三五天 is from three to five; 二〇二四 is read digit by digit.
    if (values.length === 2 && first > 0 && second > first) return [first, second];
    const value = Number(values.join(''));
    return [value, value];
  }
  let whole = 0;
  let section = 0;
  let digit = 0;
  let last = 1;
  for (const letter of plain) {
    const power = chinesePowers.get(letter);
    if (power === 10_000) {
      whole = (whole + section + digit || 1) * power;
      section = 0;
      digit = 0;
    } else if (power) {
      section += (digit || 1) * power;
      digit = 0;
    } else digit = digits.indexOf(letter);
    last = power ?? (letter === '零' ? 10 : last);
  }
  const endsInDigit = digits.includes(plain.at(-1) ?? ' ');
  const value = whole + section + (endsInDigit ? digit * Math.max(1, last / 10) : digit);
  return [value, value];
}

/**
 * The value of what {@link numberSource} found.
 * @returns the same number twice, or two where the words name a range (三五天)
 */
export function readNumberWords(text: string): readonly [number, number] {
  const plain = text.toLowerCase().trim();
  const [, figures, power = ''] = /^([\d.,]+)\s*(.*)$/.exec(plain) ?? [];
  if (figures) {
    const factor = tail[power] ?? englishPowers.get(power) ?? chinesePowers.get(power) ?? 1;
    const value = Number(figures.replaceAll(',', '')) * factor;
    return [value, value];
  }
  if (/[a-z]/.test(plain)) {
    const value = readEnglish(plain.replace(/^a | of$| and /g, ' ').trim());
    return [value, value];
  }
  return readChinese(plain);
}
