/**
 * What is wrong with a list of messages: lost ones, ones that are there twice, ones out of order.
 * @param where said before each
 * @param there what was found, in the order in which it stands
 * @param wanted what should be there, each once, in the order in which it was written
 * @param late what the agent sent again: it may stand later than it was written
 */
export function findFaults(
  where: string,
  there: readonly string[],
  wanted: readonly string[],
  late: readonly string[] = [],
): readonly string[] {
  const count = new Map<string, number>();
  for (const text of there) count.set(text, (count.get(text) ?? 0) + 1);
  const lost = wanted.filter((text) => !count.has(text));
  const twice = wanted.filter((text) => (count.get(text) ?? 0) > 1);
  const strange = there.filter((text) => !wanted.includes(text));
  const isPunctual = (text: string) => !late.includes(text);
  const once = [...new Set(there)].filter((text) => wanted.includes(text) && isPunctual(text));
  const inOrder = wanted.filter((text) => count.has(text) && isPunctual(text));
  const moved = once.filter((text, index) => text !== inOrder[index]);
  return [
    ...(lost.length ? [`${where}: lost ${lost.join(' ')}`] : []),
    ...(twice.length ? [`${where}: twice ${twice.join(' ')}`] : []),
    ...(strange.length ? [`${where}: unknown ${strange.join(' ')}`] : []),
    ...(moved.length ? [`${where}: out of order ${moved.join(' ')}`] : []),
  ];
}
