/** The endings that inflection leaves, the longest first. */
const endings: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ing', ''],
  ['ed', ''],
  ['es', ''],
  ['s', ''],
];

/**
 * What forms of one English word have in common: `delivering`, `delivers` and `delivered` give
 * `deliver`, `stopped` gives `stop`, `charges` gives `charg`. No word by itself; to be compared
 * with the stem of another one.
 */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  const [ending, instead] = endings.find(
    ([end]) =>
      lower.endsWith(end) && lower.length - end.length >= 3 && !/(?:ss|us|is)$/.test(lower),
  ) ?? ['', ''];
  const cut = lower.slice(0, lower.length - ending.length) + instead;
  const single = ending && /([bdgmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  return single.length > 3 ? single.replace(/e$/, '') : single;
}
