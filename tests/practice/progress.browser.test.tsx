import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/practice/progress.tsx';
import { longestRunFile, readRunFile, writeRunFile } from '../../src/domain/run-file.ts';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { readRuns } from '../../src/session/kept-runs.ts';
import { checkAxe } from '../support/check-axe.ts';
import { catchFiles, find, focused, press, texts, upload } from '../support/on-page.ts';
import { openTraining } from '../support/open-training.ts';
import { noon } from '../support/samples.ts';
import { aChineseReport, aTurn } from './a-report.ts';
import { aRun } from './a-run.ts';

const day = 86_400_000;
const apology = (verdict: 'met' | 'not-met' | 'needs-review') =>
  aTurn({ expected: ['apologise'], missing: verdict === 'met' ? [] : ['apologise'], verdict });
/** Three runs: an apology that was left out, one that nobody could tell, and one that was there. */
const three: readonly RunRecord[] = [
  aRun({ id: 'one' }, { turns: [apology('not-met')], startedAt: noon }),
  aRun({ id: 'two' }, { turns: [apology('needs-review')], startedAt: noon + day }),
  aRun({ id: 'three' }, { rules: [], turns: [apology('met')], startedAt: noon + 2 * day }),
];
const [first, second] = three;
if (!first || !second) throw new Error('There are no runs.');

const buttons = () =>
  [...document.querySelectorAll('.runs li button:first-child')].map(({ id }) => id);

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('skills', () => {
  it.each([
    ['en', '3 practices. Empathy and tone: up from 0 to 100.'],
    ['zh-CN', '共练习 3 次。共情和语气：从 0 升到 100。'],
  ] as const)(
    'in %s, a sentence comes first, then a chart for each skill',
    async (language, lead) => {
      await openTraining('progress', three, { language });
      expect(texts('.lead')).toEqual([lead]);
      const charts = [...document.querySelectorAll('svg[role=img]')];
      expect(charts).toHaveLength(texts('.skill h3').length);
      for (const chart of charts) {
        const name = chart.closest('section')?.querySelector('h3')?.textContent ?? '-';
        expect(chart.getAttribute('aria-label')).toContain(name);
        // What is in it is drawn, and within its frame.
        const frame = chart.getBoundingClientRect();
        for (const part of chart.querySelectorAll('polyline, .point, .grid, .scale, .end')) {
          expect(part).toBeInstanceOf(SVGGraphicsElement);
          const { left, right, top, bottom, width } = part.getBoundingClientRect();
          expect(width).toBeGreaterThan(0);
          expect(left >= frame.left && right <= frame.right).toBe(true);
          expect(top >= frame.top && bottom <= frame.bottom).toBe(true);
        }
      }
      await checkAxe();
    },
  );

  it('the chart’s name is its sentence, and its table has the same numbers', async () => {
    await openTraining('progress', three);
    const skill = [...document.querySelectorAll('.skill')].find((each) =>
      each.querySelector('h3')?.textContent?.startsWith('Empathy'),
    );
    expect(skill?.querySelector('svg')?.ariaLabel).toBe(
      'Empathy and tone: from 0 to 100 of 100 in 3 practices.',
    );
    skill?.querySelector<HTMLElement>('summary')?.focus();
    await userEvent.keyboard('{Enter}');
    const rows = [...(skill?.querySelectorAll('tbody tr') ?? [])].map(
      (row) => row.lastElementChild?.textContent,
    );
    expect(rows).toEqual(['0', '0, 100 more for a mentor to judge', '100']);
    // What a mentor may add is a line and a ring of its own, not another colour.
    const count = (path: string) =>
      skill
        ?.querySelector(path)
        ?.getAttribute('d')
        ?.match(/a[\d.]+,[\d.]+ 0 1 0 [\d.]+/g)?.length;
    expect([count('path.point'), count('path.open')]).toEqual([3, 1]);
    await checkAxe();
  });

  it.each([
    ['en', /fine place to begin/],
    ['zh-CN', /正好从头开始/],
  ] as const)('in %s, without a run it invites', async (language, invites) => {
    await openTraining('progress', [], { language });
    expect(texts('.lead').join()).toMatch(invites);
    expect(document.querySelector('svg[role=img], .runs li')).toBeNull();
    expect(document.getElementById('next-new')).not.toBeNull();
    await checkAxe();
  });

  it('nothing of it is about streaks, or in the colour of a warning', async () => {
    await openTraining('progress', three);
    expect(find('main').textContent).not.toMatch(/\b(streak|fail|lost|worse|missed)/i);
    const warn = getComputedStyle(document.documentElement).getPropertyValue('--warn');
    const probe = Object.assign(document.createElement('i'), { style: `color: ${warn}` });
    document.body.append(probe);
    const red = getComputedStyle(probe).color;
    probe.remove();
    const colors = [...document.querySelectorAll('main *')].map(
      (each) => getComputedStyle(each).color,
    );
    expect(colors.filter((color) => color === red)).toEqual([]);
  });
});

describe('what to practise next', () => {
  it('what is due is begun by its button, in its language', async () => {
    const due = aRun({ id: 'due' }, { ...aChineseReport(), startedAt: noon - 400 * day });
    const { workspace } = await openTraining('progress', [due]);
    await press('#next-due');
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(workspace.run()?.start).toMatchObject({
      language: 'zh',
      scenario: { id: 'late-parcel' },
    });
  });

  it('scenarios of one’s own, which cannot be begun here, take no place', async () => {
    const own = ['a', 'b', 'c', 'd'].map((id, at) =>
      aRun({ id }, { scenarioId: `own-${id}`, startedAt: noon - (500 + at) * day }),
    );
    const due = aRun({ id: 'due' }, { startedAt: noon - 400 * day });
    await openTraining('progress', [...own, due]);
    const begun = [...document.querySelectorAll('.next .card button')].map(({ id }) => id);
    expect(begun).toEqual(['next-due', 'next-new']);
    expect(texts('.next .card')).toHaveLength(2);
  });

  it('what is still fresh is said so, and something new is offered', async () => {
    await openTraining('progress', [aRun({}, { startedAt: Date.now() })]);
    expect(texts('.next h3')).toEqual(['The very first hello']);
    expect(texts('.next > p')[0]).toMatch(/^Still fresh: Parcel has not moved/);
  });
});

describe('the runs', () => {
  it('the newest is first, and one that is opened shows its debrief with the mentor’s words', async () => {
    const told = { ...first, comments: [{ turn: 0, text: 'Say sorry first.' }] };
    await openTraining('progress', [told, ...three.slice(1)]);
    expect(buttons()).toEqual(['open-run-three', 'open-run-two', 'open-run-one']);
    expect(texts('.runs .meta')[2]).toMatch(/with words from your mentor$/);
    await press('#open-run-one');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Debrief' })).toHaveFocus();
    expect(texts('.mentor')).toEqual(['Mentor: Say sorry first.']);
    await checkAxe();
    await press('#progress-back');
    await expect.poll(() => focused().id).toBe('open-run-one');
  });

  it('names each button by the practice that it is about', async () => {
    await openTraining('progress', [first]);
    const save = page.elementLocator(find('#save-run-one'));
    await expect
      .element(save)
      .toHaveAccessibleName(/^Save as file for my mentor Parcel has not moved/);
  });

  it('one that is deleted can be put back, by keyboard, and each is said once', async () => {
    const { workspace, spoken } = await openTraining('progress', three);
    await press('#delete-run-two');
    await expect.poll(buttons).toEqual(['open-run-three', 'open-run-one']);
    expect(focused().id).toBe('open-run-one');
    const title = first.report.title;
    await expect.poll(() => spoken.at(-1)).toBe(`“${title}” deleted.`);
    await press('#progress-undo');
    await expect.poll(buttons).toHaveLength(3);
    await expect.poll(() => focused().id).toBe('open-run-two');
    await expect.poll(() => spoken.at(-1)).toBe(`“${title}” is back.`);
    expect(document.getElementById('progress-undo')).toBeNull();
    expect(await readRuns(workspace.storage)).toHaveLength(3);
    expect(spoken.filter((text) => text === `“${title}” deleted.`)).toHaveLength(1);
  });

  it('the only one deleted leaves the focus on the way back', async () => {
    await openTraining('progress', [first]);
    await press('#delete-run-one');
    await expect.poll(buttons).toEqual([]);
    expect(focused().id).toBe('progress-undo');
    await checkAxe();
  });

  it('one is saved as a file that can be read again', async () => {
    const saved = catchFiles();
    const { spoken } = await openTraining('progress', three);
    await press('#save-run-two');
    const name =
      'practice-late-parcel-' +
      new Date(second.report.startedAt).toISOString().slice(0, 10) +
      '.json';
    await expect.poll(() => spoken.at(-1)).toContain(`${name} saved.`);
    expect(readRunFile((await saved.get(name)) ?? '')).toEqual({ ok: true, value: second });
  });
});

describe('the mentor’s answer', async () => {
  const answer = await writeRunFile({
    ...second,
    comments: [{ turn: 0, text: 'That was kind.', verdict: 'met' }],
  });

  it.each([
    [
      'en',
      'Turn 1, Lin: Well done (mentor)',
      /^Your mentor's answer .* is here: 1 new comment\. Now \d+ points\.$/,
    ],
    [
      'zh-CN',
      '第 1 轮，Lin：做得好（导师评定）',
      /^导师对.*的点评已导入，新增 1 条，现在是 \d+ 分。$/,
    ],
  ] as const)(
    'in %s, it is kept with its practice, shown and said',
    async (language, turn, said) => {
      const { workspace, spoken } = await openTraining('progress', three, { language });
      await upload('#answer-file', answer);
      await expect.poll(() => texts('h3')).toEqual([turn]);
      expect(focused().tagName).toBe('H1');
      await expect.poll(() => spoken.at(-1)).toMatch(said);
      const kept = (await readRuns(workspace.storage)).find(({ id }) => id === 'two');
      expect(kept?.points).toBe(second.points + second.open);
      expect(kept?.comments).toHaveLength(1);
      await checkAxe();
    },
  );

  it('a second mentor is heard beside the first, and nobody twice', async () => {
    const { workspace, spoken } = await openTraining('progress', three);
    const kept = async () =>
      (await readRuns(workspace.storage)).find(({ id }) => id === 'two')?.comments;
    await upload('#answer-file', answer);
    await expect.poll(kept).toHaveLength(1);
    await press('#progress-back');
    await upload(
      '#answer-file',
      await writeRunFile({
        ...second,
        comments: [{ turn: 0, text: 'And clear.' }, { text: 'Go on so.' }],
      }),
    );
    await expect.poll(() => spoken.at(-1)).toMatch(/is here: 2 new comments\./);
    const words = (await kept())?.map(({ text }) => text);
    expect(words).toEqual(['That was kind.', 'And clear.', 'Go on so.']);
    // The first one's verdict stands.
    expect(texts('h3')).toEqual(['Turn 1, Lin: Well done (mentor)']);
    await press('#progress-back');
    await upload('#answer-file', answer);
    await expect.poll(() => spoken.at(-1)).toMatch(/is here: 0 new comments\./);
    expect(await kept()).toHaveLength(3);
  });

  it.each<[string, string, RegExp]>([
    ['cut off', answer.slice(0, -200), /end of this file is missing/],
    ['edited', answer.replace('kind', 'rude'), /changed or damaged/],
    ['of a newer version', answer.replace('"version": 1', '"version": 9'), /newer Harebell/],
    ['of something else', '{}', /no practice in this file/],
    ['a letter', 'Dear trainee', /no file from Harebell/],
    ['too large', ' '.repeat(longestRunFile + 1), /too large/],
    [
      'of a practice that is not here',
      await writeRunFile({ ...second, id: 'other' }),
      /not on this computer/,
    ],
    ['without a word', await writeRunFile(second), /no words from a mentor/],
  ])(
    'a file that is %s is refused: why has the focus, and nothing changes',
    async (_name, content, why) => {
      const { workspace } = await openTraining('progress', three);
      const before = await readRuns(workspace.storage);
      await upload('#answer-file', content);
      await expect.poll(() => focused().textContent).toMatch(why);
      expect(await readRuns(workspace.storage)).toEqual(before);
      await checkAxe();
    },
  );
});
