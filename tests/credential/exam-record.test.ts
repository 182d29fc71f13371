import { describe, expect, it } from 'vitest';
import { hashJson, toHex } from '../../src/credential/digest.ts';
import {
  type ExamRecord,
  makeExamRecord,
  readExamRecord,
} from '../../src/credential/exam-record.ts';
import { examSets } from '../../src/credential/exam-set.ts';
import { noon } from '../support/samples.ts';
import { anExamRun, aRecord, oneDay, progressOf, runsOf, setOf, subtle } from './a-certificate.ts';

const set = setOf('level-4');
const [scenario = ''] = set.scenarios;
const only = (...runs: Parameters<typeof progressOf>[1]) => {
  const [first] = progressOf(set, runs).scenarios;
  if (!first) throw new Error('The set is empty.');
  return first;
};

describe('progress', () => {
  it('begins with all tries', () => {
    expect(only()).toEqual({ id: scenario, attempts: [], best: undefined, triesLeft: set.tries });
  });

  it('a passed exam is a try too; the best one counts', () => {
    const runs = [80, 95, 85].map((points, index) =>
      anExamRun(scenario, { points, startedAt: noon - (3 - index) * 1000 }),
    );
    expect(only(...runs)).toMatchObject({ best: { run: { points: 95 } }, triesLeft: 0 });
  });

  it.each([
    ['a practice', { mode: 'practice' as const }],
    ['an exam in another language', { language: 'zh' }],
    ['one judged by another rubric', { rubricVersion: 2 }],
  ])('%s is no try', (_, patch) => {
    expect(only(anExamRun(scenario, patch))).toMatchObject({ attempts: [], triesLeft: set.tries });
  });

  it.each([
    ['too few points', { points: set.pass - 1 }],
    ['a critical error', { points: 100, criticals: ['private'] }],
  ])('with %s it is a try that failed', (_, patch) => {
    expect(only(anExamRun(scenario, patch))).toMatchObject({
      best: undefined,
      triesLeft: set.tries - 1,
    });
  });

  it('a try beyond those allowed does not pass; after some weeks tries come back', () => {
    const failed = Array.from({ length: set.tries }, (_, index) =>
      anExamRun(scenario, { points: 10, startedAt: noon - (index + 1) * oneDay }),
    );
    expect(only(...failed, anExamRun(scenario))).toMatchObject({ best: undefined, triesLeft: 0 });
    const old = failed.map((run) =>
      anExamRun(scenario, { points: 10, startedAt: run.report.startedAt - set.days * oneDay }),
    );
    expect(only(...old)).toMatchObject({ triesLeft: set.tries });
    expect(only(...old, anExamRun(scenario)).best).toBeDefined();
  });

  it('is passed when every scenario is', () => {
    const hard = setOf('level-3');
    const runs = runsOf(hard);
    expect(progressOf(hard, runs).passed).toBe(true);
    expect(progressOf(hard, runs.slice(1)).passed).toBe(false);
  });
});

describe('a record', () => {
  const read = (record: unknown) => readExamRecord(JSON.stringify(record), examSets, subtle);
  /** As somebody would who knows how the digest is made. */
  const resealed = async (patch: Partial<ExamRecord>) => {
    const { digest: _, ...rest } = { ...(await aRecord()), ...patch };
    return { ...rest, digest: toHex(await hashJson(rest, subtle)) };
  };

  it('tells the mean of each dimension, and no times', async () => {
    const runs = [
      anExamRun(scenario, { points: 20, criticals: ['insult'], startedAt: noon - oneDay }),
      anExamRun(scenario),
    ];
    const record = await makeExamRecord(progressOf(set, runs), subtle);
    expect(record).toMatchObject({
      set: 'level-4',
      levels: [4],
      language: 'en',
      rubricVersion: 1,
      points: 90,
      dimensions: [
        { dimension: 'resolution', percent: 100 },
        { dimension: 'empathy', percent: 75 },
      ],
      scenarios: [
        {
          id: scenario,
          attempts: [
            { day: '2026-11-21', points: 20, criticals: ['insult'] },
            { day: '2026-11-22', points: 90, criticals: [] },
          ],
          counted: 1,
        },
      ],
      from: '2026-11-22',
      to: '2026-11-22',
    });
    expect(JSON.stringify(record)).not.toMatch(/startedAt|After|handling|comment|switch/i);
  });

  it('is read as it was written, also with a byte order mark', async () => {
    const record = await aRecord('zh');
    expect(await read(record)).toEqual({ ok: true, value: record });
    const text = `\uFEFF${JSON.stringify(record, undefined, 2)}`;
    expect(await readExamRecord(text, examSets, subtle)).toMatchObject({ ok: true });
  });

  it('is not made before the set is passed', async () => {
    expect(await makeExamRecord(progressOf(set, []), subtle)).toBeUndefined();
  });

  it('that was edited is noticed', async () => {
    const record = await aRecord();
    const better = { ...record, points: record.points + 1 };
    expect(await read(better)).toEqual({ ok: false, error: { kind: 'edited' } });
  });

  it.each([
    ['a passing mark of its own', { pass: 10 }],
    ['more tries', { tries: 9 }],
    ['a scenario less', { scenarios: [] }],
    ['points that its attempts do not make', { points: 100 }],
    ['other levels', { levels: [1] }],
    ['a language that cannot be taken', { language: 'fr' }],
    ['days on which nothing was tried', { from: '2026-01-01' }],
  ])('with %s is not taken although its digest is right', async (_, patch) => {
    expect((await read(await resealed(patch))).ok).toBe(false);
  });

  it('with a scenario that was not passed is not passed, nor with too many tries', async () => {
    const { scenarios } = await aRecord();
    const day = '2026-11-22';
    const failing = scenarios.map((one) => ({
      ...one,
      attempts: [{ day, points: 10, criticals: [] }],
    }));
    const error = { ok: false, error: { kind: 'not-passed' } };
    expect(await read(await resealed({ scenarios: failing }))).toEqual(error);
    const tried = scenarios.map((one) => ({
      ...one,
      attempts: Array.from({ length: 9 }, () => ({ day, points: 90, criticals: [] })),
      counted: 8,
    }));
    expect(await read(await resealed({ scenarios: tried }))).toEqual(error);
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'wrong-kind'],
    ['{"kind":"harebell-settings","version":1}', 'wrong-kind'],
    ['{"kind":"harebell-exam-record","version":2}', 'newer-version'],
    ['{"kind":"harebell-exam-record","version":1}', 'broken'],
  ])('%s is %s', async (text, kind) => {
    expect(await readExamRecord(text, examSets, subtle)).toMatchObject({ error: { kind } });
  });

  it('with more in it than belongs there is not taken: what is extra would travel', async () => {
    const more = { ...(await aRecord()), disability: 'none' };
    expect(await read(more)).toEqual({ ok: false, error: { kind: 'broken', where: 'disability' } });
  });

  it('of an exam that is not known here names it', async () => {
    expect(await read(await resealed({ set: 'level-9' }))).toEqual({
      ok: false,
      error: { kind: 'unknown-set', set: 'level-9' },
    });
  });
});
