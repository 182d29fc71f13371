/**
 * The share of a sentence's words that were heard, in their order (longest common subsequence).
 * @returns 0 to 1
 */
export function shareHeard(said: string, heard: string): number {
  const [wanted, got] = [said, heard].map((text) => text.toLowerCase().match(/[a-z']+/g) ?? []);
  if (!wanted?.length || !got) return 0;
  let row = got.map(() => 0);
  for (const word of wanted) {
    const above = row;
    row = [];
    got.forEach((each, at) => {
      const diagonal = above[at - 1] ?? 0;
      row.push(each === word ? diagonal + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0));
    });
  }
  return (row.at(-1) ?? 0) / wanted.length;
}
