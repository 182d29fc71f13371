/**
 * How far two texts are from one another: insertions, deletions and exchanges of characters that
 * turn one into the other, as a share of the longer one; 0 is the same, 1 has nothing in common
 * (V. I. Levenshtein, Soviet Physics Doklady 10/8, 1966).
 */
export function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  if (left.length === 0 && right.length === 0) return 0;
  let row = right.map((_, at) => at + 1);
  for (const [at, character] of left.entries()) {
    let diagonal = at;
    let beside = at + 1;
    row = row.map((above, column) => {
      const cost = Math.min(above + 1, beside + 1, diagonal + Number(character !== right[column]));
      diagonal = above;
      beside = cost;
      return cost;
    });
  }
  return (
    (right.length === 0 ? left.length : (row.at(-1) ?? 0)) / Math.max(left.length, right.length)
  );
}
