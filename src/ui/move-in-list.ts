/**
 * Where a key leads in a list (ARIA Authoring Practices, listbox and feed).
 * @param key the key's name
 * @param index where the agent is; -1 for nowhere
 * @param length how many items there are
 * @param wraps whether the arrows go round the ends, as under a text field, which keeps Home and End
 * @returns the new index; undefined if the key is not one of a list's, or the list is empty
 */
export function moveInList(
  key: string,
  index: number,
  length: number,
  wraps = false,
): number | undefined {
  const last = length - 1;
  if (last < 0) return undefined;
  const within = (next: number) => Math.min(Math.max(next, 0), last);
  switch (key) {
    case 'ArrowDown':
      return wraps && index >= last ? 0 : within(index + 1);
    case 'ArrowUp':
      return wraps && index <= 0 ? last : within(index - 1);
    case 'Home':
      return wraps ? undefined : 0;
    case 'End':
      return wraps ? undefined : last;
    case 'PageDown':
      return within(index + 10);
    case 'PageUp':
      return within(index - 10);
    default:
      return undefined;
  }
}
