import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { keepRun, readRuns } from '../../src/session/kept-runs.ts';
import { createDisk } from '../outbox/create-disk.ts';

const run = (id: string, startedAt: number, points = 90): RunRecord => ({
  id,
  mode: 'practice',
  report: {
    scenarioId: 'late-parcel',
    title: 'Parcel',
    seed: 7,
    language: 'en',
    startedAt,
    endedAt: startedAt + 60_000,
    conversations: [],
    turns: [],
    rules: [],
  },
  points,
  open: 0,
  verdict: 'met',
  dimensions: [],
  criticals: [],
  rubricVersion: 1,
  comments: [],
});

test('runs are there after a restart, the oldest first, each once', async () => {
  const disk = createDisk();
  await keepRun(disk.open(), run('b', 2000));
  await keepRun(disk.open(), run('a', 1000));
  await keepRun(disk.open(), run('b', 2000, 95));
  const runs = await readRuns(disk.open());
  expect(runs.map(({ id, points }) => [id, points])).toEqual([
    ['a', 90],
    ['b', 95],
  ]);
});

test('what is not whole, or not a run, is left out', async () => {
  const disk = createDisk();
  const storage = disk.open();
  await storage.put('training', 'run x', { id: 'x', points: 'many' });
  await storage.put('training', 'scenario y', run('y', 1));
  await storage.put('training', 'run z', null);
  expect(await readRuns(storage)).toEqual([]);
});

test('only the last 200 are kept, and every exam', async () => {
  const storage = createDisk().open();
  await keepRun(storage, { ...run('exam', 0), mode: 'exam' });
  for (let at = 0; at < 203; at += 1) await keepRun(storage, run(`r${at}`, at));
  const runs = await readRuns(storage);
  expect([runs.length, runs[0]?.id, runs[1]?.id]).toEqual([201, 'exam', 'r3']);
});
