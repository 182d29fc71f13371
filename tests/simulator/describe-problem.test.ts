import { describe, expect, it } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { describeProblem, problemMessage } from '../../src/simulator/describe-problem.ts';
import { suggestWord } from '../../src/simulator/suggest-word.ts';

describe('a problem in words', () => {
  const problem = {
    line: 23,
    kind: 'unknown-act',
    word: 'apologize',
    suggestion: 'apologise',
  } as const;

  it('says line, what is wrong and what was meant, in both languages', () => {
    expect(describeProblem(problem, createTranslator('en', en))).toBe(
      'Line 23: Unknown act “apologize”. Did you mean “apologise”?',
    );
    expect(describeProblem(problem, createTranslator('zh-CN', zh as typeof en))).toBe(
      '第 23 行：没有“apologize”这种话术动作。是不是“apologise”？',
    );
  });

  it('has no suggestion where there is none', () => {
    expect(
      describeProblem({ line: 1, kind: 'missing', word: 'title zh' }, createTranslator('en', en)),
    ).toBe('Line 1: “title zh” is missing or empty.');
    expect(problemMessage({ line: 1, kind: 'too-long' }).values).toEqual({ word: '' });
  });
});

describe('suggestions', () => {
  it.each([
    ['apologize', 'apologise'],
    ['gret', 'greet'],
    ['grete', 'greet'],
    ['GREET', 'greet'],
    ['问侯', '问候'],
    ['xyz', undefined],
    ['', undefined],
    ['a'.repeat(100), undefined],
  ])('%.12s → %s', (word, meant) => {
    expect(suggestWord(word, ['greet', 'apologise', '问候', 'close'])).toBe(meant);
  });
});
