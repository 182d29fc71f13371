import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';
import type { PracticeMode } from '../../src/domain/run-record.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import type { Session } from '../../src/session/create-session.ts';
import { listJournals } from '../../src/session/journal.ts';
import { keepFinished, recordOf } from '../../src/session/keep-finished.ts';
import { readRuns } from '../../src/session/kept-runs.ts';
import type { Workspace } from '../../src/session/workspace.ts';
import { assessRun } from '../../src/simulator/assess-run.ts';
import { rubric } from '../../src/simulator/rubric.ts';
import { createDisk } from '../outbox/create-disk.ts';
import { aReport } from '../practice/a-report.ts';
import { aPracticeStart } from '../support/a-practice-start.ts';

/** A run that is watched, with what stands on the disk once it has ended. */
const watch = (mode: PracticeMode = 'practice', report?: RunReport) => {
  const storage = createDisk().open();
  let emit = (_: ConnectorEvent) => {};
  const workspace = {
    storage,
    onDeskEvent: (listener: typeof emit) => {
      emit = listener;
      return () => undefined;
    },
  } as unknown as Workspace;
  const shift = { desk: () => ({ report }), connector: { id: 'desk' } } as unknown as Session;
  const run = { ...{ title: '', policy: [], language: 'en' }, finish: () => undefined };
  createRoot(() => keepFinished(workspace, shift, { ...run, start: { ...aPracticeStart, mode } }));
  return {
    end: (ended: RunReport) => emit({ type: 'run.ended', report: ended }),
    kept: () => readRuns(storage),
    storage,
  };
};

test('a record holds what the rubric made of the report', () => {
  const report = aReport();
  const record = recordOf(report, 'coach', 'desk');
  const { points, dimensions } = assessRun(report, rubric);
  expect(record).toMatchObject({ id: 'desk', mode: 'coach', report, points, criticals: ['never'] });
  expect(record.dimensions.map(({ dimension }) => dimension)).toEqual(
    dimensions.map(({ dimension }) => dimension),
  );
  expect(record.dimensions.reduce((sum, { of }) => sum + of, 0)).toBeCloseTo(100);
});

test('a run is kept when it ends, with its mode', async () => {
  const { end, kept } = watch('coach');
  expect(await kept()).toEqual([]);
  end(aReport());
  await expect.poll(kept).toMatchObject([{ mode: 'coach', report: aReport() }]);
});

test('one that ended before anybody watched is kept too', async () => {
  const { kept } = watch('practice', aReport());
  await expect.poll(async () => (await kept()).length).toBe(1);
});

test('one without a turn is forgotten, but not in an exam', async () => {
  const blank = aReport({ turns: [] });
  const exam = watch('exam');
  const practice = watch('practice');
  practice.end(blank);
  practice.end(aReport());
  exam.end(blank);
  await expect.poll(async () => (await exam.kept()).length).toBe(1);
  await expect.poll(async () => (await practice.kept()).length).toBe(1);
  expect((await practice.kept())[0]?.report.turns).not.toEqual([]);
});

test('its journal goes when it is kept, and not before the disk has it', async () => {
  const { end, kept, storage } = watch();
  await storage.update('training', 'journals', () => ['desk']);
  const { put } = storage;
  let isTaken = false;
  storage.put = async (...row) => {
    await put(...row);
    isTaken = true;
    // What is full keeps it in memory only.
    return false;
  };
  end(aReport());
  await expect.poll(() => isTaken).toBe(true);
  await expect.poll(async () => (await kept()).length).toBe(1);
  expect(await listJournals(storage)).toEqual(['desk']);
  storage.put = put;
  // It was told again, and has ended once more: that is still one run.
  end(aReport());
  await expect.poll(() => listJournals(storage)).toEqual([]);
  expect(await kept()).toMatchObject([{ id: 'desk' }]);
});
