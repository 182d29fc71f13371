import { type Accessor, createMemo, createSignal, type Setter } from 'solid-js';

const isSame = <T>(before: readonly T[], after: readonly T[]): boolean =>
  before.length === after.length && before.every((item, index) => item === after[index]);

/**
 * Gives each item of a list a row that stays the same for as long as its id is listed, so that
 * `For` keeps its element (and the focus) while the item changes, and so that a change of one item
 * wakes that row alone. A row that is no longer listed keeps its last item.
 */
export function createRows<T extends { readonly id: string }>(
  items: Accessor<readonly T[]>,
): Accessor<readonly Accessor<T>[]> {
  let known = new Map<string, readonly [Accessor<T>, Setter<T>]>();
  return createMemo(
    () => {
      const listed: typeof known = new Map();
      const rows = items().map((item) => {
        const row = known.get(item.id) ?? createSignal(item);
        listed.set(item.id, row);
        row[1](() => item);
        return row[0];
      });
      known = listed;
      return rows;
    },
    [],
    { equals: isSame },
  );
}
