/** How near what was typed is to the phrase; `near` is one or two misspelt words. */
export type Likeness = 'same' | 'near' | 'other';

/** What was typed, held against the phrase. */
export interface Comparison {
  readonly likeness: Likeness;
  /** Words of the phrase that were spelt otherwise, in their order. */
  readonly misspelt: readonly string[];
}

/** Short forms that mean the same as long ones. */
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\blet's\b/g, 'let us'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'m\b/g, ' am'],
  [/'ll\b/g, ' will'],
  [/'ve\b/g, ' have'],
  [/\b(it|that|what|here|there|who|he|she|where)'s\b/g, '$1 is'],
  [/\b(I|you|we|they|he|she)'d\b/gi, '$1 would'],
];

/** Spellings that differ by country, and are both right. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|ing|ation)\b/g, 'iz$1'],
  [/our(s?)\b/g, 'or$1'],
  [/cancell/g, 'cancel'],
  [/\be-mail/g, 'email'],
];

const wordsOf = (text: string): readonly string[] => {
  let plain = text.toLowerCase().replaceAll('’', "'");
  for (const [form, long] of [...contractions, ...spellings]) plain = plain.replace(form, long);
  return plain.match(/[\p{L}\p{N}']+/gu) ?? [];
};

/** Whether one letter, or two of a long word, were missed, added, changed or exchanged. */
function isNear(typed: string, meant: string): boolean {
  const most = meant.length > 7 ? 2 : meant.length > 2 ? 1 : 0;
  if (Math.abs(typed.length - meant.length) > most) return false;
  if ([...typed].sort().join('') === [...meant].sort().join('')) return most > 0;
  let row = Array.from({ length: meant.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...typed].entries()) {
    const next = [line + 1];
    for (const [at, other] of [...meant].entries()) {
      const changed = (row[at] ?? 0) + Number(letter !== other);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
}

/**
 * Compares kindly: case, punctuation, contractions and British or American spelling do not matter,
 * and a misspelt word is named instead of counted as wrong.
 */
export function compareTyped(typed: string, phrase: string): Comparison {
  const [own, meant] = [wordsOf(typed), wordsOf(phrase)];
  if (own.length !== meant.length) return { likeness: 'other', misspelt: [] };
  const misspelt = meant.filter((word, at) => word !== own[at]);
  if (misspelt.length === 0) return { likeness: 'same', misspelt };
  const isKind = meant.every((word, at) => word === own[at] || isNear(own[at] ?? '', word));
  return isKind && misspelt.length <= 2
    ? { likeness: 'near', misspelt }
    : { likeness: 'other', misspelt: [] };
}
