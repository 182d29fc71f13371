import { expect, test } from 'vitest';
import { gradeCard } from '../../src/english/review.ts';
import { keepCard, readCards } from '../../src/session/kept-phrases.ts';
import { createDisk } from '../outbox/create-disk.ts';
import { noon } from '../support/samples.ts';

test('cards are there after a restart, the last of each phrase', async () => {
  const disk = createDisk();
  const first = gradeCard('hello', undefined, 3, noon);
  const second = gradeCard('hello', first, 4, first.due);
  for (const card of [first, second, gradeCard('bye', undefined, 1, noon)]) {
    expect(await keepCard(disk.open(), card)).toBe(true);
  }
  const cards = await readCards(disk.open());
  expect(cards.map(({ id, reps }) => [id, reps])).toEqual([
    ['bye', 1],
    ['hello', 2],
  ]);
});

test.each([
  ['no card', 'soon'],
  ['under another name', { ...gradeCard('other', undefined, 3, noon) }],
  ['without a time', { ...gradeCard('x', undefined, 3, noon), due: undefined }],
  ['at no time', { ...gradeCard('x', undefined, 3, noon), due: Number.NaN }],
  ['of a difficulty that there is not', { ...gradeCard('x', undefined, 3, noon), difficulty: 99 }],
  ['that is not remembered at all', { ...gradeCard('x', undefined, 3, noon), stability: 0 }],
])('what is %s is left out', async (_, value) => {
  const storage = createDisk().open();
  await storage.put('training', 'phrase x', value);
  await storage.put('training', 'run x', gradeCard('x', undefined, 3, noon));
  expect(await readCards(storage)).toEqual([]);
});
