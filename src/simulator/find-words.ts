const wordCharacter = /[\p{L}\p{N}]/u;
const latin = /^[\p{Script=Latin}\p{N}]$/u;

/** Where a phrase stands in a text as words of their own; the text's own writing of it. */
export function findPhrase(text: string, phrase: string): string | undefined {
  const where = text.toLowerCase();
  const what = phrase.trim().toLowerCase();
  for (let at = where.indexOf(what); what && at >= 0; at = where.indexOf(what, at + 1)) {
    const before = where[at - 1] ?? '';
    const after = where[at + what.length] ?? '';
    const cut =
      (latin.test(what[0] ?? '') && wordCharacter.test(before) && latin.test(before)) ||
      (latin.test(what.at(-1) ?? '') && wordCharacter.test(after) && latin.test(after));
    if (!cut) return text.slice(at, at + what.length);
  }
  return undefined;
}

/** Shorter values are found in too much that is none of them. */
const shortest = 4;
const gap = /[\s.,·_/()（）‐-―-]/;
const figures = '〇一二三四五六七八九';
/** A day, or hours from and to: their digits are no part of a short number. */
const times =
  /(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[.:]\d{2}\s?[-–~]\s?\d{1,2}[.:]\d{2})(?!\d)/g;
const longestShort = 5;

function plainLetter(letter: string, isNumber: boolean): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const digit = isNumber ? Math.max('零幺'.indexOf(letter), figures.indexOf(letter)) : -1;
  return digit < 0 ? letter.toLowerCase() : String(digit);
}

/** The letters of a text without gaps, in plain writing, and where each stood. */
const lettersOf = (text: string, isNumber: boolean) =>
  Array.from({ length: text.length }, (_, at) => ({ letter: text[at] ?? '', at }))
    .filter(({ letter }) => !gap.test(letter))
    .map(({ letter, at }) => ({ letter: plainLetter(letter, isNumber), at }));

const joined = (letters: ReturnType<typeof lettersOf>): string =>
  letters.map(({ letter }) => letter).join('');

/**
 * Where a private value stands in a text, however it is written: with gaps ("07700 900 417"), in wide
 * figures, a number in Chinese figures (六二二二). The text's own writing of it.
 */
export function findValue(text: string, value: string): string | undefined {
  const found = findPhrase(text, value);
  if (found) return found;
  const isNumber = /^[\d\s.,·_/()-]+$/.test(value);
  const what = joined(lettersOf(value, isNumber));
  if (what.length < shortest || !/\d/.test(what)) return undefined;
  // A birth date is a value of its own.
  const isShort = isNumber && what.length <= longestShort;
  const told = isShort ? text.replace(times, (time) => '|'.repeat(time.length)) : text;
  const letters = lettersOf(told, isNumber);
  const where = joined(letters);
  const latinOnly = (letter = '') => /[a-z\d]/.test(letter);
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const from = letters[at]?.at ?? 0;
    const to = (letters[at + what.length - 1]?.at ?? 0) + 1;
    // Part of a longer number or word is not the value; a gap beside it ends it.
    if (latinOnly(what[0]) && latinOnly(text[from - 1]?.toLowerCase())) continue;
    if (latinOnly(what.at(-1)) && latinOnly(text[to]?.toLowerCase())) continue;
    return text.slice(from, to);
  }
  return undefined;
}
