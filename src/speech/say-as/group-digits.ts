/**
 * Cuts a run of digits into the groups in which people say and type them: fours where that comes out
 * even, else threes, with a last group of two to four. `'48213'` → `['482', '13']`.
 */
export function groupDigits(digits: string): readonly string[] {
  if (digits.length <= 4) return [digits];
  if (digits.length % 4 === 0) return digits.match(/.{4}/g) ?? [];
  const groups: string[] = digits.match(/.{1,3}/g) ?? [];
  const last = groups.at(-1) ?? '';
  // A single digit on its own is the one that gets lost.
  return last.length === 1 ? [...groups.slice(0, -2), `${groups.at(-2)}${last}`] : groups;
}
