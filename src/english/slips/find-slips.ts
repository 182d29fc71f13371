import { nounRules } from './noun-rules.ts';
import type { SlipRule } from './slip-rule.ts';
import { verbRules } from './verb-rules.ts';
import { wordRules } from './word-rules.ts';

/** Something in a text that English speakers would write otherwise. It is advice and may be wrong. */
export interface Slip {
  /** Which rule found it; its explanation is the sentence `slips.<rule>`. */
  readonly rule: string;
  /** Offsets in the text, in code units. */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly words: string;
  /** What to write in its place. */
  readonly better: string;
}

/** All rules. */
export const slipRules: readonly SlipRule[] = [...verbRules, ...nounRules, ...wordRules];

/** Longer texts are no chat message, and would cost time. */
const longest = 10_000;

const isUpper = (letter: string | undefined) =>
  letter !== undefined && letter !== letter.toLowerCase();

/** As what was written: with a capital letter where that began with one. */
const inCase = (better: string, words: string): string =>
  isUpper(words[0]) && better ? `${better[0]?.toUpperCase()}${better.slice(1)}` : better;

/** What one rule finds. */
function findBy(rule: SlipRule, text: string, plain: string): Slip[] {
  return [...plain.matchAll(rule.pattern)].flatMap((match) => {
    const proposed = rule.better([...match]);
    if (proposed === undefined) return [];
    const end = match.index + match[0].length;
    const words = text.slice(match.index, end);
    const better = inCase(proposed, words);
    if (better.toLowerCase() === words.toLowerCase()) return [];
    return [{ rule: rule.id, start: match.index, end, words, better }];
  });
}

/**
 * Finds typical slips of Chinese speakers in English.
 * @returns in order of place; they do not overlap, and the one that begins first comes first
 */
export function findSlips(text: string, rules: readonly SlipRule[] = slipRules): readonly Slip[] {
  if (text.length > longest) return [];
  // Of the same length, so that the places stay true.
  const plain = text.replaceAll('’', "'").replaceAll('\u00a0', ' ');
  const found = rules
    .flatMap((rule) => findBy(rule, text, plain))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((slip) => {
    if (slip.start < end) return false;
    end = slip.end;
    return true;
  });
}
