import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { mostRisen, mostRoom, skillsOf, spanOf } from '../../src/practice/skills.ts';
import { aRun } from './a-run.ts';

/** A run in which some of 20 points were had in each of these skills, and some are open. */
const run = (points: Readonly<Record<string, number>>, open = 0): RunRecord =>
  aRun({
    dimensions: Object.entries(points).map(([dimension, had]) => ({
      ...{ dimension, of: 20, points: had, open },
    })),
  });

test('a skill is followed over the runs in which it was asked for, in the rubric’s order', () => {
  const skills = skillsOf([run({ empathy: 8 }), run({ order: 5 }, 10), run({ empathy: 16 })]);
  expect(
    skills.map(({ dimension, points }) => [dimension, points.map((each) => each.points)]),
  ).toEqual([
    ['order', [25]],
    ['empathy', [40, 80]],
  ]);
  expect(skills[0]?.points[0]?.open).toBe(50);
  expect(skills.map(spanOf)).toEqual([
    { from: 25, to: 25 },
    { from: 40, to: 80 },
  ]);
});

test('what nobody knows, or of which nothing could be had, is left out', () => {
  const odd = aRun({ dimensions: [{ dimension: 'order', of: 0, points: 0, open: 0 }] });
  expect(skillsOf([odd, run({ juggling: 3 })])).toEqual([]);
  expect(skillsOf([])).toEqual([]);
});

test('the one that rose most is named; one that fell never is', () => {
  const two = [
    run({ order: 10, empathy: 8, clarity: 20 }),
    run({ order: 12, empathy: 16, clarity: 2 }),
  ];
  expect(mostRisen(skillsOf(two))?.dimension).toBe('empathy');
  expect(mostRisen(skillsOf(two.toReversed()))?.dimension).toBe('clarity');
  expect(mostRisen(skillsOf([run({ order: 20 }), run({ order: 4 })]))).toBeUndefined();
});

test('the one with the most room of late is named; what waits for a mentor is not held against it', () => {
  const late = [run({ order: 20, empathy: 10 }), run({ order: 20, empathy: 20 })];
  expect(mostRoom(skillsOf([run({ order: 0, empathy: 19 }), ...late, ...late]))?.dimension).toBe(
    'empathy',
  );
  expect(mostRoom(skillsOf([run({ order: 10 }, 10)]))).toBeUndefined();
  expect(mostRoom(skillsOf([run({ order: 20 })]))).toBeUndefined();
});
