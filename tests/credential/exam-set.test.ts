import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarios } from '../../src/connectors/practice/scenarios.ts';
import { examSets } from '../../src/credential/exam-set.ts';
import { rubric } from '../../src/simulator/rubric.ts';
import { root } from '../architecture/source-files.ts';

test('each set asks for built-in scenarios of its levels', () => {
  for (const set of examSets)
    for (const id of set.scenarios) {
      const found = scenarios.find((scenario) => scenario.id === id);
      expect(set.levels).toContain(found?.level);
    }
});

test('no scenario is in two sets, so a try is never counted twice', () => {
  const all = examSets.flatMap((set) => set.scenarios);
  expect(new Set(all).size).toBe(all.length);
});

test('every level has its set, and none is easier than a practice', () => {
  const levels = new Set(scenarios.map(({ level }) => level));
  expect(new Set(examSets.flatMap((set) => set.levels))).toEqual(levels);
  for (const { pass } of examSets) expect(pass).toBeGreaterThanOrEqual(rubric.pass);
});

test('docs/certificates.md lists them as they are', () => {
  const text = readFileSync(join(root, 'docs/certificates.md'), 'utf8');
  for (const { scenarios: ids, pass, tries, days } of examSets)
    expect(text).toContain(`| ${ids.join(', ')} | ${pass} | ${tries} in ${days} days |`);
});
