import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MentorComment } from '../../src/domain/run-record.ts';
import type { Verdict } from '../../src/domain/run-report.ts';
import { commentOn, reviewRun, scoreRun, withComment } from '../../src/simulator/review-run.ts';
import { aRule, aTurn } from '../practice/a-report.ts';
import { aRun } from '../practice/a-run.ts';

const unsure = aTurn({ expected: ['apologise'], missing: ['apologise'], verdict: 'needs-review' });
const run = aRun({}, { rules: [], turns: [unsure, unsure] });
const judged = (...verdicts: readonly Verdict[]) =>
  verdicts.map((verdict, turn): MentorComment => ({ turn, text: '', verdict }));

test('open points become points that were had, or that were not', () => {
  expect(run.open).toBeGreaterThan(0);
  const met = reviewRun(run, judged('met', 'met'));
  expect([met.points, met.open]).toEqual([run.points + run.open, 0]);
  const lost = reviewRun(run, judged('not-met', 'not-met'));
  expect([lost.points, lost.open]).toEqual([run.points, 0]);
  const half = reviewRun(run, judged('met'));
  expect(half.points).toBeGreaterThan(run.points);
  expect(half.points + half.open).toBe(met.points);
});

test('what happened stays as it was, so that a second thought is worth the same', () => {
  const first = reviewRun(run, judged('not-met', 'met'));
  expect(first.report).toBe(run.report);
  expect(reviewRun(first, judged('met', 'met'))).toEqual(reviewRun(run, judged('met', 'met')));
  expect(reviewRun(first, [])).toEqual(run);
});

test('a doubtful statement is a mentor’s to judge: right, it gives its points; wrong, it fails the run', () => {
  const fact = aRule({ kind: 'fact', rule: 'refund = 50', verdict: 'needs-review', turn: 0 });
  const doubtful = aRun({}, { rules: [fact], turns: [aTurn({ verdict: 'met' })] });
  expect(doubtful.open).toBeGreaterThan(0);
  const right = reviewRun(doubtful, [{ rule: 0, text: '', verdict: 'met' }]);
  expect([right.points, right.open]).toEqual([doubtful.points + doubtful.open, 0]);
  const wrong = reviewRun(doubtful, [{ rule: 0, text: '', verdict: 'not-met' }]);
  expect([wrong.points, wrong.verdict]).toEqual([doubtful.points, 'not-met']);
  expect(wrong.criticals).toEqual(['false-statement']);
  // What is said of a turn is not said of the rule with its number, nor of the whole run.
  const comments = withComment([{ rule: 0, text: '', verdict: 'met' }], { turn: 0, text: 'Well.' });
  expect(withComment(comments, { text: 'All in all.' })).toHaveLength(3);
  expect(commentOn(comments, { rule: 0 })).toEqual({ rule: 0, text: '', verdict: 'met' });
  expect(commentOn(comments, {})).toEqual({ text: '' });
});

test('no verdict of a mentor takes away what was sure, or gives more than was open', () => {
  const verdicts = fc.array(fc.constantFrom<Verdict>('met', 'not-met', 'needs-review'), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(verdicts, (chosen) => {
      const { points, open } = scoreRun(run.report, judged(...chosen));
      expect(points).toBeGreaterThanOrEqual(run.points);
      expect(points + open).toBeLessThanOrEqual(run.points + run.open);
    }),
  );
});

test('what several said of a turn is one comment, with the last verdict', () => {
  const said: readonly MentorComment[] = [
    { turn: 1, text: 'One.', verdict: 'met' },
    { turn: 1, text: '', verdict: 'not-met' },
    { text: 'All in all.' },
    { turn: 1, text: 'Two.' },
  ];
  expect(commentOn(said, { turn: 1 })).toEqual({ turn: 1, text: 'One.\nTwo.', verdict: 'not-met' });
  expect(commentOn(said, {})).toEqual({ text: 'All in all.' });
  expect(commentOn(said, { turn: 0 })).toEqual({ turn: 0, text: '' });
  const changed = withComment(said, { turn: 1, text: 'Three.' });
  expect(changed).toEqual([{ text: 'All in all.' }, { turn: 1, text: 'Three.' }]);
  expect(withComment(changed, { turn: 1, text: ' ' })).toEqual([{ text: 'All in all.' }]);
  expect(withComment([], { turn: 0, text: '', verdict: 'met' })).toHaveLength(1);
});
