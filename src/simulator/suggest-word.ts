/** Longer words are not compared: nobody mistypes forty letters into a keyword. */
const longest = 32;

/** How many letters to add, drop, change or swap to make `b` of `a`. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate nearest to a mistyped word (a third of its letters may differ), if there is one. */
export function suggestWord(word: string, candidates: Iterable<string>): string | undefined {
  const given = word.toLowerCase();
  if (given.length < 2 || given.length > longest) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - given.length) >= least) continue;
    const cost = distance(given, candidate.toLowerCase());
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}
