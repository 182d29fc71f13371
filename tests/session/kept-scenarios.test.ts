import { expect, test } from 'vitest';
import {
  keepOwnScenario,
  readOwnScenarios,
  removeOwnScenario,
} from '../../src/session/kept-scenarios.ts';
import { createDisk } from '../outbox/create-disk.ts';

test('scenarios are there after a restart, the one changed last first, each once', async () => {
  const disk = createDisk();
  await keepOwnScenario(disk.open(), { id: 'a', text: 'one', changedAt: 1 });
  await keepOwnScenario(disk.open(), { id: 'b', text: 'two', changedAt: 2 });
  await keepOwnScenario(disk.open(), { id: 'a', text: 'three', changedAt: 3 });
  expect(await readOwnScenarios(disk.open())).toEqual([
    { id: 'a', text: 'three', changedAt: 3 },
    { id: 'b', text: 'two', changedAt: 2 },
  ]);
  await removeOwnScenario(disk.open(), 'a');
  expect((await readOwnScenarios(disk.open())).map(({ id }) => id)).toEqual(['b']);
});

test('what is no scenario of ours is left alone', async () => {
  const disk = createDisk();
  const storage = disk.open();
  const rows = [null, 7, 'text', [], {}, { text: 8 }];
  for (const [index, row] of rows.entries())
    await storage.put('training', `scenario ${index}`, row);
  await storage.put('training', 'run 1', { text: 'a run' });
  await storage.put('training', 'scenario x', { text: 'ours', changedAt: 'soon' });
  expect(await readOwnScenarios(storage)).toEqual([{ id: 'x', text: 'ours', changedAt: 0 }]);
});
