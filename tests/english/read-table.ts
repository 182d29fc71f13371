import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rows of a tab-separated table beside this file. */
export const readTable = (name: string): readonly (readonly string[])[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

/** A sentence and what a rule shall make of it. */
export interface SlipExample {
  readonly rule: string;
  readonly isHit: boolean;
  readonly sentence: string;
  /** What is proposed, of a hit. */
  readonly better: string | undefined;
}

/** Sentences for each rule: those it must find, and near ones that it must leave alone. */
export const slipExamples = (): readonly SlipExample[] =>
  readTable('slips.tsv').map(([rule = '', kind, sentence = '', better]) => ({
    rule,
    isHit: kind === 'hit',
    sentence,
    better,
  }));

/** Correct sentences, one a line, written before the rules were tuned. */
export const correctSentences = (): readonly string[] =>
  readTable('correct.tsv').map(([sentence = '']) => sentence);
