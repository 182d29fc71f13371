import { createEffect, createRoot, createSignal } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import { createRows } from '../../src/console/create-rows.ts';

interface Item {
  readonly id: string;
  readonly text: string;
}

const lin: Item = { id: 'lin', text: 'Hello' };
const bo: Item = { id: 'bo', text: 'Hi' };

/** Rows of a list that the test changes, and how often each item's effect and the list's has run. */
function watch(first: readonly Item[]) {
  const runs: string[] = [];
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const [items, setItems] = createSignal(first);
    const rows = createRows(items);
    createEffect(() => runs.push(`list ${rows().length}`));
    for (const row of rows()) createEffect(() => runs.push(row().text));
    return { rows, setItems, runs };
  });
}

it('keeps the row of an item that changes, and wakes no other', () => {
  const { rows, setItems, runs } = watch([lin, bo]);
  const before = rows();
  runs.length = 0;
  setItems([lin, { ...bo, text: 'Anyone?' }]);
  expect(rows()).toBe(before);
  expect(runs).toEqual(['Anyone?']);
});

it('follows the order and moves the rows along', () => {
  const { rows, setItems } = watch([lin, bo]);
  const [first, second] = rows();
  setItems([bo, lin]);
  expect(rows()[0]).toBe(second);
  expect(rows()[1]).toBe(first);
});

it('leaves what was last known with a row that is gone, and begins anew when it returns', () => {
  const { rows, setItems, runs } = watch([lin, bo]);
  const [gone] = rows();
  setItems([bo]);
  expect(rows()).toHaveLength(1);
  expect(gone?.()).toBe(lin);
  runs.length = 0;
  setItems([bo, { ...lin, text: 'Back' }]);
  expect(rows()[1]?.()).toMatchObject({ text: 'Back' });
  expect(rows()[1]).not.toBe(gone);
  expect(runs).toEqual(['list 2']);
});
