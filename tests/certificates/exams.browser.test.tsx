import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readExamRecord } from '../../src/credential/exam-record.ts';
import { examSets } from '../../src/credential/exam-set.ts';
import { anExamRun, oneDay, runsOf, setOf, subtle } from '../credential/a-certificate.ts';
import { checkAxe } from '../support/check-axe.ts';
import { catchFiles, find, focused, press } from '../support/on-page.ts';
import { heard, now, open, text } from './open-certificates.ts';

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('exams', () => {
  it.each([
    ['en', 'Exams and certificates', 'Begin exam: Parcel has not moved for three days'],
    ['zh-CN', '考试与证书', '开始考试：包裹三天没动'],
  ] as const)(
    'in %s: one set open, each scenario with its tries; axe',
    async (language, h1, begin) => {
      await open(language);
      expect(text('h1')).toBe(h1);
      expect(focused().tagName).toBe('H1');
      expect(document.querySelectorAll('details.exam')).toHaveLength(examSets.length);
      expect(document.querySelectorAll('details.exam[open]')).toHaveLength(1);
      expect(text('#exam-late-parcel')).toBe(begin);
      await checkAxe();
    },
  );

  it('by keyboard: an exam begins in the language that was chosen', async () => {
    const { workspace } = await open();
    find('#exam-language').focus();
    await userEvent.selectOptions(find('#exam-language'), 'zh');
    await press('#exam-refund');
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(workspace.run()?.start).toMatchObject({ mode: 'exam', language: 'zh' });
    expect(workspace.run()?.title).toBe('It came broken');
  });

  it('tells what is passed, what is left, and when no try is', async () => {
    const [first = '', second = '', third = ''] = setOf('levels-1-2').scenarios;
    const failed = (id: string, days: number) =>
      anExamRun(id, { points: 20, startedAt: now() - days * oneDay });
    await open('en', [
      anExamRun(first, { startedAt: now() }),
      failed(second, 1),
      ...[1, 2, 3].map((days) => failed(third, days)),
    ]);
    await expect.poll(() => text('.exam summary')).toContain('Passed: 1 of 6');
    const cards = [...document.querySelectorAll('.exam[open] .card')].map((card) => [
      card.querySelector('p')?.textContent,
      card.querySelector('button') !== null,
    ]);
    expect(cards.slice(0, 4)).toEqual([
      ['Passed, with 90 points.', false],
      ['2 tries left.', true],
      ['No try is left. Each comes back 30 days after it was made.', false],
      ['3 tries left.', true],
    ]);
  });

  it.each([
    ['en', 'en', 'Saved as exam-level-4-en.json. It becomes a certificate when'],
    ['zh-CN', 'zh', '已保存为 exam-level-4-zh.json。导师签名后就成为证书。'],
  ] as const)(
    'in %s, a passed exam is saved as a record for the mentor',
    async (ui, language, said) => {
      const set = setOf('level-4');
      const files = catchFiles();
      const desk = await open(ui, runsOf(set, language));
      find('.exam:last-of-type summary').focus();
      await userEvent.keyboard('{Enter}');
      await press('#save-level-4');
      await heard(desk, said);
      expect(focused().id).toBe('save-level-4');
      expect([...files.keys()]).toEqual([`exam-level-4-${language}.json`]);
      const content = (await [...files.values()][0]) ?? '';
      expect(await readExamRecord(content, examSets, subtle)).toMatchObject({
        ok: true,
        value: { set: 'level-4', language },
      });
      await checkAxe();
    },
  );
});
