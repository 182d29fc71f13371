import { expect, test } from 'vitest';
import { withMentorVerdicts } from '../../src/domain/mentor-verdicts.ts';
import { aReport, aRule, aTurn } from '../practice/a-report.ts';

const report = aReport({
  turns: [aTurn({ verdict: 'needs-review' }), aTurn({ verdict: 'not-met' })],
  rules: [aRule({ verdict: 'not-met' }), aRule({ verdict: 'needs-review' })],
});
const verdicts = (comments: Parameters<typeof withMentorVerdicts>[1]) =>
  withMentorVerdicts(report, comments).turns.map(({ verdict }) => verdict);

test('a mentor’s last verdict stands where a turn needed review, and nowhere else', () => {
  expect(verdicts([])).toEqual(['needs-review', 'not-met']);
  expect(
    verdicts([
      { turn: 0, text: '', verdict: 'not-met' },
      { turn: 0, text: 'On second thoughts.', verdict: 'met' },
      { turn: 0, text: 'A word without a verdict.' },
      { turn: 1, text: '', verdict: 'met' },
      { text: 'Of the whole run.', verdict: 'met' },
      { turn: 7, text: 'Of no turn at all.', verdict: 'met' },
    ]),
  ).toEqual(['met', 'not-met']);
});

test('and so it does on a rule; one on a turn says nothing of the rule with its number', () => {
  const rules = (comments: Parameters<typeof withMentorVerdicts>[1]) =>
    withMentorVerdicts(report, comments).rules.map(({ verdict }) => verdict);
  expect(rules([{ turn: 1, text: '', verdict: 'met' }])).toEqual(['not-met', 'needs-review']);
  expect(
    rules([
      { rule: 0, text: '', verdict: 'met' },
      { rule: 1, text: '', verdict: 'met' },
    ]),
  ).toEqual(['not-met', 'met']);
  expect(verdicts([{ rule: 0, text: '', verdict: 'met' }])).toEqual(['needs-review', 'not-met']);
});
