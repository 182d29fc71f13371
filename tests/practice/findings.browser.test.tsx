import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { render } from '#dom';
import type { MentorComment } from '../../src/domain/run-record.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import { Findings } from '../../src/practice/findings.tsx';
import { WorkspaceProvider } from '../../src/session/workspace.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { checkAxe } from '../support/check-axe.ts';
import { texts } from '../support/on-page.ts';
import { openDesk } from '../support/open-desk.tsx';
import { aReport, aTurn } from './a-report.ts';

/** The findings alone, as any screen may show them. */
const show = async (
  report: RunReport,
  comments: readonly MentorComment[],
  language: InterfaceLanguage = 'en',
) => {
  const { workspace } = await openDesk({ signedOut: true, settings: { language } });
  const main = document.createElement('div');
  document.querySelector('main')?.replaceChildren(main);
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <div class="debrief">
          <h1>Run</h1>
          <Findings
            report={report}
            comments={comments}
            turnTools={(turn, index) => <button type="button">{`${index} ${turn.beat}`}</button>}
          />
        </div>
      </WorkspaceProvider>
    ),
    main,
  );
  onTestFinished(dispose);
};
const open = aReport({ rules: [], turns: [aTurn({ verdict: 'needs-review' }), aTurn()] });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

it('a mentor’s words stand in the turn that they are about, and those on the run at the top', async () => {
  await show(open, [{ text: 'Good work, 小李.' }, { turn: 1, text: 'Ask before you promise.' }]);
  expect(texts('h2')).toEqual(['From your mentor', 'Points', 'Turn by turn']);
  expect(texts('ul:first-of-type')[0]).toBe('Good work, 小李.');
  expect(texts('section:first-of-type .mentor')).toEqual([]);
  expect(texts('section:last-of-type li').at(-1)).toBe('Mentor: Ask before you promise.');
  // Who wrote it did not say in what language: its letters do.
  expect(document.querySelector('.debrief [lang^="zh"]')?.textContent).toBe('小李');
  await checkAxe();
});

it.each([
  ['en', 'Turn 1, Lin: For a mentor to judge', 'Turn 1, Lin: Well done (mentor)'],
  ['zh-CN', '第 1 轮，Lin：由导师判断', '第 1 轮，Lin：做得好（导师评定）'],
] as const)(
  'in %s, a mentor’s verdict is told as that, and closes what was open',
  async (language, before, after) => {
    await show(open, [], language);
    expect(texts('h3')[0]).toBe(before);
    const openPoints = texts('.points td');
    await show(open, [{ turn: 0, text: '', verdict: 'met' }], language);
    expect(texts('h3')[0]).toBe(after);
    expect(texts('.points td')).not.toEqual(openPoints);
    expect(texts('.mentor')).toEqual([]);
  },
);

it('each turn has the tools that a screen gives it', async () => {
  await show(open, []);
  expect(texts('section button')).toEqual(['0 open', '1 open']);
});
