import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/practice/progress.tsx';
import { examSets } from '../../src/credential/exam-set.ts';
import { readRuns } from '../../src/session/kept-runs.ts';
import { checkAxe } from '../support/check-axe.ts';
import { find, press } from '../support/on-page.ts';
import { openTraining } from '../support/open-training.ts';
import { aRun } from './a-run.ts';

const day = 86_400_000;

test.each([
  ['en', /^It counts as a try at an exam, so it cannot be deleted before .*20\d\d\.$/],
  ['zh-CN', /^这次算一次考试，20.*之前不能删除。$/],
] as const)('in %s, a try at an exam stays while it counts, and says so', async (language, why) => {
  const [set] = examSets;
  const ago = (days: number) => Date.now() - days * day;
  const exam = (id: string, startedAt: number) =>
    aRun({ id, mode: 'exam', points: 0 }, { scenarioId: 'refund', startedAt });
  const days = set?.days ?? 0;
  const runs = [exam('old', ago(days + 1)), exam('new', ago(days - 1))];
  const { workspace, spoken } = await openTraining('progress', runs, { language });
  await press('#delete-run-new');
  await expect.poll(() => spoken.at(-1)).toMatch(why);
  expect(document.activeElement?.id).toBe('delete-run-new');
  await expect
    .element(page.elementLocator(find('#delete-run-new')))
    .toHaveAccessibleDescription(why);
  expect(find('#delete-run-new').ariaDisabled).toBe('true');
  await checkAxe();
  await press('#delete-run-old');
  await expect.poll(() => document.getElementById('open-run-old')).toBeNull();
  expect((await readRuns(workspace.storage)).map(({ id }) => id)).toEqual(['new']);
});
