import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readRunFile, writeRunFile } from '../../src/domain/run-file.ts';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { createId } from '../../src/shared/id.ts';
import { checkAxe } from '../support/check-axe.ts';
import { catchFiles, find, focused, press, texts, upload } from '../support/on-page.ts';
import { openTraining } from '../support/open-training.ts';
import { aChineseReport, aReport, aRule, aTurn } from './a-report.ts';
import { aRun } from './a-run.ts';

const unsure = aTurn({ expected: ['apologise'], missing: ['apologise'], verdict: 'needs-review' });
const run = aRun({ id: 'sent' }, { rules: [], turns: [unsure, aTurn({ verdict: 'met' }), unsure] });
const file = await writeRunFile(run);
const radio = (place: number | string, verdict: string) =>
  `[name=judge-${place}][value=${verdict}]`;

/** Chooses as a keyboard does: the arrows move within the group and choose. */
const arrow = async (from: string, keys: string) => {
  find(from).focus();
  await userEvent.keyboard(keys);
};

/** The run of the answer that was saved last. */
const answer = async (saved: Map<string, Promise<string>>): Promise<RunRecord> => {
  const read = readRunFile((await [...saved.values()].at(-1)) ?? '');
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('a mentor, by keyboard', () => {
  it.each([
    ['en', 'For mentors', 'Turn 1, Lin: Well done (mentor)', /^(\d+) points, (\d+) open\.$/],
    ['zh-CN', '导师点评', '第 1 轮，Lin：做得好（导师评定）', /^(\d+) 分，(\d+) 分待定。$/],
  ] as const)(
    'in %s: opens a run, judges, comments, and saves the answer',
    async (language, title, judged, said) => {
      const saved = catchFiles();
      const { spoken } = await openTraining('review', [], { language });
      await upload('#review-file', file);
      await expect.poll(() => spoken.at(-1)).toContain(run.report.title);
      expect(spoken.at(-1)).toMatch(/2 (things|处)/);
      await expect.element(page.getByRole('heading', { level: 1, name: title })).toHaveFocus();
      // Only what is open is asked about; a comment can be made on every turn.
      expect(document.querySelectorAll('fieldset')).toHaveLength(2);
      expect(document.querySelectorAll('textarea')).toHaveLength(4);
      await checkAxe();

      await arrow(radio(0, 'needs-review'), '{ArrowRight}');
      await expect.poll(() => texts('h3')[0]).toBe(judged);
      // What was chosen keeps the focus, although all around it is told anew.
      expect(focused()).toBe(find(radio(0, 'met')));
      await expect.poll(() => spoken.at(-1)).toMatch(said);
      const [, points, open] = said.exec(spoken.at(-1) ?? '') ?? [];
      expect(Number(points)).toBeGreaterThan(run.points);
      expect(Number(points) + Number(open)).toBe(run.points + run.open);

      find('#comment-1').focus();
      await userEvent.keyboard('Kind. ');
      find('#comment-whole').focus();
      await userEvent.keyboard('Well done.');
      await press('#review-save');
      await expect.poll(() => spoken.at(-1)).toContain('answer-late-parcel-');
      const { comments, ...sent } = await answer(saved);
      expect(comments).toEqual([
        { turn: 0, text: '', verdict: 'met' },
        { turn: 1, text: 'Kind. ' },
        { text: 'Well done.' },
      ]);
      expect(sent.id).toBe('sent');
      expect(sent.report).toEqual(run.report);
      expect([sent.points, sent.open]).toEqual([Number(points), Number(open)]);
      await checkAxe();
    },
  );

  it('changes their mind: not met, and then left open again', async () => {
    const saved = catchFiles();
    const { spoken } = await openTraining('review');
    await upload('#review-file', file);
    await expect.poll(() => document.querySelector('fieldset')).not.toBeNull();
    await arrow(radio(2, 'needs-review'), '{ArrowLeft}');
    await expect.poll(() => texts('h3')[2]).toBe('Turn 3, Lin: To practise (mentor)');
    await arrow(radio(2, 'not-met'), '{ArrowRight}');
    await expect.poll(() => texts('h3')[2]).toBe('Turn 3, Lin: For a mentor to judge');
    await expect.poll(() => spoken.at(-1)).toBe(`${run.points} points, ${run.open} open.`);
    await press('#review-save');
    expect(await answer(saved)).toEqual(run);
  });

  it('judges a doubtful statement: its place in the rules says what came of it', async () => {
    const saved = catchFiles();
    const doubtful = aRule({ kind: 'fact', rule: 'refund = 50', verdict: 'needs-review', turn: 0 });
    const rules = [aRule(), { ...doubtful, words: 'half of it back' }];
    const sent = aRun({ id: 'doubtful' }, { rules, turns: [aTurn({ verdict: 'met' })] });
    const { spoken } = await openTraining('review');
    await upload('#review-file', await writeRunFile(sent));
    await expect.poll(() => spoken.at(-1)).toContain('1 thing is for you to judge.');
    expect(texts('legend')).toEqual(['Rule 2: what do you think?']);
    await checkAxe();
    await arrow(radio('rule-1', 'needs-review'), '{ArrowRight}');
    await expect.poll(() => texts('.finding')[1]).toMatch(/^Well done \(mentor\): /);
    await expect.poll(() => spoken.at(-1)).toBe(`${sent.points + sent.open} points, 0 open.`);
    expect(focused()).toBe(find(radio('rule-1', 'met')));
    expect(texts('.finding')[0]).toMatch(/^Well done: /);
    await press('#review-save');
    await expect.poll(() => saved.size).toBe(1);
    const judged = await answer(saved);
    expect(judged.comments).toEqual([{ rule: 1, text: '', verdict: 'met' }]);
    expect(judged.open).toBe(0);
  });

  it('finds what was typed and judged after a reload, and the run still open', async () => {
    const database = `test-${createId()}`;
    const { workspace } = await openTraining('review', [], { database });
    await upload('#review-file', file);
    await expect.poll(() => document.querySelector('#comment-0')).not.toBeNull();
    find('#comment-0').focus();
    await userEvent.keyboard('先道歉。');
    await arrow(radio(0, 'needs-review'), '{ArrowRight}');
    const kept = async () => JSON.stringify(await workspace.storage.get('training', 'review sent'));
    await expect.poll(kept).toContain('"verdict":"met"');
    find('#app').remove();
    await openTraining('review', [], { database });
    await expect.poll(() => find<HTMLTextAreaElement>('#comment-0').value).toBe('先道歉。');
    expect(find<HTMLInputElement>(radio(0, 'met')).checked).toBe(true);
    expect(texts('h3')[0]).toBe('Turn 1, Lin: Well done (mentor)');
  });

  it('goes on with what was begun; the same file once more takes nothing away', async () => {
    await openTraining('review');
    await upload('#review-file', file);
    await expect.poll(() => document.querySelector('#comment-0')).not.toBeNull();
    find('#comment-0').focus();
    await userEvent.keyboard('Mine.');
    await press('#review-close');
    await expect.poll(() => focused().id).toBe('go-on-sent');
    await checkAxe();
    await upload('#review-file', file);
    await expect.poll(() => find<HTMLTextAreaElement>('#comment-0').value).toBe('Mine.');
    await press('#review-close');
    await press('#go-on-sent');
    await expect.poll(() => focused().tagName).toBe('H1');
    expect(find<HTMLTextAreaElement>('#comment-0').value).toBe('Mine.');
  });

  it('deletes an answer and takes that back', async () => {
    const { workspace, spoken } = await openTraining('review');
    await upload('#review-file', file);
    await press('#review-close');
    await press('#forget-sent');
    await expect.poll(() => focused().id).toBe('review-undo');
    await expect.poll(() => spoken.at(-1)).toBe(`The answer to “${run.report.title}” is deleted.`);
    await expect.poll(() => workspace.storage.get('training', 'review sent')).toBeUndefined();
    await press('#review-undo');
    await expect.poll(() => focused().id).toBe('go-on-sent');
    await expect.poll(() => spoken.at(-1)).toBe(`The answer to “${run.report.title}” is back.`);
    await expect.poll(() => workspace.storage.get('training', 'review sent')).toEqual(run);
  });
});

describe('what comes in', () => {
  it.each<[string, string, RegExp]>([
    ['cut off', file.slice(0, -300), /end of this file is missing/],
    ['edited', file.replace('Hello Lin.', 'Dear Lin.'), /changed or damaged/],
    ['of a newer version', file.replace('"version": 1', '"version": 4'), /newer Harebell/],
    ['something else', '[]', /no practice in this file/],
  ])('a file that is %s is refused, with the focus on why', async (_name, content, why) => {
    const { workspace } = await openTraining('review');
    await upload('#review-file', content);
    await expect.poll(() => focused().textContent).toMatch(why);
    expect(await workspace.storage.all('training')).toEqual([]);
    await checkAxe();
  });

  it('what is kept and is no run of ours is not shown', async () => {
    const { workspace } = await openTraining('training');
    await workspace.storage.put('training', 'review x', { id: 'x', report: 7 });
    await workspace.storage.put('training', 'reviewing', 'x');
    workspace.router.go('review');
    await expect.poll(() => texts('.empty')).toEqual(['No answer is begun.']);
  });

  it('A57: a run in another language reads in its own', async () => {
    await openTraining('review');
    await upload('#review-file', await writeRunFile(aRun({}, aChineseReport())));
    await expect.poll(() => texts('.lead[lang=zh]')).toEqual(['包裹三天没动']);
    expect(texts('section [lang=zh]')).toContain('我的包裹呢');
    expect(texts('label').some((label) => /\p{Script=Han}/u.test(label))).toBe(false);
    await checkAxe();
  });

  it('an answer that comes back is gone on with: its words stand in their fields', async () => {
    const comments = [{ turn: 0, text: 'Sorry comes first.', verdict: 'not-met' as const }];
    await openTraining('review');
    await upload(
      '#review-file',
      await writeRunFile(aRun({ comments }, aReport({ turns: [unsure] }))),
    );
    await expect
      .poll(() => find<HTMLTextAreaElement>('#comment-0').value)
      .toBe('Sorry comes first.');
    expect(find<HTMLInputElement>(radio(0, 'not-met')).checked).toBe(true);
    expect(texts('.mentor')).toEqual([]);
  });
});
