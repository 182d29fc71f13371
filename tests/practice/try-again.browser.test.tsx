import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadScenario } from '../../src/connectors/practice/scenarios.ts';
import { readRunFile } from '../../src/domain/run-file.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import { recordOf } from '../../src/session/keep-finished.ts';
import { keepRun, readRuns } from '../../src/session/kept-runs.ts';
import type { PracticeStart } from '../../src/session/workspace.ts';
import { createId } from '../../src/shared/id.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { reviewRun } from '../../src/simulator/review-run.ts';
import { aPracticeStart } from '../support/a-practice-start.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { catchFiles, press, texts } from '../support/on-page.ts';
import { openDesk } from '../support/open-desk.tsx';
import { playVoices, replace } from '../support/play-voices.ts';
import { aVoice } from '../support/played-synthesis.ts';
import { createScriptedConnector } from '../support/scripted-connector.ts';
import { aReport, aTurn } from './a-report.ts';

const turns = [
  aTurn({ conversationId: 'run-1' }),
  aTurn({
    conversationId: 'run-1',
    beat: 'details',
    customerText: "It's 30021.",
    reply: 'Thanks.',
  }),
];
const slow = { timeout: 10_000 };

/** A practice of the late parcel that ends with this report. */
const endRun = async (
  report: RunReport = aReport({ rules: [], turns }),
  options: {
    language?: InterfaceLanguage;
    start?: Partial<PracticeStart>;
    before?: RunReport[];
  } = {},
) => {
  const { language = 'en' } = options;
  const desk = await openDesk({ signedOut: true, settings: { language } });
  const { workspace } = desk;
  for (const each of options.before ?? []) {
    await keepRun(workspace.storage, recordOf(each, 'practice', createId()));
  }
  const connector = createScriptedConnector();
  const scenario = await loadScenario('late-parcel', report.language);
  const title = 'Parcel';
  workspace.startSession(connector, {
    ...{ title, policy: [], language: report.language },
    start: {
      scenario,
      title,
      language: report.language,
      mode: 'practice',
      seed: 7,
      ...options.start,
    },
    finish: () => undefined,
  });
  await workspace.session()?.connect();
  connector.emit({ type: 'run.ended', report });
  await until(() => document.querySelector('.debrief h1'));
  await until(() => document.querySelectorAll('main').length === 1);
  return desk;
};
/** Presses a button of the debrief as a keyboard does. */
const pressNamed = (name: string) =>
  press(page.getByRole('button', { name, exact: true }).element() as HTMLElement);

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('the model reply of a turn', () => {
  it.each([
    ['en', 'Read the model reply, turn 2', 'English', 'Hello!'],
    ['zh-CN', '朗读范例回复，第 2 轮', 'English', 'Hello!'],
  ] as const)('is read aloud in its own language, in %s', async (language, name, voice, first) => {
    const played = playVoices([aVoice('Mandarin', 'cmn'), aVoice('English', 'en-US')]);
    played.speakBySelf();
    await endRun(undefined, { language });
    await pressNamed(name);
    await expect.poll(() => played.given.map(({ text }) => text), slow).toContain(first);
    expect(new Set(played.given.map((each) => each.voice))).toEqual(new Set([voice]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
  });

  it('has no button where there is none, and says why when there is no voice', async () => {
    replace(navigator, 'onLine', false);
    playVoices([]);
    const [first] = turns;
    const silent = aTurn({ ...first, model: '' });
    const { spoken } = await endRun(aReport({ turns: [aTurn(), silent] }));
    expect(texts('.turn .row button').filter((text) => text.includes('model'))).toHaveLength(1);
    await pressNamed('Read the model reply, turn 1');
    await expect.poll(() => spoken.join('\n'), slow).toContain('This computer has no voice');
  });
});

describe('again from here', () => {
  it.each([
    ['en', 'Again from turn 2', 'Parcel, from turn 2'],
    ['zh-CN', '从第 2 轮重来', 'Parcel（从第 2 轮开始）'],
  ] as const)(
    'in %s: the same customer, the same words, and what was before them as it was',
    async (language, name, title) => {
      const { workspace } = await endRun(undefined, { language });
      await checkAxe();
      await pressNamed(name);
      await expect.poll(() => workspace.router.route()).toBe('desk');
      expect(workspace.run()?.title).toBe(title);
      expect(workspace.run()?.start).toMatchObject({ seed: 7, mode: 'practice' });
      await expect.poll(() => workspace.session()?.desk().offers.length, slow).toBe(1);
      await userEvent.keyboard('{Alt>}a{/Alt}');
      await expect
        .poll(() => texts('.log .text'), slow)
        .toEqual(['Where is my parcel?', 'Hello Lin.', "It's 30021."]);
      expect(document.activeElement?.id).toBe('reply');
      await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
      await checkAxe();
    },
    20_000,
  );

  it('ends in a debrief of its own, of which no record is kept, with a way to the whole', async () => {
    const { workspace } = await endRun();
    const kept = async () => (await readRuns(workspace.storage)).length;
    await expect.poll(kept).toBe(1);
    await pressNamed('Again from turn 2');
    await expect.poll(() => workspace.session()?.desk().offers.length, slow).toBe(1);
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await expect.poll(() => document.activeElement?.id, slow).toBe('reply');
    await userEvent.keyboard('I am sorry to hear that.{Enter}');
    await expect.poll(() => texts('.log .text').length, slow).toBe(4);
    await expect.poll(() => texts('.log .agent').join(), slow).toMatch(/deliver/i);
    workspace.run()?.finish();
    await until(() => document.querySelector('#again-same'));
    expect(texts('.debrief h2')).not.toContain('Compared with last time');
    expect(texts('.debrief > div > .row button')).toEqual([
      'Once more from there',
      'The whole practice',
      'Another practice',
      'Leave practice',
    ]);
    expect(await kept()).toBe(1);
    await pressNamed('The whole practice');
    await expect.poll(() => workspace.run()?.title).toBe('Parcel');
    expect(workspace.run()?.start.whole).toBeUndefined();
  }, 30_000);

  it('is not there for a turn that the scenario does not know', async () => {
    await endRun(aReport({ turns: [aTurn({ conversationId: 'run-1', beat: 'gone' })] }));
    expect(texts('.turn .row button')).toEqual(['Read the model reply']);
  });
});

describe('the whole again', () => {
  it.each([
    ['Again with the same customers', true],
    ['The same with other customers', false],
  ])('%s', async (name, isSame) => {
    const { workspace } = await endRun(undefined, { start: { mode: 'exam' } });
    await pressNamed(name);
    await expect.poll(() => workspace.router.route()).toBe('desk');
    const { start } = workspace.run() ?? {};
    expect(start?.seed === 7).toBe(isSame);
    expect(start?.scenario.id).toBe('late-parcel');
    // The exam is over: this one does not count.
    expect(start?.mode).toBe('practice');
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
  });
});

it.each([
  ['en', 'Back to the exams', 'Exams and certificates'],
  ['zh-CN', '回到考试', '考试与证书'],
] as const)('from an exam one goes back to the exams, in %s', async (language, name, heading) => {
  const { workspace } = await endRun(undefined, { language, start: { mode: 'exam' } });
  await pressNamed(name);
  await expect.poll(() => workspace.router.route()).toBe('certificates');
  await expect.poll(() => document.activeElement?.textContent, slow).toBe(heading);
  expect(workspace.session()).toBeUndefined();
});

describe('compared with the last try', () => {
  const earlier = (patch: Partial<RunReport> = {}) =>
    aReport({ rules: [], turns: turns.slice(0, 1), startedAt: 1000, ...patch });

  it.each([
    ['en', /^Last time \d+ points, this time \d+\.$/, ['Looked at for', 'Last time', 'This time']],
    ['zh-CN', /^上次 \d+ 分，这次 \d+ 分。$/, ['考察项', '上次', '这次']],
  ] as const)('in %s: a sentence, and a table of the parts', async (language, sentence, head) => {
    const before = [earlier({ conversations: [] }), earlier({ startedAt: 2000 })];
    await endRun(undefined, { language, before });
    await expect.poll(() => texts('.compared th[scope=col]')).toEqual(head);
    const said = texts('.debrief p').find((text) => sentence.test(text));
    const now = recordOf(aReport({ rules: [], turns }), 'practice', 'now');
    const last = recordOf(earlier(), 'practice', 'last');
    expect(said?.match(/\d+/g)?.map(Number)).toEqual([last.points, now.points]);
    expect(texts('.compared tbody tr')).toHaveLength(now.dimensions.length);
    await checkAxe();
  });

  it('what was not asked for last time says so', async () => {
    await endRun(undefined, { before: [earlier({ turns: [] })] });
    await expect.poll(() => texts('.compared td')).toContain('not asked');
  });

  it.each([
    ['another scenario', { scenarioId: 'refund' }],
    ['another language', { language: 'zh' }],
    ['a later run', { startedAt: aReport().startedAt + 1 }],
  ])('%s is not compared', async (_, patch) => {
    const { workspace } = await endRun(undefined, { before: [earlier(patch)] });
    await expect.poll(async () => (await readRuns(workspace.storage)).length).toBe(2);
    expect(texts('.compared')).toEqual([]);
  });
});

describe('and the mentor', () => {
  it.each([
    ['en', 'Save as file for my mentor', 'From your mentor'],
    ['zh-CN', '存成文件给导师', '导师的话'],
  ] as const)(
    'in %s, the run is saved for them, and what they said is shown once it is kept',
    async (language, save, title) => {
      const saved = catchFiles();
      const { workspace, spoken } = await endRun(undefined, { language });
      await expect.poll(() => texts('#debrief-save')).toEqual([save]);
      await pressNamed(save);
      await expect.poll(() => spoken.at(-1)).toContain('practice-late-parcel-');
      const read = readRunFile((await [...saved.values()][0]) ?? '');
      const [kept] = await readRuns(workspace.storage);
      expect(read.ok && read.value).toEqual(kept);
      if (!kept) throw new Error('The run was not kept.');
      await keepRun(workspace.storage, reviewRun(kept, [{ text: 'Well done.' }]));
      await expect.poll(() => texts('.debrief h2')[0]).toBe(title);
      await checkAxe();
    },
  );

  it('a rehearsal, which is not kept, is not offered as a file', async () => {
    const whole = { ...aPracticeStart, title: 'Parcel' };
    await endRun(undefined, { start: { whole }, before: [aReport({ startedAt: 1 })] });
    await expect.poll(() => texts('#again-same')).toHaveLength(1);
    expect(document.getElementById('debrief-save')).toBeNull();
  });
});
