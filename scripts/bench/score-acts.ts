import { readFileSync } from 'node:fs';
import { type DialogueAct, dialogueActs } from '../../src/domain/run-report.ts';
import type { DetectActs } from '../../src/simulator/create-act-detector.ts';

/** A message and the acts that it performs. */
export interface Sentence {
  readonly text: string;
  readonly acts: readonly DialogueAct[];
}

/** How well an act is found. Shares are from 0 to 1; without anything to find they are 1. */
export interface Score {
  readonly name: DialogueAct | 'micro' | 'macro';
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** In how many messages the act stands. */
  readonly count: number;
}

/**
 * Reads a list of labelled sentences (tests/simulator/sentences/README.md).
 * @throws when there is no such file
 */
export function readSentences(language: 'en' | 'zh', half: 'learn' | 'held'): Sentence[] {
  const file = new URL(`../../tests/simulator/sentences/${language}.${half}.tsv`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [acts = '', text = ''] = line.split('\t');
      return { text, acts: dialogueActs.filter((act) => acts.split(',').includes(act)) };
    });
}

const scoreOf = (name: Score['name'], right: number, extra: number, missed: number): Score => {
  const precision = right + extra > 0 ? right / (right + extra) : 1;
  const recall = right + missed > 0 ? right / (right + missed) : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { name, precision, recall, f1, count: right + missed };
};

/**
 * Holds a detector against labelled sentences.
 * @returns a score an act, then `micro` (every act of every message counts alike) and `macro` (the mean
 *   over the acts, its F1 the mean of theirs)
 */
export function scoreActs(
  detect: DetectActs,
  sentences: readonly Sentence[],
  language: 'en' | 'zh',
): Score[] {
  const found = sentences.map(({ text }) => detect(text, language).map(({ act }) => act));
  const counts = dialogueActs.map((act) => {
    const has = sentences.map(({ acts }) => acts.includes(act));
    const says = found.map((acts) => acts.includes(act));
    const both = (a: boolean, b: boolean) =>
      has.filter((is, index) => is === a && says[index] === b).length;
    return { act, right: both(true, true), extra: both(false, true), missed: both(true, false) };
  });
  const scores = counts.map(({ act, right, extra, missed }) => scoreOf(act, right, extra, missed));
  const sum = (key: 'right' | 'extra' | 'missed') => counts.reduce((all, one) => all + one[key], 0);
  const mean = (key: 'precision' | 'recall' | 'f1') =>
    scores.reduce((all, one) => all + one[key], 0) / scores.length;
  const micro = scoreOf('micro', sum('right'), sum('extra'), sum('missed'));
  const macro: Score = {
    name: 'macro',
    precision: mean('precision'),
    recall: mean('recall'),
    f1: mean('f1'),
    count: micro.count,
  };
  return [...scores, micro, macro];
}
